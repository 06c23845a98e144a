import { type BenchPart, COMPLETION, CREATION, MIB, RUNS } from "../bench-section.js";
import { deployBench, startEngineUnderTest } from "../engine-under-test.js";
import { figure, repeated } from "../figures.js";
import { inFolder } from "../in-folder.js";
import { createInstances } from "../load.js";
import { finishedSize } from "./finished-size.js";
import {
  measureCases,
  measureCompletion,
  measureCreation,
  measureHistoryPage,
  measureOneAtATime,
} from "../measurements.js";

/** Instances created per second, process C from start to end, and the page of a long history. */
export const creationOverHttp: BenchPart = ({ quick }, measured) =>
  inFolder(async (folder) => {
    const engine = await startEngineUnderTest(folder);
    await deployBench(fetch, engine.url);
    const { open } = engine;
    const count = quick ? 400 : 3000;
    await createInstances(open, 8, 300, "bench-a"); // the first requests compile validators and warm the optimizer
    await createInstances(open, 8, 100, "bench-c");
    for (const process of ["bench-a", "bench-b", "bench-c"]) {
      for (const clients of [1, 8, 32]) {
        await measured(`create ${process} over HTTP, ${clients} clients`, () =>
          repeated(RUNS, CREATION, () => measureCreation(open, clients, clients === 1 ? count / 5 : count, process)),
        );
      }
    }
    await measured("process A over HTTP from start to end, 128 clients that complete its user tasks", () =>
      repeated(RUNS, COMPLETION, () => measureCases(open, 128, quick ? 400 : 6000, "bench-a")),
    );
    await measured("process C over HTTP from start to end, 8 clients that complete its user tasks", () =>
      repeated(RUNS, COMPLETION, () => measureCases(open, 8, quick ? 40 : 400, "bench-c")),
    );
    await measured("history of one instance of 500 events", () =>
      repeated(RUNS, { "history page p95": "ms" }, () => measureHistoryPage(open)),
    );
    await engine.stop();
  });

/** Instances of process B completed per second by one worker, and what they leave on the disk. */
export const completionOverHttp: BenchPart = ({ quick }, measured) =>
  inFolder(async (folder) => {
    const engine = await startEngineUnderTest(folder);
    await deployBench(fetch, engine.url);
    const { open } = engine;
    const [warmUp, count, oneByOne] = [500, quick ? 2000 : 15_000, quick ? 200 : 1000];
    await measureCompletion(open, 16, warmUp);
    await measured("process B over HTTP, 16 creators and one worker", () =>
      repeated(RUNS, COMPLETION, () => measureCompletion(open, 16, count)),
    );
    await measured("process B over HTTP, one at a time", () =>
      repeated(RUNS, COMPLETION, () => measureOneAtATime(open, oneByOne)),
    );
    const resident = engine.residentBytes() / MIB;
    await engine.stop();
    await measured("size of finished instances of process B", async () => [
      figure("resident memory after the load", "MiB", [resident]),
      ...(await finishedSize(folder, warmUp + RUNS * (count + oneByOne))),
    ]);
  });
