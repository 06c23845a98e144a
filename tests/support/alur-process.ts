import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** The compiled platform; `node src/cli/prepare.mjs build` makes it. */
const START = join("dist", "src", "cli", "start.js");
const ACCOUNT = /^ {2}(?<username>\S+) +(?<password>[a-z2-9]{4}(?:-[a-z2-9]{4}){2}) /u;
const READY = /^Alur is ready at (?<url>\S+)$/u;

/** How a process that was expected to end has ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment of this process without what would configure a platform. */
const cleanEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || name.startsWith("ALUR_") || name === "CHROME_PATH" ? [] : [[name, value]],
    ),
  );

/** Runs `start` with arguments until it ends by itself; one that serves instead is stopped. */
export const runStart = (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  identity: { readonly uid?: number; readonly gid?: number } = {},
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [START, ...args], {
      env: { ...cleanEnvironment(), ...environment },
      stdio: ["ignore", "pipe", "pipe"],
      ...identity,
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      if (stdout.includes("Alur is ready")) child.kill("SIGTERM");
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });

/** The platform as a process of its own on one data folder, to be killed and started again. */
export class AlurProcess {
  readonly passwords = new Map<string, string>();
  #child: ChildProcess | undefined;
  #url = "";

  constructor(
    readonly folder: string,
    private readonly environment: Readonly<Record<string, string>> = {},
  ) {}

  /** Where it listens now; another port after each start. */
  get url(): string {
    return this.#url;
  }

  /** Of the running process; 0 before the first start. */
  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Starts and waits until it serves. @throws {Error} with what it said, when it ends before. */
  async start(): Promise<void> {
    const temporary = join(this.folder, "tmp");
    mkdirSync(temporary, { recursive: true });
    const child = spawn(process.execPath, [START, "--port", "0", "--data", join(this.folder, "data")], {
      env: { ...cleanEnvironment(), ...this.environment, ALUR_LOG_LEVEL: "warn", TMPDIR: temporary },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    const said: string[] = [];
    child.stderr.setEncoding("utf8").on("data", (text: string) => said.push(text));
    for await (const line of createInterface({ input: child.stdout })) {
      said.push(line);
      const { username, password } = ACCOUNT.exec(line)?.groups ?? {};
      if (username !== undefined && password !== undefined) this.passwords.set(username, password);
      const url = READY.exec(line)?.groups?.["url"];
      if (url === undefined) continue;
      this.#url = url;
      child.stdout.resume();
      return;
    }
    throw new Error(`Expected the platform to start, but it said:\n${said.join("\n")}`);
  }

  /** Ends it without warning, as a power cut would. */
  kill(): Promise<void> {
    return this.#end("SIGKILL");
  }

  stop(): Promise<void> {
    return this.#end("SIGTERM");
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill(signal);
    await ended;
  }
}
