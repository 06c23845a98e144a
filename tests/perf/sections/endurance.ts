import { type BenchPart, MIB } from "../bench-section.js";
import { deployBench, startEngineUnderTest } from "../engine-under-test.js";
import { figure } from "../figures.js";
import { inFolder } from "../in-folder.js";
import { measureCompletion } from "../measurements.js";

const WINDOWS = 10;
const FIGURE = "completed per second";

/** Whether an engine gets slower with what it has done: the first and the last of ten windows of one long run. */
export const endurance: BenchPart = ({ quick }, measured) =>
  inFolder(async (folder) => {
    const perWindow = quick ? 500 : 100_000;
    const engine = await startEngineUnderTest(folder);
    await deployBench(fetch, engine.url);
    await measureCompletion(engine.open, 16, 1000);
    await measured(
      `process B over HTTP, ${WINDOWS} windows of ${perWindow} instances one after the other`,
      async () => {
        const rates: number[] = [];
        const residents: number[] = [];
        for (let window = 0; window < WINDOWS; window++) {
          rates.push((await measureCompletion(engine.open, 16, perWindow))[FIGURE] ?? Number.NaN);
          residents.push(engine.residentBytes() / MIB);
        }
        return [
          figure(`${FIGURE}, all windows`, "1/s", rates),
          figure(`${FIGURE}, first window`, "1/s", rates.slice(0, 1)),
          figure(`${FIGURE}, last window`, "1/s", rates.slice(-1)),
          figure("resident memory after each window", "MiB", residents),
        ];
      },
    );
    await engine.stop();
  });
