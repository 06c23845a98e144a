import { type BenchPart, COMPLETION, RUNS } from "../bench-section.js";
import { deployBench, type EngineUnderTest, startEngineUnderTest } from "../engine-under-test.js";
import { repeated } from "../figures.js";
import { inFolder } from "../in-folder.js";
import type { Lane } from "../load.js";
import { measureCompletion } from "../measurements.js";

/** Opens long polls for job types that never come; each asks again when it is answered. Gives what ends them. */
async function idlePolls({ open }: EngineUnderTest, count: number): Promise<() => void> {
  const lanes: Lane[] = [];
  const over = new AbortController();
  const poll = async (lane: Lane, type: string): Promise<void> => {
    const body = JSON.stringify({
      type,
      worker: "idle",
      timeout: 60_000,
      maxJobsToActivate: 1,
      requestTimeout: 60_000,
    });
    while (!over.signal.aborted) await lane.call("POST", "/jobs/activation", body);
  };
  for (let n = 0; n < count; n++) {
    const lane = await open();
    lanes.push(lane);
    // The connection closes at the end, which is the last answer.
    poll(lane, `idle-${n}`).catch(() => undefined);
  }
  return () => {
    over.abort();
    for (const lane of lanes) lane.close();
  };
}

/** Whether workers that wait for nothing slow down the one that has work. */
export const idleWorkers: BenchPart = ({ quick }, measured) =>
  inFolder(async (folder) => {
    const engine = await startEngineUnderTest(folder);
    await deployBench(fetch, engine.url);
    await measureCompletion(engine.open, 16, 500);
    for (const workers of [1, 1000]) {
      const end = await idlePolls(engine, workers);
      await measured(`process B over HTTP beside ${workers} idle polling workers`, () =>
        repeated(RUNS, COMPLETION, () => measureCompletion(engine.open, 16, quick ? 700 : 5000)),
      );
      end();
    }
    await engine.stop();
  });
