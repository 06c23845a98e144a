import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { benchResources } from "./bench-models.js";
import { LeanHttpClient } from "./lean-http-client.js";
import type { OpenLane } from "./load.js";

/** The engine in its own process on a fresh folder. */
export interface EngineUnderTest {
  readonly url: string;
  readonly pid: number;
  /** A further connection to `/v2`. */
  readonly open: OpenLane;
  /** Milliseconds from the start of the process to its ready line. */
  readonly coldStartMs: number;
  /** Resident memory in bytes now; NaN where the system has no /proc. */
  residentBytes(): number;
  stop(): Promise<void>;
}

const PROGRAM = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "src", "cli", "engine.js");

/** Starts the built engine on a data folder, with further options, and waits until it answers. */
export async function startEngineUnderTest(folder: string, options: readonly string[] = []): Promise<EngineUnderTest> {
  const started = performance.now();
  const child = spawn(process.execPath, [PROGRAM, "--port", "0", "--data", folder, ...options], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await readyUrl(child);
  return {
    url,
    pid: child.pid ?? 0,
    open: () => LeanHttpClient.open(url),
    coldStartMs: performance.now() - started,
    residentBytes: () => residentBytes(child.pid ?? 0),
    stop: () =>
      new Promise((resolve) => {
        child.once("close", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}

const readyUrl = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    if (child.stdout === null) throw new Error("Expected standard output to be piped, but it is not");
    createInterface(child.stdout).on("line", (line) => {
      const url = /^ready (http:\S+)\/v2$/u.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once("close", () => reject(new Error("Expected the engine to start, but it ended")));
  });

/** Resident memory of a process; NaN where the system has no /proc. */
export function residentBytes(pid: number): number {
  try {
    const kib = /^VmRSS:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kib === undefined ? Number.NaN : Number(kib) * 1024;
  } catch {
    return Number.NaN;
  }
}

/** Deploys the bench's processes. */
export async function deployBench(send: (request: Request) => Promise<Response>, url: string): Promise<void> {
  const form = new FormData();
  for (const [name, content] of benchResources) form.append("resources", new File([content], name));
  const response = await send(new Request(`${url}/v2/deployments`, { method: "POST", body: form }));
  if (!response.ok) throw new Error(`Expected the bench's processes to be deployed, but: ${await response.text()}`);
}
