import { existsSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "./program.js";

/** The two players of a folder of recorded scenarios, with their arguments. */
const PLAYERS: readonly (readonly string[])[] = [["run.mjs", "verify"], ["verify88.mjs"]];

/**
 * Plays recorded scenarios: the players of the folder compare by themselves and end with 0 when all agree.
 *
 * @throws {Error} when the folder holds none of the players.
 */
export async function playRecorded({ url, folder }: { url: string; folder: string }): Promise<boolean> {
  const players = PLAYERS.filter(([file = ""]) => existsSync(join(folder, file)));
  if (players.length === 0)
    throw new Error(`Expected '${folder}' to hold run.mjs or verify88.mjs, but there is neither`);
  let agree = true;
  for (const [file = "", ...args] of players) {
    const { code } = await runProgram(process.execPath, [join(folder, file), ...args, "--rest", url]);
    agree &&= code === 0;
  }
  return agree;
}
