import { createEngine } from "../../src/engine/index.js";
import { openSqliteEngineStore } from "../../src/engine-store/index.js";
import { systemClock } from "../../src/platform/index.js";

/**
 * Loads an engine on the SQLite file of its first argument until it is killed. Each line it prints was acknowledged
 * before: `created <instance>` or `completed <job>`.
 */
const file = process.argv[2] ?? "";
const store = openSqliteEngineStore({ file });
const engine = await createEngine({ store, clock: systemClock });

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function create(): Promise<void> {
  for (;;) {
    const outcome = await engine.submit({
      type: "process-instance.create",
      processDefinitionId: "crash",
      variables: { text: "x".repeat(200) },
    });
    if (outcome.ok) say(`created ${outcome.value.processInstanceKey}`);
  }
}

async function work(): Promise<void> {
  for (;;) {
    const outcome = await engine.activateJobs({
      jobType: "work",
      worker: "child",
      timeout: 50,
      maxJobs: 5,
      requestTimeout: 1000,
    });
    for (const { jobKey } of outcome.ok ? outcome.value : []) {
      const completed = await engine.submit({ type: "job.complete", jobKey, variables: { done: jobKey } });
      if (completed.ok) say(`completed ${jobKey}`);
    }
  }
}

await Promise.all([create(), create(), create(), create(), work(), work(), work(), work()]);
