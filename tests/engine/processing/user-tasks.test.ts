import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { databaseKinds } from "../../support/database.js";
import { bpmn, EngineUnderTest, path, userTask } from "../../support/engine-dsl.js";
import { dropEngineStores } from "../../support/engine-stores.js";

const process = (extra = ""): string =>
  bpmn(
    "p",
    `<bpmn:startEvent id="start" />${userTask("task", extra)}<bpmn:endEvent id="end" />${path("start", "task", "end")}`,
  );

describe.each(databaseKinds)("user tasks on %s", (kind) => {
  let engine: EngineUnderTest;
  beforeEach(async () => {
    engine = await EngineUnderTest.start({ kind });
  });
  afterEach(() => engine.close());
  afterAll(dropEngineStores);

  async function start(extra = "", variables = {}): Promise<string> {
    await engine.deploy(process(extra));
    await engine.create("p", variables);
    return (await engine.userTask("task")).userTaskKey;
  }

  it("should evaluate the attributes of the model", async () => {
    await start(
      `<zeebe:assignmentDefinition assignee="=who" candidateGroups="a, b" candidateUsers="=[who, &quot;x&quot;]" />` +
        `<zeebe:taskSchedule dueDate="=due" followUpDate="2026-02-01T00:00:00Z" /><zeebe:priorityDefinition priority="=30 + 5" />` +
        `<zeebe:formDefinition externalReference="form-1" /><zeebe:taskHeaders><zeebe:header key="k" value="v" /></zeebe:taskHeaders>`,
      { who: "ani", due: "2026-01-31T10:00:00+07:00" },
    );
    expect(await engine.userTask("task")).toMatchObject({
      assignee: "ani",
      candidateGroups: ["a", "b"],
      candidateUsers: ["ani", "x"],
      dueDate: Date.parse("2026-01-31T03:00:00Z"),
      followUpDate: Date.parse("2026-02-01T00:00:00Z"),
      priority: 35,
      externalFormReference: "form-1",
      formKey: null,
      customHeaders: { k: "v" },
    });
  });

  it("should let a claim pass only when nobody else has the task", async () => {
    const userTaskKey = await start();
    await engine.ok({ type: "user-task.assign", userTaskKey, assignee: "ani", allowOverride: false });
    await engine.ok({ type: "user-task.assign", userTaskKey, assignee: "ani", allowOverride: false });
    expect(
      await engine.refused({ type: "user-task.assign", userTaskKey, assignee: "budi", allowOverride: false }),
    ).toEqual({
      code: "INVALID_STATE",
      reason: `Expected to claim user task with key '${userTaskKey}', but it has already been assigned`,
    });
    await engine.ok({ type: "user-task.assign", userTaskKey, assignee: "budi" });
    expect(await engine.userTask("task")).toMatchObject({ assignee: "budi" });
    await engine.ok({ type: "user-task.unassign", userTaskKey });
    await engine.ok({ type: "user-task.unassign", userTaskKey });
    expect(await engine.userTask("task")).toMatchObject({ assignee: null });
    expect(await engine.refused({ type: "user-task.assign", userTaskKey, assignee: "" })).toMatchObject({
      code: "INVALID_ARGUMENT",
    });
  });

  it("should change only the attributes that are given, and reset with empty ones", async () => {
    const userTaskKey = await start();
    await engine.ok({
      type: "user-task.update",
      userTaskKey,
      changeset: { candidateGroups: ["g"], dueDate: "2026-03-01T00:00:00Z", priority: 80 },
    });
    await engine.ok({ type: "user-task.update", userTaskKey, changeset: { dueDate: "", candidateUsers: ["u"] } });
    expect(await engine.userTask("task")).toMatchObject({
      candidateGroups: ["g"],
      candidateUsers: ["u"],
      dueDate: null,
      priority: 80,
    });
    expect(await engine.refused({ type: "user-task.update", userTaskKey, changeset: { priority: 101 } })).toMatchObject(
      { code: "INVALID_ARGUMENT" },
    );
    expect(
      await engine.refused({ type: "user-task.update", userTaskKey, changeset: { dueDate: "tomorrow" } }),
    ).toMatchObject({ code: "INVALID_ARGUMENT" });
  });

  it("should hand its variables on and be gone for commands when completed", async () => {
    const userTaskKey = await start();
    await engine.completeUserTask("task", { done: true });
    expect((await engine.rows("user_task"))[0]).toMatchObject({
      state: "COMPLETED",
      action: "complete",
      completionDate: engine.clock.now(),
    });
    expect((await engine.rows("variable")).map(({ name, value }) => [name, value])).toEqual([["done", true]]);
    for (const type of ["user-task.complete", "user-task.unassign", "user-task.update"] as const) {
      expect(await engine.refused({ type, userTaskKey })).toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it.each([
    ["a number as assignee", `<zeebe:assignmentDefinition assignee="=5" />`],
    ["null as assignee", `<zeebe:assignmentDefinition assignee="=nobody" />`],
    ["candidates that are no texts", `<zeebe:assignmentDefinition candidateGroups="=[1]" />`],
    ["a priority out of range", `<zeebe:priorityDefinition priority="=101" />`],
    ["a date that is none", `<zeebe:taskSchedule dueDate="=&quot;tomorrow&quot;" />`],
  ])("should raise an incident for %s", async (_what, extra) => {
    await engine.deploy(process(extra));
    await engine.create("p");
    expect(await engine.incidents()).toMatchObject([{ errorType: "EXTRACT_VALUE_ERROR", elementId: "task" }]);
    expect(await engine.rows("user_task")).toEqual([]);
  });

  it("should raise an incident for a missing form and go on when it is deployed", async () => {
    await engine.deploy(process(`<zeebe:formDefinition formId="f" />`));
    await engine.create("p");
    const [incident] = await engine.incidents();
    expect(incident).toMatchObject({ errorType: "FORM_NOT_FOUND" });
    await engine.deploy({
      name: "f.form",
      content: JSON.stringify({ id: "f", type: "default", schemaVersion: 16, components: [] }),
    });
    await engine.ok({ type: "incident.resolve", incidentKey: incident?.incidentKey ?? "" });
    const [form] = await engine.rows("form");
    expect(await engine.userTask("task")).toMatchObject({ formKey: form?.formKey });
  });

  it("should be canceled with its instance", async () => {
    await start();
    const [instance] = await engine.rows("process_instance");
    await engine.ok({ type: "process-instance.cancel", processInstanceKey: instance?.processInstanceKey ?? "" });
    expect((await engine.rows("user_task"))[0]).toMatchObject({ state: "CANCELED", open: false });
    expect(await engine.trail(instance?.processInstanceKey ?? "")).toEqual(["start COMPLETED", "task TERMINATED"]);
  });
});
