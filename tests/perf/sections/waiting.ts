import { setTimeout } from "node:timers/promises";
import { ask } from "../ask.js";
import { type BenchPart, RUNS } from "../bench-section.js";
import { deployBench, startEngineUnderTest } from "../engine-under-test.js";
import { percentile, repeated } from "../figures.js";
import { inFolder } from "../in-folder.js";
import type { OpenLane } from "../load.js";

type Values = Readonly<Record<string, number>>;
interface Job {
  readonly variables: { readonly due?: string };
}

/** Time to create all instances before the first timer is due. */
const AHEAD_MS = 1_000;
/** From one timer to the next: some are due while another one is being served. */
const APART_MS = 15;
/** Long enough for a poll to have found nothing and to wait. */
const SETTLED_MS = 20;

const poll = (type: string, maxJobsToActivate: number): string =>
  JSON.stringify({ type, timeout: 60_000, maxJobsToActivate, worker: "bench", requestTimeout: 10_000 });

const start = (processDefinitionId: string, variables: object): string =>
  JSON.stringify({ processDefinitionId, variables });

/** How long after its due time a timer's job is in the hands of a worker that waits for it: firing, commit and answer together. */
const measureTimers = async (open: OpenLane, count: number): Promise<Values> => {
  const [creator, worker] = [await open(), await open()];
  const first = Date.now() + AHEAD_MS;
  for (let n = 0; n < count; n++) {
    const due = new Date(first + n * APART_MS).toISOString();
    await ask(creator, "POST", "/process-instances", start("bench-timer", { due }));
  }
  const lateMs: number[] = [];
  while (lateMs.length < count) {
    const { jobs } = await ask<{ jobs: readonly Job[] }>(worker, "POST", "/jobs/activation", poll("bench-ring", count));
    const now = Date.now();
    lateMs.push(...jobs.map(({ variables }) => now - Date.parse(variables.due ?? "")));
  }
  creator.close();
  worker.close();
  return {
    "due to worker p50": percentile(lateMs, 0.5),
    "due to worker p95": percentile(lateMs, 0.95),
    "due to worker latest": Math.max(...lateMs),
  };
};

/** How long after a creation is sent, and after it is answered, the new job is in the hands of a worker that waits for it. */
const measureLongPolls = async (open: OpenLane, count: number): Promise<Values> => {
  const [creator, worker] = [await open(), await open()];
  const fromSent: number[] = [];
  const fromAnswer: number[] = [];
  for (let n = 0; n < count; n++) {
    const handed = ask(worker, "POST", "/jobs/activation", poll("bench-knock", 1)).then(() => performance.now());
    await setTimeout(SETTLED_MS);
    const sent = performance.now();
    await ask(creator, "POST", "/process-instances", start("bench-knock", {}));
    const answered = performance.now();
    const at = await handed;
    fromSent.push(at - sent);
    fromAnswer.push(at - answered);
  }
  creator.close();
  worker.close();
  return {
    "creation sent to job handed out p50": percentile(fromSent, 0.5),
    "creation sent to job handed out p95": percentile(fromSent, 0.95),
    "creation answered to job handed out p95": percentile(fromAnswer, 0.95),
  };
};

const inMs = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, "ms"]));
const TIMER_FIGURES = inMs(["due to worker p50", "due to worker p95", "due to worker latest"]);
const POLL_FIGURES = inMs([
  "creation sent to job handed out p50",
  "creation sent to job handed out p95",
  "creation answered to job handed out p95",
]);

/** Timers and long polls of an engine on a fresh folder, over HTTP, with the machine's clock. */
export const waiting: BenchPart = ({ quick }, measured) =>
  inFolder(async (folder) => {
    const engine = await startEngineUnderTest(folder);
    await deployBench(fetch, engine.url);
    const [timers, polls] = quick ? [30, 15] : [100, 50];
    await measureLongPolls(engine.open, 15); // the first requests compile validators and warm the optimizer
    await measureTimers(engine.open, 10);
    await measured(`${timers} timers, ${APART_MS} ms apart, and a worker that waits for their jobs`, () =>
      repeated(RUNS, TIMER_FIGURES, () => measureTimers(engine.open, timers)),
    );
    await measured("a worker that waits for a job (long poll) when an instance is created", () =>
      repeated(RUNS, POLL_FIGURES, () => measureLongPolls(engine.open, polls)),
    );
    await engine.stop();
  });
