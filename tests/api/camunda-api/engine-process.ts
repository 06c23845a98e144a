import { spawn, type ChildProcess } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { createInterface } from "node:readline";

/** `npm run engine` as its own process. */
export interface EngineProcess {
  /** Address without `/v2`. */
  readonly url: string;
  /** Resolves when the log has named an event, which may have been before; needs `--log-level info`. */
  logged(event: string): Promise<void>;
  /** Ends the process with a signal and resolves with its exit code when it is gone. */
  end(signal: "SIGKILL" | "SIGTERM" | "SIGINT"): Promise<number | null>;
  /** Sends a JSON request. */
  call(method: string, path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }>;
}

/** Compiles what has changed, as `npm run engine` does. */
export async function buildEngine(): Promise<void> {
  const builder = new URL("../../../src/cli/prepare/build-server.mjs", import.meta.url).href;
  const { buildServer } = (await import(builder)) as {
    buildServer: (root: string, say: (text: string) => void) => Promise<void>;
  };
  await buildServer(process.cwd(), () => undefined);
}

/** What a process that does not start says. */
export interface FailedStart {
  readonly code: number | null;
  readonly error: string;
}

const spawnEngine = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, ["dist/src/cli/engine.js", ...args], { stdio: ["ignore", "pipe", "pipe"] });

const exitOf = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once("close", (code) => resolve(code)));

/** Starts an engine that is expected to refuse. */
export async function startFailing(...args: readonly string[]): Promise<FailedStart> {
  const child = spawnEngine(args);
  let error = "";
  child.stderr?.on("data", (chunk: Buffer) => (error += chunk.toString()));
  return { code: await exitOf(child), error };
}

/** Starts an engine on a free port and waits until it is ready. */
export async function startEngine(...args: readonly string[]): Promise<EngineProcess> {
  const child = spawnEngine(["--port", "0", ...args]);
  let errors = "";
  child.stderr?.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const events = new Set<string>();
  const heard = new EventEmitter();
  const url = await new Promise<string>((resolve, reject) => {
    if (child.stdout === null) throw new Error("Expected standard output to be piped, but it is not");
    createInterface(child.stdout).on("line", (line) => {
      const address = /^ready (http:\S+)\/v2$/u.exec(line)?.[1];
      if (address !== undefined) resolve(address);
      const event = /"event":"([^"]+)"/u.exec(line)?.[1];
      if (event === undefined) return;
      events.add(event);
      heard.emit(event);
    });
    child.once("close", () => reject(new Error(`Expected the engine to start, but it says: ${errors}`)));
  });
  return {
    url,
    logged: async (event) => {
      if (!events.has(event)) await once(heard, event);
    },
    end: (signal) => {
      child.kill(signal);
      return exitOf(child);
    },
    call: async (method, path, body) => {
      const content =
        body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
      const response = await fetch(`${url}/v2${path}`, { method, ...content });
      const text = await response.text();
      return { status: response.status, body: (text === "" ? {} : JSON.parse(text)) as Record<string, unknown> };
    },
  };
}
