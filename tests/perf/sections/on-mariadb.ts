import { spawnSync } from "node:child_process";
import { freshMariadb } from "../../support/database.js";
import { type BenchPart, COMPLETION, CREATION, RUNS, TASK_PAGE } from "../bench-section.js";
import { deployBench, startEngineUnderTest } from "../engine-under-test.js";
import { repeated } from "../figures.js";
import { inFolder } from "../in-folder.js";
import { createInstances } from "../load.js";
import { measureCases, measureCompletion, measureCreation, measureTaskPage } from "../measurements.js";

const SCRIPT = "tests/support/mariadb.sh";

/** Runs with the address of a MariaDB: the one that the environment names, or an own one that ends afterwards. */
async function withMariadb(say: (text: string) => void, work: () => Promise<void>): Promise<void> {
  const isGiven = process.env["ALUR_TEST_MARIADB_URL"] !== undefined;
  if (!isGiven) {
    const { status, stderr } = spawnSync("bash", [SCRIPT, "start"], { encoding: "utf8" });
    if (status !== 0) return say(`MariaDB is left out: ${stderr.trim()}`);
  }
  await work();
  if (!isGiven) spawnSync("bash", [SCRIPT, "stop"]);
}

/** The main figures with the tables in MariaDB, each commit on its disk (innodb_flush_log_at_trx_commit=1). */
export const onMariadb: BenchPart = ({ quick, say }, measured) =>
  withMariadb(say, () =>
    inFolder(async (folder) => {
      const schema = await freshMariadb();
      const engine = await startEngineUnderTest(folder, ["--database", schema.url]);
      await deployBench(fetch, engine.url);
      const { open } = engine;
      await measureCompletion(open, 16, 200);
      await measured("MariaDB: create bench-a over HTTP, 8 clients", () =>
        repeated(RUNS, CREATION, () => measureCreation(open, 8, quick ? 300 : 2000, "bench-a")),
      );
      await measured("MariaDB: process B over HTTP, 16 creators and one worker", () =>
        repeated(RUNS, COMPLETION, () => measureCompletion(open, 16, quick ? 500 : 5000)),
      );
      await measured("MariaDB: process C over HTTP from start to end, 8 clients that complete its user tasks", () =>
        repeated(RUNS, COMPLETION, () => measureCases(open, 8, quick ? 20 : 200, "bench-c")),
      );
      const tasks = quick ? 2000 : 50_000;
      await createInstances(open, 32, tasks, "bench-a");
      await measured(`MariaDB: page of 50 open tasks among some ${tasks}`, () =>
        repeated(RUNS, TASK_PAGE, () => measureTaskPage(open, tasks)),
      );
      await engine.stop();
      await schema.drop();
    }),
  );
