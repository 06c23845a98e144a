import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { databaseKinds } from "../../support/database.js";
import { bpmn, EngineUnderTest, path, serviceTask, userTask } from "../../support/engine-dsl.js";
import { dropEngineStores } from "../../support/engine-stores.js";

const CALLED = bpmn(
  "called",
  `<bpmn:startEvent id="s" />${serviceTask("a")}<bpmn:endEvent id="e" />${path("s", "a", "e")}`,
);
const CALLER = bpmn(
  "caller",
  `<bpmn:startEvent id="s" /><bpmn:callActivity id="call"><bpmn:extensionElements><zeebe:calledElement processId="called" /></bpmn:extensionElements></bpmn:callActivity>${userTask("task")}<bpmn:endEvent id="e" />${path("s", "call", "task", "e")}`,
);

describe.each(databaseKinds)("batch operations and deletion on %s", (kind) => {
  let engine: EngineUnderTest;
  beforeEach(async () => {
    engine = await EngineUnderTest.start({ kind });
    await engine.deploy(CALLED, CALLER);
  });
  afterEach(() => engine.close());
  afterAll(dropEngineStores);

  const startBatch = (batchOperationType: "CANCEL_PROCESS_INSTANCE" | "DELETE_PROCESS_INSTANCE") =>
    engine.ok({ type: "batch-operation.create", batchOperationType, filter: null });
  const batchRow = async (batchOperationKey: string) =>
    (await engine.rows("batch_operation")).find((row) => row.batchOperationKey === batchOperationKey);

  it("should work on every instance once, however often the engine is restarted, and skip what has ended", async () => {
    const keys: string[] = [];
    for (let count = 0; count < 120; count++) keys.push(await engine.create("called"));
    await engine.ok({ type: "process-instance.cancel", processInstanceKey: keys[7]! });

    const { batchOperationKey } = await startBatch("CANCEL_PROCESS_INSTANCE");
    for (let count = 0; count < 5; count++) await engine.restart();
    await engine.engine.settle();

    expect(await batchRow(batchOperationKey)).toMatchObject({
      state: "COMPLETED",
      operationsTotalCount: 120,
      operationsCompletedCount: 120,
      open: false,
      dueAt: null,
    });
    const items = await engine.rows("batch_operation_item");
    expect(items.map(({ itemKey }) => itemKey)).toEqual(keys);
    expect(items.filter(({ state }) => state === "SKIPPED").map(({ itemKey }) => itemKey)).toEqual([keys[7]]);
    const states = new Set((await engine.rows("process_instance")).map(({ state }) => state));
    expect([...states]).toEqual(["TERMINATED"]);
  });

  it("should tell which item could not be done, and do the others", async () => {
    await engine.create("caller");
    await engine.create("called");

    const { batchOperationKey } = await startBatch("CANCEL_PROCESS_INSTANCE");
    await engine.engine.settle();

    // The called instance is either refused, or gone with its caller already.
    const items = await engine.rows("batch_operation_item");
    expect(items).toHaveLength(3);
    expect(await batchRow(batchOperationKey)).toMatchObject({ operationsTotalCount: 3, open: false });
    expect((await engine.rows("process_instance")).map(({ state }) => state)).toEqual([
      "TERMINATED",
      "TERMINATED",
      "TERMINATED",
    ]);
  });

  it("should delete an instance with all it has called, and nothing else", async () => {
    const deleted = await engine.create("caller", { n: 1 });
    await engine.completeJob("a");
    await engine.completeUserTask("task");
    const kept = await engine.create("caller", { n: 2 });
    expect(await engine.refused({ type: "process-instance.delete", processInstanceKey: kept })).toMatchObject({
      code: "INVALID_STATE",
    });

    await engine.ok({ type: "process-instance.delete", processInstanceKey: deleted });

    for (const table of ["process_instance", "element_instance", "job", "user_task", "variable"] as const) {
      const roots = new Set((await engine.rows(table)).map((row) => row.rootProcessInstanceKey));
      expect([table, [...roots].filter((root) => root !== kept)]).toEqual([table, []]);
    }
    expect(await engine.refused({ type: "process-instance.delete", processInstanceKey: deleted })).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await engine.state(kept)).toBe("ACTIVE");
  });

  it("should delete what has ended in the same batch of commands", async () => {
    const key = await engine.create("called");

    const [canceled, deleted] = await Promise.all([
      engine.engine.submit({ type: "process-instance.cancel", processInstanceKey: key }),
      engine.engine.submit({ type: "process-instance.delete", processInstanceKey: key }),
    ]);

    expect([canceled.ok, deleted.ok]).toEqual([true, true]);
    expect(await engine.rows("process_instance")).toEqual([]);
    expect(await engine.rows("element_instance")).toEqual([]);
  });

  it("should record a change of a task that its listener has let pass, or denied", async () => {
    const listeners = `<zeebe:taskListeners><zeebe:taskListener eventType="assigning" type="ask" retries="3" /></zeebe:taskListeners>`;
    await engine.deploy(
      bpmn(
        "asked",
        `<bpmn:startEvent id="s" />${userTask("t", listeners)}<bpmn:endEvent id="e" />${path("s", "t", "e")}`,
      ),
    );
    await engine.create("asked");
    const { userTaskKey } = await engine.userTask("t");
    const actor = { actorType: "USER", actorId: "sari" } as const;
    for (const denied of [true, false]) {
      const answer = engine.engine.submit({ type: "user-task.assign", userTaskKey, assignee: "dewi" }, actor);
      await engine.engine.settle();
      const job = await engine.job("ask");
      expect(await engine.rows("audit_log")).toHaveLength(denied ? 0 : 1);
      await engine.ok({ type: "job.complete", jobKey: job.jobKey, result: { type: "userTask", denied } });
      expect((await answer).ok).toBe(!denied);
    }

    const entries = await engine.rows("audit_log");
    expect(entries.map(({ operationType, result, actorId }) => [operationType, result, actorId])).toEqual([
      ["ASSIGN", "FAIL", "sari"],
      ["ASSIGN", "SUCCESS", "sari"],
    ]);
  });
});
