import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Alur, type AlurOverrides, createAlur } from "../../src/main.js";
import { ControlledClock, readConfig, silentLogger } from "../../src/platform/index.js";
import { Browser } from "./browser.js";
import { isEngineOutside, openOutsideEngine, type OutsideEngine } from "./outside-engine.js";

/** What a test may choose; everything has a sensible default. */
export interface AlurTestOptions extends Omit<AlurOverrides, "clock" | "listening"> {
  /** Where the clock stands at first; default 2 March 2026, 08:00 in Jakarta. */
  readonly now?: string;
  /** Demo data and accounts; default true. */
  readonly demo?: boolean;
  /** Keep this data folder, to open the same platform again; without it a temporary one is removed at the end. */
  readonly dataDir?: string;
  /** More configuration, as environment variables. */
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * A whole platform on SQLite, served on the loopback, with a clock that stands still. The engine is inside, or in a process of its
 * own with only HTTP between where the run says so (see outside-engine.ts).
 */
export interface AlurWorld {
  readonly alur: Alur;
  readonly clock: ControlledClock;
  readonly url: string;
  /** Passwords of the accounts that the first start made, by user name. */
  readonly passwords: ReadonlyMap<string, string>;
  browser(language?: string): Browser;
  /** A browser in which a demo account is signed in, optionally in one of its roles. @throws when it cannot sign in. */
  signedIn(username: string, role?: string): Promise<Browser>;
  /** Lets outbox, engine and timers do what is due now. Job workers run beside: see `eventually`. */
  settle(): Promise<void>;
  /** Moves the clock and settles. */
  advance(ms: number): Promise<void>;
  /** Reads again until `wanted` holds: for what job workers do in their own time. @throws after ten seconds with what was read last. */
  eventually<T>(read: () => Promise<T>, wanted: (value: T) => boolean): Promise<T>;
  close(): Promise<void>;
}

const PATIENCE_MS = 10_000;
const PAUSE_MS = 20;

const eventually = async <T>(read: () => Promise<T>, wanted: (value: T) => boolean): Promise<T> => {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const value = await read();
    if (wanted(value)) return value;
    if (performance.now() > until) {
      throw new Error(`Expected another state within ${PATIENCE_MS} ms, but it is ${JSON.stringify(value)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
};

const signIn = async (browser: Browser, username: string, password: string, role?: string): Promise<Browser> => {
  const { status, body } = await browser.signIn(username, password);
  if (status !== 200) throw new Error(`Expected '${username}' to sign in, but: ${JSON.stringify(body)}`);
  if (role === undefined) return browser;
  const choice = (body as { user: { roles: { id: string; role: string }[] } }).user.roles.find(
    (held) => held.role === role,
  );
  const chosen = await browser.put("/api/session/role", { roleId: choice?.id ?? "" });
  if (chosen.status !== 200) throw new Error(`Expected '${username}' to hold the role '${role}', but it does not`);
  return browser;
};

/** The engine outside that takes the place of the one inside, with its data where the platform has its own. */
const engineOutside = (
  folder: string,
  isInMemory: boolean,
  databaseUrl: string | undefined,
): Promise<OutsideEngine> => {
  if (isInMemory) return openOutsideEngine(["--memory"]);
  return openOutsideEngine(["--data", folder, ...(databaseUrl === undefined ? [] : ["--database", databaseUrl])]);
};

/** Opens a platform; close it at the end of the test. */
export const openAlur = async (options: AlurTestOptions = {}): Promise<AlurWorld> => {
  const { now = "2026-03-02T08:00:00+07:00", demo = true, dataDir, environment = {}, ...overrides } = options;
  const clock = new ControlledClock(now);
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), "alur-world-"));
  const memory = dataDir === undefined;
  const outside = isEngineOutside() ? await engineOutside(folder, memory, environment["ALUR_DATABASE_URL"]) : undefined;
  await outside?.settleAt(clock.now());
  const config = readConfig({
    ...environment,
    ...(outside === undefined ? {} : { ALUR_CAMUNDA_URL: outside.url }),
    ALUR_DATA_DIR: folder,
    ALUR_PORT: "0",
    ALUR_DEMO: demo ? "on" : "off",
  });
  const alur = await createAlur(config, { logger: silentLogger, memory, ...overrides, clock });
  const { url } = await alur.start();
  const passwords = new Map(
    alur.firstStart.accounts.flatMap(({ username, password }) => (password === null ? [] : [[username, password]])),
  );
  const settle = async (): Promise<void> => {
    await alur.services.outbox.drain();
    await (outside?.settleAt(clock.now()) ?? alur.services.engine?.settle());
  };
  const browser = (language = "id"): Browser => new Browser(url, language);

  return {
    alur,
    clock,
    url,
    passwords,
    browser,
    signedIn: (username, role) => signIn(browser(), username, passwords.get(username) ?? "", role),
    settle,
    async advance(ms) {
      clock.advance(ms);
      await settle();
    },
    eventually,
    async close() {
      await alur.stop();
      await outside?.stop();
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
};
