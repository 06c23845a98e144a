import { type BenchPart, MIB, RUNS, TASK_PAGE } from "../bench-section.js";
import { deployBench, startEngineUnderTest } from "../engine-under-test.js";
import { figure, repeated } from "../figures.js";
import { inFolder } from "../in-folder.js";
import { createInstances } from "../load.js";
import { folderBytes, measureFirstPage, measureSearches, measureTaskPage } from "../measurements.js";

const SEARCHES = { "by variable value p95": "ms", "by business id p95": "ms", "deep cursor page p95": "ms" };

const START = { "cold start to ready": "ms", "first page of open tasks": "ms", "resident memory": "MiB" };

/** The page "my open tasks" and searches among more and more open instances, the last of them a million. */
export const pages: BenchPart = ({ quick }, measured) =>
  inFolder(async (folder) => {
    const engine = await startEngineUnderTest(folder);
    await deployBench(fetch, engine.url);
    const { open } = engine;
    let tasks = 0;
    for (const goal of quick ? [1000, 10_000] : [1000, 50_000, 1_000_000]) {
      await createInstances(open, 64, goal - tasks, "bench-a", { businessIds: `goal-${goal}` });
      tasks = goal;
      await measured(`page of 50 open tasks among ${goal}`, () =>
        repeated(RUNS, TASK_PAGE, () => measureTaskPage(open, goal)),
      );
      await measured(`searches among ${goal} instances`, () =>
        repeated(RUNS, SEARCHES, () => measureSearches(open, `goal-${goal}-7`, goal)),
      );
      await measured(`memory with ${goal} open tasks`, () =>
        Promise.resolve([
          figure("resident memory", "MiB", [engine.residentBytes() / MIB]),
          figure("bytes on disk per open instance", "bytes", [folderBytes(folder) / goal]),
        ]),
      );
    }
    await engine.stop();
    await measured(`start with ${tasks} open tasks`, () => repeated(RUNS, START, () => measureStart(folder)));
  });

/** From the start of the process to its ready line on what is there, and to its first page. */
async function measureStart(folder: string) {
  const engine = await startEngineUnderTest(folder);
  const values = {
    "cold start to ready": engine.coldStartMs,
    "first page of open tasks": await measureFirstPage(engine.open),
    "resident memory": engine.residentBytes() / MIB,
  };
  await engine.stop();
  return values;
}
