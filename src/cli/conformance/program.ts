import { spawn } from "node:child_process";

/** Where and how a program runs. */
export interface ProgramOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Keep the output instead of showing it. */
  readonly quiet?: boolean;
}

/** What a program that has ended leaves behind. */
export interface Ended {
  /** 127 when the program is not installed. */
  readonly code: number;
  /** Both outputs, only when quiet. */
  readonly output: string;
}

/** Runs a program to its end. */
export function runProgram(command: string, args: readonly string[], options: ProgramOptions = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const stream = options.quiet === true ? "pipe" : "inherit";
    const child = spawn(command, args, {
      stdio: ["ignore", stream, stream],
      env: { ...process.env, ...options.env },
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    let output = "";
    for (const pipe of [child.stdout, child.stderr])
      pipe?.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
    child.once("error", () => resolve({ code: 127, output }));
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a program that has to succeed. @throws {Error} with what it said when it does not. */
export async function requireProgram(
  command: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<string> {
  const { code, output } = await runProgram(command, args, { ...options, quiet: true });
  if (code !== 0)
    throw new Error(`Expected '${command}' to succeed, but it ended with ${code}:\n${output.slice(-4000)}`);
  return output;
}
