import type { Clock } from "../platform/index.js";
import type { Database } from "../platform/db/index.js";

/** What a command may use. @since 1.1 */
export interface CommandContext {
  readonly clock: Clock;
  /** Words behind the command's name. */
  readonly args: readonly string[];
  /** All of the standard input, as text. */
  readInput(): Promise<string>;
  /** Writes a line to the standard output. */
  write(text: string): void;
  /** Writes a line for people, to the standard error. */
  complain(text: string): void;
  /** What plugins added to an extension point. */
  contributions(point: string): readonly unknown[];
  /** The database of the data folder (or of the configured server); undefined when there is no data folder yet. Closed after the command. */
  database(): Promise<Database | undefined>;
}

/** Something that a plugin does on the command line, without engine and server. @since 1.1 */
export interface PluginCommand {
  /** Also the name of the script in package.json. */
  readonly name: string;
  /** @returns the exit code. */
  run(context: CommandContext): Promise<number>;
}
