import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** An engine of this run alone. */
export interface Server {
  /** Address without `/v2`. */
  readonly url: string;
  /** Errors it has logged: whatever it answered, it did not mean to. */
  faults(): number;
  stop(): Promise<void>;
}

const SHOWN_FAULTS = 10;

/** Starts `npm run engine` on a free port; the options say where it keeps its data. @throws {Error} when it does not start. */
export async function startServer(options: readonly string[]): Promise<Server> {
  const program = join("dist", "src", "cli", "engine.js");
  const child = spawn(process.execPath, [program, "--port", "0", ...options], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let faults = 0;
  for (const stream of [child.stdout, child.stderr])
    createInterface(stream).on("line", (line) => {
      const isFault = line.includes('"level":50');
      if (isFault) faults += 1;
      const isShown = isFault ? faults <= SHOWN_FAULTS : stream === child.stderr;
      if (isShown) process.stderr.write(`${line}\n`);
    });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on("line", (line) => {
      const address = /^ready (http:\S+)\/v2$/u.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once("error", reject);
    child.once("close", (code) => reject(new Error(`Expected the engine to start, but it ended with ${code}`)));
  });
  return {
    url,
    faults: () => faults,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
