import { processB, withId } from "../bench-models.js";
import { type BenchPart, COMPLETION, MIB, RUNS } from "../bench-section.js";
import { deployBench, type EngineUnderTest, startEngineUnderTest } from "../engine-under-test.js";
import { figure, repeated } from "../figures.js";
import { inFolder } from "../in-folder.js";
import { measureCompletion } from "../measurements.js";

const PROCESSES = 100;

/** Deploys until there are `count` versions: of one process up to a hundred, of a hundred processes beyond. */
async function deployVersions({ url }: EngineUnderTest, count: number): Promise<void> {
  const processes = count < PROCESSES ? 1 : PROCESSES;
  for (let version = 1; version <= count / processes; version++) {
    const form = new FormData();
    for (let n = 0; n < processes; n++)
      form.append("resources", new File([`${withId(processB, `other-${n}`)}<!-- ${version} -->`], `other-${n}.bpmn`));
    const response = await fetch(`${url}/v2/deployments`, { method: "POST", body: form });
    if (!response.ok) throw new Error(`Expected versions to be deployed, but: ${await response.text()}`);
  }
}

/** Whether many deployed versions slow down the instances of one, and the start of the engine. */
export const manyVersions: BenchPart = async ({ quick }, measured) => {
  for (const versions of [10, quick ? 1000 : 10_000]) {
    await inFolder(async (folder) => {
      const before = await startEngineUnderTest(folder);
      await deployBench(fetch, before.url);
      await deployVersions(before, versions);
      await before.stop();
      const engine = await startEngineUnderTest(folder);
      await measureCompletion(engine.open, 16, 300);
      await measured(`process B over HTTP with ${versions} deployed versions`, () =>
        repeated(RUNS, COMPLETION, () => measureCompletion(engine.open, 16, quick ? 700 : 5000)),
      );
      await measured(`start with ${versions} deployed versions`, () =>
        Promise.resolve([
          figure("start to ready", "ms", [engine.coldStartMs]),
          figure("resident memory after the load", "MiB", [engine.residentBytes() / MIB]),
        ]),
      );
      await engine.stop();
    });
  }
};
