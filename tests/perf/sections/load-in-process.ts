import { join } from "node:path";
import { createCamundaApi } from "../../../src/camunda-api/index.js";
import { createEngine } from "../../../src/engine/index.js";
import { openSqliteEngineStore } from "../../../src/engine-store/index.js";
import { systemClock } from "../../../src/platform/index.js";
import { type BenchPart, COMPLETION, CREATION, RUNS } from "../bench-section.js";
import { deployBench } from "../engine-under-test.js";
import { repeated } from "../figures.js";
import { inFolder } from "../in-folder.js";
import type { Lane } from "../load.js";
import { measureCases, measureCompletion, measureCreation, measureHistoryPage } from "../measurements.js";

/** The same through `handle` in one process with the load, as the platform uses the engine inside. */
export const loadInProcess: BenchPart = ({ quick }, measured) =>
  inFolder(async (folder) => {
    const store = openSqliteEngineStore({ file: join(folder, "engine.db") });
    const engine = await createEngine({ store, clock: systemClock });
    const api = createCamundaApi({ engine, store });
    const lane: Lane = {
      call: async (method, path, body) => {
        const init =
          body === undefined ? { method } : { method, body, headers: { "content-type": "application/json" } };
        const response = await api.handle(new Request(`http://engine.local/v2${path}`, init));
        return { status: response.status, body: await response.text() };
      },
      close: () => undefined,
    };
    const open = () => Promise.resolve(lane);
    await deployBench((request) => api.handle(request), "http://engine.local");
    await measureCompletion(open, 16, 500);
    await measured("process B in process, 16 creators and one worker", () =>
      repeated(RUNS, COMPLETION, () => measureCompletion(open, 16, quick ? 1500 : 10_000)),
    );
    await measured("create bench-a in process, 1 client", () =>
      repeated(RUNS, CREATION, () => measureCreation(open, 1, quick ? 200 : 1000, "bench-a")),
    );
    await measured("process C in process from start to end, 8 clients that complete its user tasks", () =>
      repeated(RUNS, COMPLETION, () => measureCases(open, 8, quick ? 40 : 400, "bench-c")),
    );
    await measured("history of one instance of 500 events, in process", () =>
      repeated(RUNS, { "history page p95": "ms" }, () => measureHistoryPage(open)),
    );
    await engine.close();
    await store.close();
  });
