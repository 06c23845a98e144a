import { openPrintRunWorld } from "./print-run-world.js";

/** Goes on with the print runs in the folder of its first argument until it is killed; each line was printed and kept before. */
const world = await openPrintRunWorld(process.argv[2] ?? "", (number) => process.stdout.write(`${number}\n`));
world.runs.resume();
await world.runs.idle();
await world.close();
