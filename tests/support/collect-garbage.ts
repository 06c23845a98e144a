import { setImmediate as turn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose_gc");
const collect = runInNewContext("gc") as () => void;

/** Lets what is finished be forgotten, then removes everything that nothing holds. */
export const collectGarbage = async (): Promise<void> => {
  for (let round = 0; round < 3; round++) {
    await turn();
    collect();
  }
};
