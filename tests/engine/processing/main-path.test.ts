import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { databaseKinds } from "../../support/database.js";
import { bpmn, EngineUnderTest, flow, path, serviceTask, userTask } from "../../support/engine-dsl.js";
import { dropEngineStores } from "../../support/engine-stores.js";

describe.each(databaseKinds)("the main path on %s", (kind) => {
  let engine: EngineUnderTest;
  beforeEach(async () => {
    engine = await EngineUnderTest.start({ kind });
  });
  afterEach(() => engine.close());
  afterAll(dropEngineStores);

  it("should run from start over a service task to the end", async () => {
    await engine.deploy(
      bpmn(
        "p",
        `<bpmn:startEvent id="start" />${serviceTask("work")}<bpmn:endEvent id="end" />${path("start", "work", "end")}`,
      ),
    );
    const key = await engine.create("p", { a: 1 });
    const job = await engine.job("work");
    expect(job).toMatchObject({
      elementId: "work",
      processInstanceKey: key,
      retries: 3,
      variables: { a: 1 },
      worker: "test",
    });
    await engine.ok({ type: "job.complete", jobKey: job.jobKey, variables: { b: [2] } });
    expect(await engine.state(key)).toBe("COMPLETED");
    expect(await engine.trail(key)).toEqual(["start COMPLETED", "work COMPLETED", "end COMPLETED"]);
    expect(await engine.variables(key)).toEqual({ a: 1, b: [2] });
    expect((await engine.rows("process_instance"))[0]?.takenFlows).toEqual(["start-work", "work-end"]);
  });

  it("should run over user tasks and take the branch whose condition holds, after a restart at each step", async () => {
    const gateway = `<bpmn:exclusiveGateway id="gate" default="gate-no" />`;
    await engine.deploy(
      bpmn(
        "p",
        `<bpmn:startEvent id="start" />${userTask("ask")}${gateway}${userTask("yes")}${userTask("no")}<bpmn:endEvent id="end" />` +
          path("start", "ask", "gate") +
          flow("gate", "yes", "=amount > 10") +
          flow("gate", "no") +
          flow("yes", "end") +
          flow("no", "end"),
      ),
    );
    await engine.restart();
    const key = await engine.create("p");
    await engine.restart();
    expect(await engine.userTask("ask")).toMatchObject({
      name: "Name of ask",
      state: "CREATED",
      priority: 50,
      candidateGroups: [],
      processInstanceKey: key,
    });
    await engine.completeUserTask("ask", { amount: 11 });
    await engine.restart();
    await engine.completeUserTask("yes");
    expect(await engine.state(key)).toBe("COMPLETED");
    expect(await engine.trail(key)).toEqual([
      "start COMPLETED",
      "ask COMPLETED",
      "gate COMPLETED",
      "yes COMPLETED",
      "end COMPLETED",
    ]);
  });

  it("should refuse what does not exist", async () => {
    expect(await engine.refused({ type: "process-instance.create", processDefinitionId: "no" })).toEqual({
      code: "NOT_FOUND",
      reason: "Expected to find process definition with process ID 'no', but none found",
    });
    expect(await engine.refused({ type: "job.complete", jobKey: "42" })).toEqual({
      code: "NOT_FOUND",
      reason: "Expected to complete job with key '42', but no such job was found",
    });
    expect(await engine.refused({ type: "process-instance.cancel", processInstanceKey: "42" })).toEqual({
      code: "NOT_FOUND",
      reason: "Expected to cancel a process instance with key '42', but no such process was found",
    });
  });
});
