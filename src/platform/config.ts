import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { AppError } from "./errors.js";
import { type SettingName, settingMetas, type Settings, settingsSchema } from "./settings.js";

/** The configuration, checked once and frozen. */
export interface Config {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Absolute path. */
  readonly dataDir: string;
  readonly demo: boolean;
  /** As `openDatabase` takes it. */
  readonly databaseUrl: string;
  /** Null: the engine inside. */
  readonly camunda: {
    readonly url: string;
    readonly auth?: { readonly user: string; readonly password: string };
  } | null;
  /** Credentials of /v2; null: it is not offered. */
  readonly engineApi: { readonly user: string; readonly password: string } | null;
  /** Null: made of host and port once they are known. */
  readonly baseUrl: string | null;
  readonly trustedProxies: number;
  readonly logLevel: string;
  readonly sessionHours: number;
  readonly uploadLimitBytes: number;
  readonly mail: { readonly url: string; readonly from: string } | null;
  readonly telegram: { readonly token: string; readonly apiUrl?: string } | null;
  readonly chromePath: string | null;
  /** Folders in which programs are looked for, as the system's PATH says it. */
  readonly searchPath: string;
}

/** One thing wrong with the configuration. */
interface Problem {
  readonly name: string;
  readonly message: string;
}

const metaOf = (name: string) => settingMetas.find(([known]) => known === name)?.[1];

const describe = ({ name, message }: Problem, given: Readonly<Record<string, string>>): string => {
  const meta = metaOf(name);
  const value = given[name];
  const shown = value === undefined || meta?.secret === true ? "" : `, but it is '${value}'`;
  const example = meta === undefined ? "" : ` (for example ${name}=${meta.example})`;
  return `  ${name}: ${message}${shown}${example}`;
};

const fail = (problems: readonly Problem[], given: Readonly<Record<string, string>>): never => {
  throw new AppError(
    "BAD_CONFIG",
    [
      `Expected a valid configuration, but ${problems.length === 1 ? "this is" : "these are"} wrong:`,
      ...problems.map((problem) => describe(problem, given)),
      "`npm run config:help` lists every variable",
    ].join("\n"),
  );
};

/** Letters by which two names differ (Levenshtein). */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

/** A variable that nobody reads is harmless, a mistyped one is not: it would be passed over in silence. */
const mistyped = (environment: Readonly<Record<string, string>>): Problem[] =>
  Object.keys(environment)
    .filter((name) => name.startsWith("ALUR_") && !(name in settingsSchema.shape))
    .flatMap((name) => {
      const near = settingMetas.map(([known]) => known).find((known) => distance(name, known) <= 2);
      return near === undefined ? [] : [{ name, message: `Expected a known variable; did you mean ${near}?` }];
    });

const crossChecks = (settings: Partial<Settings>): Problem[] => {
  const problems: Problem[] = [];
  if (settings.ALUR_ENGINE_API === true && settings.ALUR_ENGINE_API_PASSWORD === undefined) {
    problems.push({ name: "ALUR_ENGINE_API_PASSWORD", message: "Expected a password, because ALUR_ENGINE_API is on" });
  }
  if (settings.ALUR_ENGINE_API === true && settings.ALUR_CAMUNDA_URL !== undefined) {
    problems.push({
      name: "ALUR_ENGINE_API",
      message: "Expected 'off', because ALUR_CAMUNDA_URL leaves no engine inside",
    });
  }
  if ((settings.ALUR_CAMUNDA_USER === undefined) !== (settings.ALUR_CAMUNDA_PASSWORD === undefined)) {
    const name: SettingName = settings.ALUR_CAMUNDA_USER === undefined ? "ALUR_CAMUNDA_USER" : "ALUR_CAMUNDA_PASSWORD";
    problems.push({ name, message: "Expected user and password together" });
  }
  return problems;
};

/** `--port 3000 --data ./data --host 127.0.0.1 --no-demo` as the variables that they stand for. */
const flagsOf = (args: readonly string[]): Record<string, string> => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string" },
        data: { type: "string" },
        host: { type: "string" },
        "no-demo": { type: "boolean" },
      },
    });
    return {
      ...(values.port === undefined ? {} : { ALUR_PORT: values.port }),
      ...(values.data === undefined ? {} : { ALUR_DATA_DIR: values.data }),
      ...(values.host === undefined ? {} : { ALUR_HOST: values.host }),
      ...(values["no-demo"] === true ? { ALUR_DEMO: "off" } : {}),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError("BAD_CONFIG", `Expected the options --port, --data, --host or --no-demo, but: ${reason}`, {
      cause: error,
    });
  }
};

const configOf = (settings: Settings, searchPath: string): Config => {
  const dataDir = resolve(settings.ALUR_DATA_DIR);
  const { ALUR_CAMUNDA_USER: user, ALUR_CAMUNDA_PASSWORD: password } = settings;
  return Object.freeze({
    host: settings.ALUR_HOST,
    port: settings.ALUR_PORT,
    dataDir,
    demo: settings.ALUR_DEMO,
    databaseUrl: settings.ALUR_DATABASE_URL ?? `sqlite:${join(dataDir, "alur.db")}`,
    camunda:
      settings.ALUR_CAMUNDA_URL === undefined
        ? null
        : {
            url: settings.ALUR_CAMUNDA_URL,
            ...(user === undefined || password === undefined ? {} : { auth: { user, password } }),
          },
    engineApi:
      settings.ALUR_ENGINE_API && settings.ALUR_ENGINE_API_PASSWORD !== undefined
        ? { user: settings.ALUR_ENGINE_API_USER, password: settings.ALUR_ENGINE_API_PASSWORD }
        : null,
    baseUrl: settings.ALUR_BASE_URL?.replace(/\/+$/u, "") ?? null,
    trustedProxies: settings.ALUR_TRUSTED_PROXIES,
    logLevel: settings.ALUR_LOG_LEVEL,
    sessionHours: settings.ALUR_SESSION_HOURS,
    uploadLimitBytes: settings.ALUR_UPLOAD_LIMIT_MB * 1_048_576,
    mail: settings.ALUR_MAIL_URL === undefined ? null : { url: settings.ALUR_MAIL_URL, from: settings.ALUR_MAIL_FROM },
    telegram:
      settings.ALUR_TELEGRAM_TOKEN === undefined
        ? null
        : {
            token: settings.ALUR_TELEGRAM_TOKEN,
            ...(settings.ALUR_TELEGRAM_API_URL === undefined ? {} : { apiUrl: settings.ALUR_TELEGRAM_API_URL }),
          },
    chromePath: settings.CHROME_PATH ?? null,
    searchPath,
  });
};

/**
 * Reads the environment and, over it, the command line. An empty variable counts as not set.
 * @throws {AppError} BAD_CONFIG listing every problem with the variable, what was expected and an example.
 */
export const readConfig = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
  args: readonly string[] = [],
): Config => {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...environment, ...flagsOf(args) })) {
    if (value !== undefined && value !== "") given[name] = value;
  }
  const result = settingsSchema.safeParse(given);
  const problems: Problem[] = [
    ...(result.error?.issues ?? []).map(({ path, message }) => ({ name: String(path[0]), message })),
    ...mistyped(given),
    ...crossChecks(result.data ?? {}),
  ];
  return result.success && problems.length === 0 ? configOf(result.data, given["PATH"] ?? "") : fail(problems, given);
};
