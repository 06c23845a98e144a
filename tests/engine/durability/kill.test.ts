import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openSqliteEngineStore } from "../../../src/engine-store/index.js";
import { systemClock } from "../../../src/platform/index.js";
import { createEngine, type EngineStore } from "../../../src/engine/index.js";
import { assertReplayEquals, bpmn, path, serviceTask } from "../../support/engine-dsl.js";

const PROCESS = bpmn(
  "crash",
  `<bpmn:startEvent id="start" />${serviceTask("work")}<bpmn:endEvent id="end" />${path("start", "work", "end")}`,
);

describe("an engine that is killed in the middle of load", () => {
  const folder = mkdtempSync(join(tmpdir(), "engine-kill-"));
  const file = join(folder, "engine.db");
  const created = new Set<string>();
  const completed = new Set<string>();

  beforeAll(async () => {
    execFileSync(process.execPath, ["src/cli/prepare.mjs", "build"], { stdio: "ignore" });
    const store: EngineStore = openSqliteEngineStore({ file });
    const engine = await createEngine({ store, clock: systemClock });
    await engine.submit({
      type: "deployment.create",
      resources: [{ name: "crash.bpmn", content: new TextEncoder().encode(PROCESS) }],
    });
    await engine.close();
    await store.close();
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs the child until it has acknowledged some commands, then kills it without warning. */
  async function runAndKill(acknowledged: number): Promise<void> {
    const child = spawn(process.execPath, ["dist/tests/support/engine-crash-child.js", file], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let lines = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      const [what, key] = line.split(" ");
      if (what === "created" && key !== undefined) created.add(key);
      if (what === "completed" && key !== undefined) completed.add(key);
      lines += 1;
      if (lines === acknowledged) child.kill("SIGKILL");
    }
    expect(lines).toBeGreaterThanOrEqual(acknowledged);
  }

  it.each([57, 211, 400])(
    "should have lost nothing and done nothing twice after %d acknowledged commands",
    async (acknowledged) => {
      await runAndKill(acknowledged);
      const store: EngineStore = openSqliteEngineStore({ file });
      const instances = new Map(
        (await store.select({ table: "process_instance" })).map((row) => [row.processInstanceKey, row]),
      );
      const jobs = await store.select({ table: "job" });
      for (const key of created) expect(instances.has(key)).toBe(true);
      const done = new Set(jobs.filter(({ state }) => state === "COMPLETED").map(({ jobKey }) => jobKey));
      for (const key of completed) expect(done.has(key)).toBe(true);
      expect(new Set(jobs.map(({ processInstanceKey }) => processInstanceKey)).size).toBe(jobs.length);
      expect([...instances.values()].filter(({ state }) => state === "COMPLETED")).toHaveLength(done.size);
      await assertReplayEquals(store);
      await store.close();
    },
    60_000,
  );

  it("should finish what is left after the last restart", async () => {
    const store: EngineStore = openSqliteEngineStore({ file });
    const engine = await createEngine({ store, clock: systemClock });
    for (;;) {
      const open = (await store.select({ table: "job" })).filter((job) => job.open);
      if (open.length === 0) break;
      await Promise.all(open.map(({ jobKey }) => engine.submit({ type: "job.complete", jobKey })));
    }
    const states = new Set((await store.select({ table: "process_instance" })).map(({ state }) => state));
    expect([...states]).toEqual(["COMPLETED"]);
    await engine.close();
    await assertReplayEquals(store);
    await store.close();
  }, 120_000);
});
