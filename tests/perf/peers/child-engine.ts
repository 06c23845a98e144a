import { spawn } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { createWriteStream } from "node:fs";
import { join } from "node:path";

/** A server of another engine. */
export interface ChildEngine {
  readonly pid: number;
  stop(): Promise<void>;
}

const READY_MS = 120_000;
const LOOK_MS = 200;

/** Ports that are free now. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
          const server = createServer().once("error", reject);
          server.listen(0, "127.0.0.1", () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/**
 * Starts a server whose output goes to a file of its folder, and waits until an address answers.
 *
 * @throws {Error} naming that file when it ends or does not answer in two minutes.
 */
export async function startChildEngine(
  command: string,
  args: readonly string[],
  { folder, env, readyUrl }: { folder: string; env: Readonly<Record<string, string>>; readyUrl: string },
): Promise<ChildEngine> {
  const log = join(folder, "output.log");
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = createWriteStream(log);
  child.stdout.pipe(output, { end: false });
  child.stderr.pipe(output, { end: false });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
    output.end();
  };
  const until = performance.now() + READY_MS;
  while (!(await answers(readyUrl))) {
    if (child.exitCode !== null || performance.now() > until) {
      await stop();
      throw new Error(`Expected ${command} to answer at ${readyUrl}, but it does not; its output is in ${log}`);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return { pid: child.pid ?? 0, stop };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
