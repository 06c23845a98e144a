import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { AppError } from "./errors.js";
import { configError, mistypedSettings, type SettingProblem } from "./setting-problems.js";
import { type SettingName, settingMetas, type Settings, settingsSchema } from "./settings.js";

/** The configuration, checked once and frozen. */
export interface Config {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Absolute path. */
  readonly dataDir: string;
  readonly demo: boolean;
  /** Training environment: data of its own, nothing leaves it. */
  readonly training: boolean;
  /** As `openDatabase` takes it. */
  readonly databaseUrl: string;
  /** Null: the engine inside. */
  readonly camunda: {
    readonly url: string;
    readonly auth?: { readonly user: string; readonly password: string };
  } | null;
  /** Credentials of /v2; null: it is not offered. */
  readonly engineApi: { readonly user: string; readonly password: string } | null;
  /** Newest entries of the engine's record log that stay in its database; 0: all. */
  readonly engineLogKeep: number;
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
  /** Variables named `ALUR_…` that the platform does not know: those of plugins, unchecked. */
  readonly pluginVariables: Readonly<Record<string, string>>;
}

const crossChecks = (settings: Partial<Settings>): SettingProblem[] => {
  const problems: SettingProblem[] = [];
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
        training: { type: "boolean" },
      },
    });
    return {
      ...(values.port === undefined ? {} : { ALUR_PORT: values.port }),
      ...(values.data === undefined ? {} : { ALUR_DATA_DIR: values.data }),
      ...(values.host === undefined ? {} : { ALUR_HOST: values.host }),
      ...(values["no-demo"] === true ? { ALUR_DEMO: "off" } : {}),
      ...(values.training === true ? { ALUR_TRAINING: "on" } : {}),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError(
      "BAD_CONFIG",
      `Expected the options --port, --data, --host, --no-demo or --training, but: ${reason}`,
      {
        cause: error,
      },
    );
  }
};

const configOf = (settings: Settings, given: Readonly<Record<string, string>>): Config => {
  const dataDir = resolve(settings.ALUR_DATA_DIR);
  const { ALUR_CAMUNDA_USER: user, ALUR_CAMUNDA_PASSWORD: password } = settings;
  return Object.freeze({
    host: settings.ALUR_HOST,
    port: settings.ALUR_PORT,
    dataDir,
    demo: settings.ALUR_DEMO,
    training: settings.ALUR_TRAINING,
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
    engineLogKeep: settings.ALUR_ENGINE_LOG_KEEP,
    baseUrl: settings.ALUR_BASE_URL?.replace(/\/+$/u, "") ?? null,
    trustedProxies: settings.ALUR_TRUSTED_PROXIES,
    logLevel: settings.ALUR_LOG_LEVEL,
    sessionHours: settings.ALUR_SESSION_HOURS,
    uploadLimitBytes: settings.ALUR_UPLOAD_LIMIT_MB * 1_048_576,
    mail:
      settings.ALUR_TRAINING || settings.ALUR_MAIL_URL === undefined
        ? null
        : { url: settings.ALUR_MAIL_URL, from: settings.ALUR_MAIL_FROM },
    telegram:
      settings.ALUR_TRAINING || settings.ALUR_TELEGRAM_TOKEN === undefined
        ? null
        : {
            token: settings.ALUR_TELEGRAM_TOKEN,
            ...(settings.ALUR_TELEGRAM_API_URL === undefined ? {} : { apiUrl: settings.ALUR_TELEGRAM_API_URL }),
          },
    chromePath: settings.CHROME_PATH ?? null,
    searchPath: given["PATH"] ?? "",
    pluginVariables: Object.freeze(
      Object.fromEntries(
        Object.entries(given).filter(([name]) => name.startsWith("ALUR_") && !(name in settingsSchema.shape)),
      ),
    ),
  });
};

/** Where a training environment keeps its data unless another folder is named. */
const TRAINING_FOLDER = "./data-training";

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
  if (given["ALUR_TRAINING"] === "on") given["ALUR_DATA_DIR"] ??= TRAINING_FOLDER;
  const result = settingsSchema.safeParse(given);
  const problems: SettingProblem[] = [
    ...(result.error?.issues ?? []).map(({ path, message }) => ({ name: String(path[0]), message })),
    ...mistypedSettings(given, settingMetas),
    ...crossChecks(result.data ?? {}),
  ];
  if (!result.success || problems.length > 0) throw configError(problems, given, settingMetas);
  return configOf(result.data, given);
};

/** Sets a variable that a library reads from the environment by itself, unless the operator has set it. */
export const presetVariable = (name: string, value: string): void => {
  process.env[name] ??= value;
};
