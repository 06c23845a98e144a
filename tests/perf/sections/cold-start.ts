import { type BenchPart, MIB, RUNS } from "../bench-section.js";
import { startEngineUnderTest } from "../engine-under-test.js";
import { repeated } from "../figures.js";
import { inFolder } from "../in-folder.js";

/** From the start of the process to its ready line, and the memory it has then. */
export const coldStart: BenchPart = (_options, measured) =>
  measured("cold start on an empty folder", () =>
    repeated(RUNS, { "cold start to ready": "ms", "resident memory idle": "MiB" }, () =>
      inFolder(async (folder) => {
        const engine = await startEngineUnderTest(folder);
        const values = {
          "cold start to ready": engine.coldStartMs,
          "resident memory idle": engine.residentBytes() / MIB,
        };
        await engine.stop();
        return values;
      }),
    ),
  );
