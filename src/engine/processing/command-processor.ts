import type { CommandResults, Command } from "../protocol/commands.js";
import { Rejected } from "../protocol/rejections.js";
import type { Processing } from "./processing.js";

/** Decides on one command: emits events and answers, or throws Rejected. Reads state, never writes it. */
export type CommandProcessor<C extends Command> = (command: C, p: Processing) => CommandResults[C["type"]];

/** Refuses a command. */
export function reject(code: Rejected["code"], reason: string): never {
  throw new Rejected(code, reason);
}
