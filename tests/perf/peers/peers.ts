import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type BenchPart, COMPLETION, RUNS } from "../bench-section.js";
import { figure, type Figure } from "../figures.js";
import { inFolder } from "../in-folder.js";
import { measureCases, measureCompletion } from "../measurements.js";
import { BPMN_ENGINE, openBpmnEngine } from "./bpmn-engine.js";
import { operaton } from "./operaton.js";
import { type Peer, PeerMissing, type RunningPeer } from "./peer.js";
import { thisEngine } from "./this-engine.js";
import { zeebe } from "./zeebe.js";

type Values = Readonly<Record<string, number>>;

/** Something measured once per round. */
interface Measurement {
  readonly title: string;
  /** Process of the system that is let run for it; undefined for one inside this process. */
  readonly pid?: number;
  readonly measure: () => Promise<Values>;
  readonly runs: Values[];
}

interface Counts {
  readonly warmUp: number;
  readonly jobs: number;
  readonly cases: number;
}

const measurement = (title: string, measure: () => Promise<Values>, pid?: number): Measurement => ({
  title,
  measure,
  runs: [],
  ...(pid === undefined ? {} : { pid }),
});

/** Warms a peer up, so that its just-in-time compiler has seen the load, and says what is measured on it. */
async function measurementsOf(peer: Peer, running: RunningPeer, counts: Counts): Promise<readonly Measurement[]> {
  const { open, dialect, pid } = running;
  const { name, storage, hasTaskQueries } = peer;
  await measureCompletion(open, 16, counts.warmUp, dialect);
  if (hasTaskQueries) await measureCases(open, 8, counts.warmUp / 4, "bench-a", dialect);
  const completion = measurement(
    `${name}: process B over HTTP, 16 creators and one worker; ${storage}`,
    () => measureCompletion(open, 16, counts.jobs, dialect),
    pid,
  );
  if (!hasTaskQueries) return [completion];
  const cases = measurement(
    `${name}: process A over HTTP from start to end, 8 clients that complete its user tasks; ${storage}`,
    () => measureCases(open, 8, counts.cases, "bench-a", dialect),
    pid,
  );
  return [completion, cases];
}

const figuresOf = ({ runs }: Measurement): readonly Figure[] =>
  Object.entries(COMPLETION).map(([name, unit]) =>
    figure(
      name,
      unit,
      runs.map((values) => values[name] ?? Number.NaN),
    ),
  );

/** Lets one server run and holds the others: a waiting engine has work of its own, too. */
const letRun = (all: readonly number[], pid: number | undefined): void => {
  for (const each of all) process.kill(each, each === pid ? "SIGCONT" : "SIGSTOP");
};

/** Other engines and this one, round by round in turn, so that what the machine does meanwhile meets all of them. */
export const peers: BenchPart = ({ quick, cache, say }, measured) =>
  inFolder(async (folder) => {
    mkdirSync(cache, { recursive: true });
    const counts: Counts = quick ? { warmUp: 400, jobs: 500, cases: 100 } : { warmUp: 2000, jobs: 3000, cases: 600 };
    const running: RunningPeer[] = [];
    const measurements: Measurement[] = [];
    const isMissing = (name: string, error: unknown): void => {
      if (!(error instanceof PeerMissing)) throw error;
      say(`${name} is left out: ${error.message}`);
    };
    try {
      for (const peer of [thisEngine, operaton, zeebe]) {
        const own = join(folder, peer.name.replaceAll(" ", "-"));
        mkdirSync(own);
        say(`starting ${peer.name} ...`);
        try {
          const started = await peer.start({ cache, folder: own });
          running.push(started);
          measurements.push(...(await measurementsOf(peer, started, counts)));
          process.kill(started.pid, "SIGSTOP");
        } catch (error) {
          isMissing(peer.name, error);
        }
      }
      const bpmnEngine = await openBpmnEngine(cache, folder);
      await bpmnEngine(counts.cases / 10);
      measurements.push(
        measurement(`${BPMN_ENGINE}: process A in process, one after the other; state saved to a SQLite file`, () =>
          bpmnEngine(counts.cases / 2),
        ),
      );
      const pids = running.map(({ pid }) => pid);
      for (let round = 1; round <= RUNS; round++) {
        for (const { title, pid, measure, runs } of measurements) {
          say(`round ${round}, ${title} ...`);
          letRun(pids, pid);
          runs.push(await measure());
        }
      }
    } finally {
      for (const peer of running) {
        process.kill(peer.pid, "SIGCONT");
        await peer.stop();
      }
    }
    for (const each of measurements) await measured(each.title, () => Promise.resolve(figuresOf(each)));
  });
