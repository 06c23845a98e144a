import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { databaseKinds } from "../../support/database.js";
import { bpmn, EngineUnderTest, path, serviceTask, userTask } from "../../support/engine-dsl.js";
import { dropEngineStores } from "../../support/engine-stores.js";

const SUB = `<bpmn:subProcess id="sub"><bpmn:startEvent id="s1" />${serviceTask("a")}${serviceTask("b")}<bpmn:endEvent id="e1" />${path("s1", "a", "b", "e1")}</bpmn:subProcess>`;
const PROCESS = bpmn(
  "p",
  `<bpmn:startEvent id="s" />${SUB}${userTask("task")}<bpmn:endEvent id="e" />${path("s", "sub", "task", "e")}`,
);

describe.each(databaseKinds)("repairs of running instances on %s", (kind) => {
  let engine: EngineUnderTest;
  let processInstanceKey: string;
  beforeEach(async () => {
    engine = await EngineUnderTest.start({ kind });
    await engine.deploy(PROCESS);
    processInstanceKey = await engine.create("p");
    await engine.restart();
  });
  afterEach(() => engine.close());
  afterAll(dropEngineStores);

  const keyOf = async (elementId: string): Promise<string> =>
    (await engine.rows("element_instance")).find((row) => row.elementId === elementId && row.open)
      ?.elementInstanceKey ?? "";

  it("should start an element in the scope that is there, and end another", async () => {
    await engine.ok({
      type: "process-instance.modify",
      processInstanceKey,
      activateInstructions: [
        { elementId: "b", variableInstructions: [{ variables: { x: 1 } }, { variables: { y: 2 }, scopeId: "sub" }] },
      ],
      terminateInstructions: [{ elementInstanceKey: await keyOf("a") }],
    });
    expect(await engine.trail(processInstanceKey)).toEqual([
      "s COMPLETED",
      "sub ACTIVE",
      "s1 COMPLETED",
      "a TERMINATED",
      "b ACTIVE",
    ]);
    expect((await engine.job("b")).variables).toEqual({ x: 1, y: 2 });
    expect(await engine.jobs("a")).toEqual([]);
  });

  it("should move an element out of its scope, which ends when nothing is left in it", async () => {
    await engine.ok({
      type: "process-instance.modify",
      processInstanceKey,
      moveInstructions: [{ source: { elementId: "a" }, targetElementId: "task" }],
    });
    expect(await engine.trail(processInstanceKey)).toEqual([
      "s COMPLETED",
      "sub TERMINATED",
      "s1 COMPLETED",
      "a TERMINATED",
      "task ACTIVE",
    ]);
    await engine.completeUserTask("task");
    expect(await engine.state(processInstanceKey)).toBe("COMPLETED");
  });

  it("should end the instance when nothing is left", async () => {
    await engine.ok({
      type: "process-instance.modify",
      processInstanceKey,
      terminateInstructions: [{ elementId: "sub" }],
    });
    expect(await engine.state(processInstanceKey)).toBe("TERMINATED");
  });

  it("should change nothing when one instruction is refused", async () => {
    const outcome = await engine.refused({
      type: "process-instance.modify",
      processInstanceKey,
      activateInstructions: [{ elementId: "b" }, { elementId: "nowhere" }],
      terminateInstructions: [{ elementId: "sub" }],
    });
    expect(outcome).toMatchObject({ code: "INVALID_ARGUMENT" });
    expect(await engine.trail(processInstanceKey)).toEqual(["s COMPLETED", "sub ACTIVE", "s1 COMPLETED", "a ACTIVE"]);
    expect(await engine.refused({ type: "process-instance.modify", processInstanceKey: "7" })).toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("should take an instance to another version, with its job and variables", async () => {
    const [definition] = (
      await engine.deploy(
        PROCESS.replace("Name of task", "New name")
          .replaceAll('"b"', '"b2"')
          .replaceAll("-b", "-b2")
          .replaceAll('"b-', '"b2-'),
      )
    ).deployments;
    const target = definition?.kind === "processDefinition" ? definition.processDefinitionKey : "";
    const migrate = (map: Record<string, string>) => ({
      type: "process-instance.migrate" as const,
      processInstanceKey,
      targetProcessDefinitionKey: target,
      mappingInstructions: Object.entries(map).map(([sourceElementId, targetElementId]) => ({
        sourceElementId,
        targetElementId,
      })),
    });
    expect(await engine.refused(migrate({ sub: "sub" }))).toMatchObject({ code: "INVALID_STATE" });
    expect(await engine.refused(migrate({ sub: "sub", a: "task" }))).toMatchObject({ code: "INVALID_STATE" });
    expect(await engine.refused(migrate({ sub: "sub", a: "nowhere" }))).toMatchObject({ code: "INVALID_ARGUMENT" });
    await engine.ok(migrate({ sub: "sub", a: "a" }));
    await engine.restart();
    await engine.completeJob("a", { done: true });
    expect(await engine.trail(processInstanceKey)).toEqual([
      "s COMPLETED",
      "sub ACTIVE",
      "s1 COMPLETED",
      "a COMPLETED",
      "b2 ACTIVE",
    ]);
    expect((await engine.rows("process_instance"))[0]).toMatchObject({
      processDefinitionVersion: 2,
      processDefinitionKey: target,
    });
    await engine.completeJob("b2");
    expect(await engine.userTask("task")).toMatchObject({ name: "New name", processDefinitionVersion: 2 });
    expect(await engine.variables(processInstanceKey)).toEqual({ done: true });
  });
});
