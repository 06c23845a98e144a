import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { databaseKinds } from "../../support/database.js";
import { bpmn, EngineUnderTest, flow, mappings, path, serviceTask } from "../../support/engine-dsl.js";
import { dropEngineStores } from "../../support/engine-stores.js";

const loop = (attributes: string, inner = "", sequential = false): string =>
  `<bpmn:multiInstanceLoopCharacteristics isSequential="${sequential}"><bpmn:extensionElements><zeebe:loopCharacteristics ${attributes} /></bpmn:extensionElements>${inner}</bpmn:multiInstanceLoopCharacteristics>`;
const plain = (task: string): string =>
  bpmn("p", `<bpmn:startEvent id="s" />${task}<bpmn:endEvent id="e" />${path("s", "work", "e")}`);

describe.each(databaseKinds)("scopes and variables on %s", (kind) => {
  let engine: EngineUnderTest;
  beforeEach(async () => {
    engine = await EngineUnderTest.start({ kind });
  });
  afterEach(() => engine.close());
  afterAll(dropEngineStores);

  it("should let only mapped values leave an element with output mappings", async () => {
    await engine.deploy(
      plain(
        serviceTask(
          "work",
          "work",
          mappings(
            [
              ["=a + 1", "x"],
              ["=x + 1", "y.z"],
            ],
            [["=r", "out.deep"]],
          ),
        ),
      ),
    );
    const key = await engine.create("p", { a: 1, out: { kept: true } });
    const job = await engine.job("work");
    expect(job.variables).toEqual({ a: 1, out: { kept: true }, x: 2, y: { z: 3 } });
    await engine.ok({ type: "job.complete", jobKey: job.jobKey, variables: { r: "R", other: 1 } });
    expect(await engine.variables(key)).toEqual({ a: 1, out: { kept: true, deep: "R" } });
  });

  it("should merge a result into the first scope that has the name", async () => {
    await engine.deploy(
      bpmn(
        "p",
        `<bpmn:startEvent id="s" /><bpmn:subProcess id="sub"><bpmn:extensionElements>${mappings([["=1", "local"]])}</bpmn:extensionElements><bpmn:startEvent id="s1" />${serviceTask("work")}<bpmn:endEvent id="e1" />${path("s1", "work", "e1")}</bpmn:subProcess><bpmn:endEvent id="e" />${path("s", "sub", "e")}`,
      ),
    );
    const key = await engine.create("p", { global: 1 });
    await engine.completeJob("work", { local: 2, global: 2, fresh: 2 });
    expect(await engine.variables(key)).toEqual({ global: 2, fresh: 2 });
    const [sub] = (await engine.rows("element_instance")).filter(({ elementId }) => elementId === "sub");
    expect(await engine.variables(sub?.elementInstanceKey ?? "")).toEqual({ local: 2 });
  });

  it("should repair a failing input mapping", async () => {
    await engine.deploy(plain(serviceTask("work", "work", mappings([["=assert(x, x > 3)", "y"]]))));
    const key = await engine.create("p", { x: 1 });
    const [incident] = await engine.incidents();
    expect(incident).toMatchObject({ errorType: "IO_MAPPING_ERROR", elementId: "work" });
    await engine.restart();
    await engine.ok({ type: "variables.set", elementInstanceKey: key, variables: { x: 4 } });
    await engine.ok({ type: "incident.resolve", incidentKey: incident?.incidentKey ?? "" });
    expect((await engine.job("work")).variables).toEqual({ x: 4, y: 4 });
  });

  it("should collect the results of parallel instances in the order of the input", async () => {
    await engine.deploy(
      plain(
        serviceTask(
          "work",
          "work",
          "",
          loop(`inputCollection="=items" inputElement="item" outputCollection="results" outputElement="=result"`),
        ),
      ),
    );
    const key = await engine.create("p", { items: ["a", "b", "c"] });
    const jobs = await engine.jobs("work");
    expect(jobs.map(({ variables }) => [variables["item"], variables["loopCounter"]])).toEqual([
      ["a", 1],
      ["b", 2],
      ["c", 3],
    ]);
    for (const job of [...jobs].reverse()) {
      await engine.restart();
      await engine.ok({
        type: "job.complete",
        jobKey: job.jobKey,
        variables: { result: `${job.variables["item"] as string}!` },
      });
    }
    expect(await engine.state(key)).toBe("COMPLETED");
    expect(await engine.variables(key)).toEqual({ items: ["a", "b", "c"], results: ["a!", "b!", "c!"] });
  });

  it("should run sequential instances one after another until the condition holds", async () => {
    const condition = `<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">=numberOfCompletedInstances &gt;= 2</bpmn:completionCondition>`;
    await engine.deploy(
      plain(serviceTask("work", "work", "", loop(`inputCollection="=items" inputElement="item"`, condition, true))),
    );
    const key = await engine.create("p", { items: [1, 2, 3] });
    expect((await engine.job("work")).variables["item"]).toBe(1);
    const [first] = await engine.rows("job");
    await engine.ok({ type: "job.complete", jobKey: first?.jobKey ?? "" });
    await engine.restart();
    await engine.completeJob("work");
    expect(await engine.state(key)).toBe("COMPLETED");
    expect(await engine.trail(key)).toEqual([
      "s COMPLETED",
      "work#body COMPLETED",
      "work COMPLETED",
      "work COMPLETED",
      "e COMPLETED",
    ]);
  });

  it("should complete at once for an empty list and raise an incident for what is none", async () => {
    await engine.deploy(
      plain(
        serviceTask("work", "work", "", loop(`inputCollection="=items" outputCollection="out" outputElement="=1"`)),
      ),
    );
    const empty = await engine.create("p", { items: [] });
    expect(await engine.variables(empty)).toEqual({ items: [], out: [] });
    await engine.create("p", { items: null });
    expect(await engine.incidents()).toMatchObject([{ errorType: "EXTRACT_VALUE_ERROR", elementId: "work" }]);
  });

  it("should work with 10,000 parallel instances", async () => {
    await engine.deploy(
      plain(
        serviceTask(
          "work",
          "work",
          "",
          loop(
            `inputCollection="=for i in 1..10000 return i" inputElement="item" outputCollection="out" outputElement="=item * 2"`,
          ),
        ),
      ),
    );
    const key = await engine.create("p");
    const outcome = await engine.engine.activateJobs({
      jobType: "work",
      worker: "w",
      timeout: 600_000,
      maxJobs: 10_000,
      fetchVariables: ["item"],
    });
    const jobs = outcome.ok ? outcome.value : [];
    expect(jobs).toHaveLength(5000);
    await Promise.all(jobs.map(({ jobKey }) => engine.ok({ type: "job.complete", jobKey })));
    const rest = await engine.engine.activateJobs({
      jobType: "work",
      worker: "w",
      timeout: 600_000,
      maxJobs: 10_000,
      fetchVariables: ["item"],
    });
    await Promise.all((rest.ok ? rest.value : []).map(({ jobKey }) => engine.ok({ type: "job.complete", jobKey })));
    expect(await engine.state(key)).toBe("COMPLETED");
    const { out } = await engine.variables(key);
    expect((out as number[]).length).toBe(10_000);
    expect((out as number[])[9_999]).toBe(20_000);
  }, 120_000);

  it("should join parallel paths per flow", async () => {
    await engine.deploy(
      bpmn(
        "p",
        `<bpmn:startEvent id="s" /><bpmn:parallelGateway id="fork" />${serviceTask("a")}${serviceTask("b")}<bpmn:parallelGateway id="join" /><bpmn:endEvent id="e" />${path("s", "fork", "a", "join", "e")}${path("fork", "b", "join")}`,
      ),
    );
    const key = await engine.create("p");
    await engine.completeJob("a");
    await engine.restart();
    expect(await engine.state(key)).toBe("ACTIVE");
    await engine.completeJob("b");
    expect(await engine.trail(key)).toEqual([
      "s COMPLETED",
      "fork COMPLETED",
      "a COMPLETED",
      "b COMPLETED",
      "join COMPLETED",
      "e COMPLETED",
    ]);
  });

  it("should call another process, hand variables in and out, and cancel it with its caller", async () => {
    const call = `<bpmn:callActivity id="call"><bpmn:extensionElements><zeebe:calledElement processId="child" propagateAllChildVariables="true" /></bpmn:extensionElements></bpmn:callActivity>`;
    await engine.deploy(
      bpmn("p", `<bpmn:startEvent id="s" />${call}<bpmn:endEvent id="e" />${path("s", "call", "e")}`),
      bpmn(
        "child",
        `<bpmn:startEvent id="s" />${serviceTask("work")}<bpmn:endEvent id="e" />${path("s", "work", "e")}`,
      ),
    );
    const parent = await engine.create("p", { a: 1 });
    const job = await engine.job("work");
    expect(job).toMatchObject({ variables: { a: 1 }, processDefinitionId: "child", rootProcessInstanceKey: parent });
    expect(
      await engine.refused({ type: "process-instance.cancel", processInstanceKey: job.processInstanceKey }),
    ).toEqual({
      code: "INVALID_STATE",
      reason: `Expected to cancel a process instance with key '${job.processInstanceKey}', but it is created by a parent process instance. Cancel the root process instance '${parent}' instead.`,
    });
    await engine.restart();
    await engine.ok({ type: "job.fail", jobKey: job.jobKey });
    expect((await engine.rows("process_instance")).map(({ hasIncident }) => hasIncident)).toEqual([true, true]);
    await engine.ok({ type: "job.update", jobKey: job.jobKey, retries: 1 });
    await engine.ok({ type: "incident.resolve", incidentKey: (await engine.incidents())[0]?.incidentKey ?? "" });
    await engine.ok({ type: "job.complete", jobKey: job.jobKey, variables: { b: 2 } });
    expect(await engine.variables(parent)).toEqual({ a: 1, b: 2 });
    const other = await engine.create("p");
    await engine.ok({ type: "process-instance.cancel", processInstanceKey: other });
    expect((await engine.rows("process_instance")).map(({ state }) => state)).toEqual([
      "COMPLETED",
      "COMPLETED",
      "TERMINATED",
      "TERMINATED",
    ]);
  });

  it("should raise an incident for a called process that does not exist", async () => {
    await engine.deploy(
      bpmn(
        "p",
        `<bpmn:startEvent id="s" /><bpmn:callActivity id="call"><bpmn:extensionElements><zeebe:calledElement processId="nowhere" /></bpmn:extensionElements></bpmn:callActivity>${flow("s", "call")}`,
      ),
    );
    await engine.create("p");
    expect(await engine.incidents()).toMatchObject([{ errorType: "CALLED_ELEMENT_ERROR" }]);
  });

  it("should let an interrupting event sub-process end what runs in its scope", async () => {
    await engine.deploy(
      bpmn(
        "p",
        `<bpmn:startEvent id="s" />${serviceTask("work")}<bpmn:endEvent id="e" />${path("s", "work", "e")}
        <bpmn:subProcess id="late" triggeredByEvent="true"><bpmn:startEvent id="ls"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1M</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:startEvent>${serviceTask("rescue")}<bpmn:endEvent id="le" />${path("ls", "rescue", "le")}</bpmn:subProcess>`,
      ),
    );
    const key = await engine.create("p");
    await engine.advance(60_000);
    await engine.restart();
    await engine.completeJob("rescue");
    expect(await engine.trail(key)).toEqual([
      "s COMPLETED",
      "work TERMINATED",
      "late COMPLETED",
      "ls COMPLETED",
      "rescue COMPLETED",
      "le COMPLETED",
    ]);
    expect(await engine.state(key)).toBe("COMPLETED");
  });

  it("should await the completion of an instance and answer with its variables", async () => {
    await engine.deploy(
      plain(serviceTask("work")),
      bpmn("q", `<bpmn:startEvent id="s" /><bpmn:endEvent id="e" />${path("s", "e")}`),
    );
    expect(
      await engine.ok({
        type: "process-instance.create",
        processDefinitionId: "q",
        variables: { a: 1, b: 2 },
        awaitCompletion: true,
        fetchVariables: ["b"],
      }),
    ).toMatchObject({ variables: { b: 2 } });
    const waiting = engine.ok({ type: "process-instance.create", processDefinitionId: "p", awaitCompletion: true });
    const job = await engine.engine.activateJobs({
      jobType: "work",
      worker: "w",
      timeout: 1000,
      maxJobs: 1,
      requestTimeout: 5000,
    });
    await engine.ok({ type: "job.complete", jobKey: job.ok ? (job.value[0]?.jobKey ?? "") : "", variables: { x: 1 } });
    expect(await waiting).toMatchObject({ variables: { x: 1 } });
    expect(
      await engine.refused({
        type: "process-instance.create",
        processDefinitionId: "p",
        awaitCompletion: true,
        requestTimeout: 5,
      }),
    ).toMatchObject({ code: "TIMEOUT" });
  });
});
