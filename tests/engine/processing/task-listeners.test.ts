import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { databaseKinds } from "../../support/database.js";
import { bpmn, EngineUnderTest, flow, path, serviceTask, userTask } from "../../support/engine-dsl.js";
import { dropEngineStores } from "../../support/engine-stores.js";

const listeners = (...events: string[]): string =>
  `<zeebe:taskListeners>${events.map((event) => `<zeebe:taskListener eventType="${event}" type="on-${event}" />`).join("")}</zeebe:taskListeners>`;
const process = (extra: string, more = ""): string =>
  bpmn(
    "p",
    `<bpmn:startEvent id="s" />${userTask("task", extra)}<bpmn:endEvent id="e" />${path("s", "task", "e")}${more}`,
  );

describe.each(databaseKinds)("task listeners on %s", (kind) => {
  let engine: EngineUnderTest;
  beforeEach(async () => {
    engine = await EngineUnderTest.start({ kind });
  });
  afterEach(() => engine.close());
  afterAll(dropEngineStores);

  /** Answers the listener of an event as soon as it is asked. */
  async function answer(event: string, result: object = {}): Promise<void> {
    const outcome = await engine.engine.activateJobs({
      jobType: `on-${event}`,
      worker: "w",
      timeout: 1000,
      maxJobs: 1,
      requestTimeout: 5000,
    });
    const [job] = outcome.ok ? outcome.value : [];
    expect(job).toMatchObject({ kind: "TASK_LISTENER", listenerEventType: event.toUpperCase() });
    await engine.ok({ type: "job.complete", jobKey: job?.jobKey ?? "", result: { type: "userTask", ...result } });
  }

  it("should answer a completion only when its listener has, and refuse other commands until then", async () => {
    await engine.deploy(process(listeners("completing")));
    const key = await engine.create("p");
    const { userTaskKey } = await engine.userTask("task");
    const completing = engine.engine.submit({ type: "user-task.complete", userTaskKey, variables: { x: 1 } });
    await engine.engine.settle();
    expect(await engine.refused({ type: "user-task.assign", userTaskKey, assignee: "ani" })).toEqual({
      code: "INVALID_STATE",
      reason: `Expected to assign user task with key '${userTaskKey}', but it is in state 'COMPLETING'`,
    });
    await answer("completing");
    expect(await completing).toEqual({ ok: true, value: null });
    expect(await engine.state(key)).toBe("COMPLETED");
    expect(await engine.variables(key)).toEqual({ x: 1 });
  });

  it("should leave the task as it was when a listener denies", async () => {
    await engine.deploy(process(listeners("assigning")));
    await engine.create("p");
    const { userTaskKey } = await engine.userTask("task");
    const assigning = engine.engine.submit({ type: "user-task.assign", userTaskKey, assignee: "ani" });
    await answer("assigning", { denied: true, deniedReason: "not ani" });
    expect(await assigning).toMatchObject({ ok: false, rejection: { code: "INVALID_STATE", reason: "not ani" } });
    expect(await engine.userTask("task")).toMatchObject({ state: "CREATED", assignee: null });
    expect((await engine.rows("job"))[0]).toMatchObject({
      state: "COMPLETED",
      isDenied: true,
      deniedReason: "not ani",
    });
  });

  it("should let listeners correct what is assigned, after a restart", async () => {
    await engine.deploy(process(`<zeebe:assignmentDefinition assignee="ani" />${listeners("creating", "assigning")}`));
    await engine.create("p");
    expect(await engine.userTask("task")).toMatchObject({ state: "CREATING", assignee: null });
    await engine.restart();
    await answer("creating", { corrections: { priority: 80 } });
    expect(await engine.userTask("task")).toMatchObject({ state: "ASSIGNING", priority: 80 });
    await engine.restart();
    await answer("assigning", { corrections: { assignee: "budi" } });
    expect(await engine.userTask("task")).toMatchObject({ state: "CREATED", assignee: "budi", priority: 80 });
  });

  it("should hold back an interrupting event until the canceling listener has answered", async () => {
    const timer = `<bpmn:boundaryEvent id="late" attachedToRef="task"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1M</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>${flow("late", "e")}`;
    await engine.deploy(process(listeners("canceling"), timer));
    const key = await engine.create("p");
    await engine.advance(60_000);
    expect(await engine.userTask("task")).toMatchObject({ state: "CANCELING" });
    await engine.restart();
    await answer("canceling");
    expect(await engine.trail(key)).toEqual(["s COMPLETED", "task TERMINATED", "late COMPLETED", "e COMPLETED"]);
    expect((await engine.rows("user_task"))[0]).toMatchObject({ state: "CANCELED" });
  });

  it("should refuse variables of a listener and errors from it, and leave its job open", async () => {
    await engine.deploy(process(listeners("creating")));
    await engine.create("p");
    const { jobKey } = await engine.job("on-creating");
    expect(await engine.refused({ type: "job.complete", jobKey, variables: { a: 1 } })).toMatchObject({
      code: "INVALID_ARGUMENT",
    });
    expect(
      await engine.refused({ type: "job.complete", jobKey, result: { type: "userTask", denied: true } }),
    ).toMatchObject({ code: "INVALID_ARGUMENT" });
    expect(await engine.refused({ type: "job.throw-error", jobKey, errorCode: "E" })).toMatchObject({
      code: "INVALID_STATE",
    });
    await engine.ok({ type: "job.complete", jobKey });
    expect(await engine.userTask("task")).toMatchObject({ state: "CREATED" });
  });

  const beside = (element: string, id: string): string =>
    bpmn(
      "p",
      `<bpmn:startEvent id="s" /><bpmn:parallelGateway id="fork" />${userTask("task", listeners("canceling"))}${element}<bpmn:endEvent id="e1" /><bpmn:endEvent id="e2" />
      ${path("s", "fork", "task", "e1")}${path("fork", id, "e2")}`,
    );
  const openJobs = async (wanted: string): Promise<number> =>
    (await engine.rows("job")).filter(({ type, open }) => type === wanted && open).length;
  const taskState = async (): Promise<string | undefined> => (await engine.rows("user_task"))[0]?.state;

  it("should ask before a modification ends a user task, over a restart", async () => {
    await engine.deploy(beside(serviceTask("a"), "a"));
    const key = await engine.create("p");
    const terminateInstructions = [{ elementId: "task" }];
    await engine.ok({
      type: "process-instance.modify",
      processInstanceKey: key,
      activateInstructions: [{ elementId: "a" }],
      terminateInstructions,
    });
    expect(await taskState()).toBe("CANCELING");
    expect(await openJobs("a")).toBe(2);
    await engine.restart();
    await answer("canceling");
    expect(await taskState()).toBe("CANCELED");
    for (const { jobKey } of await engine.jobs("a")) await engine.ok({ type: "job.complete", jobKey });
    expect(await engine.state(key)).toBe("COMPLETED");
  });

  it("should end the instance with the last element that a modification ends", async () => {
    await engine.deploy(process(listeners("canceling")));
    const key = await engine.create("p");
    const terminateInstructions = [{ elementId: "task" }];
    await engine.ok({ type: "process-instance.modify", processInstanceKey: key, terminateInstructions });
    expect(await engine.state(key)).toBe("ACTIVE");
    await answer("canceling");
    expect(await engine.state(key)).toBe("TERMINATED");
  });

  it("should cancel the whole instance when that was asked for while a modification waited", async () => {
    await engine.deploy(beside(serviceTask("a"), "a"));
    const key = await engine.create("p");
    const terminateInstructions = [{ elementId: "task" }];
    await engine.ok({ type: "process-instance.modify", processInstanceKey: key, terminateInstructions });
    await engine.ok({ type: "process-instance.cancel", processInstanceKey: key });
    await answer("canceling");
    expect(await engine.state(key)).toBe("TERMINATED");
  });

  it("should ask before a runtime instruction ends the instance", async () => {
    await engine.deploy(beside(serviceTask("a"), "a"));
    const { processInstanceKey: key } = await engine.ok({
      type: "process-instance.create",
      processDefinitionId: "p",
      runtimeInstructions: [{ type: "TERMINATE_PROCESS_INSTANCE", afterElementId: "a" }],
    });
    await engine.completeJob("a");
    expect(await engine.state(key)).toBe("ACTIVE");
    await answer("canceling");
    expect(await engine.state(key)).toBe("TERMINATED");
    expect(await engine.trail(key)).toContain("a COMPLETED");
  });

  const adHoc = (attributes: string, condition: string): string =>
    bpmn(
      "p",
      `<bpmn:startEvent id="s" /><bpmn:adHocSubProcess id="h"><bpmn:extensionElements><zeebe:adHoc ${attributes} /></bpmn:extensionElements>${serviceTask("a")}${userTask("task", listeners("canceling"))}${condition}</bpmn:adHocSubProcess><bpmn:endEvent id="e" />${path("s", "h", "e")}`,
    );

  it("should ask before the condition of an ad-hoc sub-process ends what remains", async () => {
    const condition = `<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">=done</bpmn:completionCondition>`;
    await engine.deploy(adHoc(`activeElementsCollection="= [&quot;a&quot;, &quot;task&quot;]"`, condition));
    const key = await engine.create("p");
    await engine.completeJob("a", { done: true });
    expect(await engine.state(key)).toBe("ACTIVE");
    await answer("canceling");
    expect(await engine.state(key)).toBe("COMPLETED");
    expect(await taskState()).toBe("CANCELED");
  });

  it("should ask before an activation cancels what remains, and begin the new one at once", async () => {
    await engine.deploy(adHoc(`activeElementsCollection="= [&quot;task&quot;]"`, ""));
    const key = await engine.create("p");
    const inside = (await engine.rows("element_instance")).find(({ elementId }) => elementId === "h");
    await engine.ok({
      type: "ad-hoc.activate",
      elementInstanceKey: inside?.elementInstanceKey ?? "",
      elements: [{ elementId: "a" }],
      cancelRemainingInstances: true,
    });
    expect(await taskState()).toBe("CANCELING");
    expect(await openJobs("a")).toBe(1);
    await answer("canceling");
    expect(await taskState()).toBe("CANCELED");
    expect(await engine.state(key)).toBe("ACTIVE");
    await engine.completeJob("a");
    expect(await engine.state(key)).toBe("COMPLETED");
  });

  it("should complete an ad-hoc sub-process whose last canceled task has listeners", async () => {
    await engine.deploy(adHoc(`activeElementsCollection="= [&quot;task&quot;]"`, ""));
    const key = await engine.create("p");
    const inside = (await engine.rows("element_instance")).find(({ elementId }) => elementId === "h");
    await engine.ok({
      type: "ad-hoc.activate",
      elementInstanceKey: inside?.elementInstanceKey ?? "",
      elements: [{ elementId: "a" }],
      cancelRemainingInstances: true,
    });
    await engine.completeJob("a");
    expect(await engine.state(key)).toBe("ACTIVE");
    await answer("canceling");
    expect(await engine.state(key)).toBe("COMPLETED");
  });
});
