import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { databaseKinds } from "../../support/database.js";
import { bpmn, EngineUnderTest, mappings, path, serviceTask, userTask } from "../../support/engine-dsl.js";
import { dropEngineStores } from "../../support/engine-stores.js";

const process = (extra = ""): string =>
  bpmn("p", `<bpmn:startEvent id="s" />${userTask("task", extra)}<bpmn:endEvent id="e" />${path("s", "task", "e")}`);
const modelListener = `<zeebe:taskListeners><zeebe:taskListener eventType="completing" type="model" /></zeebe:taskListeners>`;

describe.each(databaseKinds)("listeners and variables of the cluster on %s", (kind) => {
  let engine: EngineUnderTest;
  beforeEach(async () => {
    engine = await EngineUnderTest.start({ kind });
  });
  afterEach(() => engine.close());
  afterAll(dropEngineStores);

  const listen = (id: string, changes: { eventTypes?: string[]; afterNonGlobal?: boolean; priority?: number } = {}) =>
    engine.ok({
      type: "admin-record.create",
      table: "global_task_listener",
      content: {
        id,
        type: id,
        eventTypes: ["completing"],
        retries: 3,
        afterNonGlobal: false,
        priority: 50,
        source: "API",
        ...changes,
      },
    });
  const setVariable = (name: string, value: unknown, tenantId: string | null = null) =>
    engine.ok({
      type: "admin-record.create",
      table: "cluster_variable",
      content: { name, value: JSON.stringify(value), tenantId, scope: tenantId === null ? "GLOBAL" : "TENANT" },
    });
  async function answer(type: string): Promise<void> {
    const { jobKey, kind: jobKind } = await engine.job(type);
    expect(jobKind).toBe("TASK_LISTENER");
    await engine.ok({ type: "job.complete", jobKey });
  }

  it("should ask them before and behind those of the model, the higher priority first", async () => {
    await listen("low", { priority: 1 });
    await listen("high", { priority: 99 });
    await listen("last", { afterNonGlobal: true, eventTypes: ["all"] });
    await engine.deploy(process(modelListener));
    const key = await engine.create("p");
    // `all` includes the creation.
    await answer("last");
    const { userTaskKey } = await engine.userTask("task");
    const completing = engine.engine.submit({ type: "user-task.complete", userTaskKey });
    await engine.engine.settle();
    for (const type of ["high", "low", "model", "last"]) await answer(type);
    expect(await completing).toEqual({ ok: true, value: null });
    expect(await engine.state(key)).toBe("COMPLETED");
  });

  it("should ask those that were there when the transition began, after a restart too", async () => {
    await listen("first");
    await listen("second", { priority: 1 });
    await engine.deploy(process());
    const key = await engine.create("p");
    const { userTaskKey } = await engine.userTask("task");
    const completing = engine.engine.submit({ type: "user-task.complete", userTaskKey });
    await engine.engine.settle();
    await engine.ok({ type: "admin-record.delete", table: "global_task_listener", id: "first" });
    await listen("third");
    await engine.restart();
    expect(await completing).toMatchObject({ ok: false, rejection: { code: "UNAVAILABLE" } });
    for (const type of ["first", "second"]) await answer(type);
    expect(await engine.state(key)).toBe("COMPLETED");
    expect(await engine.jobs("third")).toEqual([]);
  });

  it("should ask about a cancellation", async () => {
    await listen("gone", { eventTypes: ["canceling"] });
    await engine.deploy(process());
    const key = await engine.create("p");
    await engine.ok({ type: "process-instance.cancel", processInstanceKey: key });
    expect(await engine.state(key)).toBe("ACTIVE");
    await answer("gone");
    expect(await engine.state(key)).toBe("TERMINATED");
  });

  it("should show variables of the cluster to expressions, those of the tenant first", async () => {
    await engine.ok({
      type: "admin-record.create",
      table: "admin_tenant",
      content: { tenantId: "<default>", name: "Default", description: null },
    });
    await setVariable("URL", { base: "a" });
    await setVariable("LIMIT", 5);
    await setVariable("LIMIT", 7, "<default>");
    const inputs = mappings([
      ["=camunda.vars.env.URL.base", "base"],
      ["=camunda.vars.env.LIMIT", "limit"],
      ["=camunda.vars.cluster.LIMIT", "outer"],
      ["=camunda.vars.tenant.URL", "absent"],
    ]);
    await engine.deploy(
      bpmn(
        "p",
        `<bpmn:startEvent id="s" />${serviceTask("work", "work", inputs)}<bpmn:endEvent id="e" />${path("s", "work", "e")}`,
      ),
    );
    await engine.create("p");
    expect((await engine.job("work")).variables).toEqual({ base: "a", limit: 7, outer: 5, absent: null });
    await engine.restart();
    expect(engine.engine.evaluateExpression("=camunda.vars.env.LIMIT + 1", {})).toMatchObject({ value: { result: 8 } });
  });
});
