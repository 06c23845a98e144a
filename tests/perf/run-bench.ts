import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { createCamundaApi } from "../../src/camunda-api/index.js";
import { createEngine } from "../../src/engine/index.js";
import { openSqliteEngineStore } from "../../src/engine-store/index.js";
import { systemClock } from "../../src/platform/index.js";
import { deployBench, startEngineUnderTest, type EngineUnderTest } from "./engine-under-test.js";
import { figure, repeated, type Figure } from "./figures.js";
import { LeanHttpClient } from "./lean-http-client.js";
import { createInstances, type Lane, type OpenLane } from "./load.js";
import {
  folderBytes,
  measureCases,
  measureCompletion,
  measureCreation,
  measureHistoryPage,
  measureTaskPage,
} from "./measurements.js";

/** How much is measured. */
export interface BenchOptions {
  /** Fewer instances, and the task page with at most 50,000 tasks. */
  readonly quick: boolean;
  /** Also with a million open tasks, which takes many minutes. */
  readonly million: boolean;
  /** Told what is being measured. */
  readonly say: (text: string) => void;
}

/** A group of figures measured under the same conditions. */
export interface BenchSection {
  readonly title: string;
  readonly figures: readonly Figure[];
}

/** Everything a run found, with the conditions it ran under. */
export interface BenchReport {
  readonly node: string;
  readonly cpu: string;
  readonly cores: number;
  readonly database: string;
  readonly sections: readonly BenchSection[];
}

const RUNS = 3;
const MIB = 1024 * 1024;
const CREATION = { "created per second": "1/s", "create p50": "ms", "create p95": "ms", "create p99": "ms" };
const COMPLETION = { "completed per second": "1/s", "create to completed p50": "ms", "create to completed p95": "ms" };
const TASK_PAGE = { "assignee page p95": "ms", "group page p95": "ms" };

/** Runs the whole bench on SQLite files in the system's temporary folder, which are removed afterwards. */
export async function runBench(options: BenchOptions): Promise<BenchReport> {
  const sections: BenchSection[] = [];
  const measured = async (title: string, figures: () => Promise<readonly Figure[]>): Promise<void> => {
    options.say(title);
    sections.push({ title, figures: await figures() });
  };
  await measured("cold start on an empty folder", coldStart);
  await inFolder((folder) => overHttp(folder, options, measured));
  await inFolder((folder) => inProcess(folder, options, measured));
  await inFolder((folder) => taskPages(folder, options, measured));
  return {
    node: process.version,
    cpu: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    database: "SQLite file, journal_mode=WAL, synchronous=FULL",
    sections,
  };
}

type Measured = (title: string, figures: () => Promise<readonly Figure[]>) => Promise<void>;

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "engine-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const coldStart = (): Promise<readonly Figure[]> =>
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
  );

const httpLane =
  ({ url }: EngineUnderTest): OpenLane =>
  () =>
    LeanHttpClient.open(url);

async function overHttp(folder: string, { quick }: BenchOptions, measured: Measured): Promise<void> {
  const engine = await startEngineUnderTest(folder);
  await deployBench(fetch, engine.url);
  const open = httpLane(engine);
  const count = quick ? 500 : 3000;
  await createInstances(open, 8, 300, "bench-a"); // the first requests compile validators and warm the optimizer
  await createInstances(open, 8, 100, "bench-c");
  for (const process of ["bench-a", "bench-b", "bench-c"]) {
    for (const clients of [1, 8, 32]) {
      await measured(`create ${process} over HTTP, ${clients} clients`, () =>
        repeated(RUNS, CREATION, () => measureCreation(open, clients, clients === 1 ? count / 5 : count, process)),
      );
    }
  }
  await measured("process C over HTTP from start to end, 8 clients that complete its user tasks", () =>
    repeated(RUNS, COMPLETION, () => measureCases(open, 8, quick ? 40 : 400)),
  );
  await measured("history of one instance", () =>
    repeated(RUNS, { "history page p95": "ms" }, () => measureHistoryPage(open)),
  );
  await engine.stop();
  await inFolder((fresh) => completionOverHttp(fresh, quick, measured));
}

async function completionOverHttp(folder: string, quick: boolean, measured: Measured): Promise<void> {
  const engine = await startEngineUnderTest(folder);
  await deployBench(fetch, engine.url);
  const open = httpLane(engine);
  const [warmUp, count] = [500, quick ? 3000 : 15_000];
  await measureCompletion(open, 16, warmUp);
  await measured("process B over HTTP, 16 creators and one worker", () =>
    repeated(RUNS, COMPLETION, () => measureCompletion(open, 16, count)),
  );
  const resident = engine.residentBytes() / MIB;
  await engine.stop();
  await measured("size of finished instances of process B", () =>
    Promise.resolve([
      figure("bytes on disk per instance", "bytes", [folderBytes(folder) / (warmUp + RUNS * count)]),
      figure("resident memory after the load", "MiB", [resident]),
    ]),
  );
}

async function inProcess(folder: string, { quick }: BenchOptions, measured: Measured): Promise<void> {
  const store = openSqliteEngineStore({ file: join(folder, "engine.db") });
  const engine = await createEngine({ store, clock: systemClock });
  const api = createCamundaApi({ engine, store });
  const lane: Lane = {
    call: async (method, path, body) => {
      const init = body === undefined ? { method } : { method, body, headers: { "content-type": "application/json" } };
      const response = await api.handle(new Request(`http://engine.local/v2${path}`, init));
      return { status: response.status, body: await response.text() };
    },
    close: () => undefined,
  };
  const open = () => Promise.resolve(lane);
  await deployBench((request) => api.handle(request), "http://engine.local");
  await measureCompletion(open, 16, 500);
  await measured("process B in process, 16 creators and one worker", () =>
    repeated(RUNS, COMPLETION, () => measureCompletion(open, 16, quick ? 2000 : 10_000)),
  );
  await measured("create bench-a in process, 1 client", () =>
    repeated(RUNS, CREATION, () => measureCreation(open, 1, quick ? 200 : 1000, "bench-a")),
  );
  await measured("process C in process from start to end, 8 clients that complete its user tasks", () =>
    repeated(RUNS, COMPLETION, () => measureCases(open, 8, quick ? 40 : 400)),
  );
  await measured("history of one instance, in process", () =>
    repeated(RUNS, { "history page p95": "ms" }, () => measureHistoryPage(open)),
  );
  await engine.close();
  store.close();
}

async function taskPages(folder: string, { quick, million }: BenchOptions, measured: Measured): Promise<void> {
  const engine = await startEngineUnderTest(folder);
  await deployBench(fetch, engine.url);
  const open = httpLane(engine);
  let tasks = 0;
  for (const goal of [1000, quick ? 10_000 : 50_000, ...(million ? [1_000_000] : [])]) {
    await createInstances(open, 64, goal - tasks, "bench-a");
    tasks = goal;
    await measured(`page of 50 open tasks among ${goal}`, () => repeated(RUNS, TASK_PAGE, () => measureTaskPage(open)));
    await measured(`memory with ${goal} open tasks`, () =>
      Promise.resolve([
        figure("resident memory", "MiB", [engine.residentBytes() / MIB]),
        figure("bytes on disk per open instance", "bytes", [folderBytes(folder) / goal]),
      ]),
    );
  }
  await engine.stop();
}
