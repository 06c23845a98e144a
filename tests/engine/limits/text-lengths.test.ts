import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { columnBound } from "../../../src/engine/state/row-bounds.js";
import { testDatabases } from "../../support/databases.js";
import { bpmn, EngineUnderTest, path, serviceTask, userTask } from "../../support/engine-dsl.js";
import { dropEngineStores } from "../../support/engine-stores.js";

const LONG = "x".repeat(257);
const FITS = "y".repeat(256);
const around = (id: string, inner: string, definitions = ""): string =>
  bpmn(id, `<bpmn:startEvent id="s" />${inner}<bpmn:endEvent id="e" />${path("s", "t", "e")}`, definitions);
const assigned = (attributes: string): string =>
  around("p", userTask("t", `<zeebe:assignmentDefinition ${attributes} />`));
const RECEIVE = around(
  "p",
  `<bpmn:receiveTask id="t" messageRef="m" />`,
  `<bpmn:message id="m" name="=name"><bpmn:extensionElements><zeebe:subscription correlationKey="=key" /></bpmn:extensionElements></bpmn:message>`,
);

describe.each(testDatabases().map(({ name }) => name))("texts that are too long for a store on %s", (kind) => {
  let engine: EngineUnderTest;
  beforeEach(async () => {
    engine = await EngineUnderTest.start({ kind });
  });
  afterEach(() => engine.close());
  afterAll(dropEngineStores);

  it.each([
    ["a job type", around("p", serviceTask("t", "=long")), { long: LONG }],
    ["an assignee", assigned('assignee="=long"'), { long: LONG }],
    ["a candidate", assigned('candidateGroups="=[long]"'), { long: LONG }],
    ["a correlation key", RECEIVE, { name: "n", key: LONG }],
    ["the name of a message", RECEIVE, { name: LONG, key: "k" }],
  ])("should become an incident where the model computes %s", async (_what, process, variables) => {
    await engine.deploy(process);
    const key = await engine.create("p", variables);
    expect(await engine.incidents()).toMatchObject([
      {
        errorType: "EXTRACT_VALUE_ERROR",
        elementId: "t",
        errorMessage: expect.stringContaining("at most 256 characters"),
      },
    ]);
    expect(await engine.state(key)).toBe("ACTIVE");
  });

  it("should be refused in commands, and leave the engine as it was", async () => {
    await engine.deploy(around("p", userTask("t")), around("job", serviceTask("t")));
    const processInstanceKey = await engine.create("p");
    await engine.create("job");
    const { userTaskKey } = await engine.userTask("t");
    const { jobKey } = await engine.job("t");
    for (const command of [
      { type: "process-instance.create", processDefinitionId: "p", businessId: LONG },
      { type: "process-instance.create", processDefinitionId: "p", variables: { [LONG]: 1 } },
      { type: "variables.set", elementInstanceKey: processInstanceKey, variables: { [LONG]: 1 } },
      { type: "user-task.assign", userTaskKey, assignee: LONG },
      { type: "user-task.update", userTaskKey, changeset: { candidateGroups: [LONG] } },
      { type: "message.publish", name: LONG, correlationKey: "k", timeToLive: 1000 },
      { type: "message.publish", name: "n", correlationKey: LONG, timeToLive: 1000 },
      { type: "job.throw-error", jobKey, errorCode: LONG },
      { type: "job.complete", jobKey, variables: { [LONG]: 1 } },
      { type: "job.activate", jobType: "t", worker: "w".repeat(20_000), timeout: 1, maxJobs: 1 },
    ] as const) {
      if (command.type === "job.activate") await engine.create("job");
      expect({ type: command.type, ...(await engine.refused(command)) }).toMatchObject({
        type: command.type,
        code: "INVALID_ARGUMENT",
        reason: expect.stringContaining("characters"),
      });
    }
    await engine.ok({ type: "user-task.assign", userTaskKey, assignee: FITS });
    await engine.ok({ type: "job.complete", jobKey, variables: { [FITS]: "é".repeat(70_000) } });
  });

  it.each([
    ["an element", around("p", userTask("t").replaceAll('"t"', `"${LONG}"`)).replaceAll('Ref="t"', `Ref="${LONG}"`)],
    ["a process", around(LONG, userTask("t"))],
    [
      "a variable",
      around(
        "p",
        serviceTask("t", "t", `<zeebe:ioMapping><zeebe:input source="=1" target="${LONG}" /></zeebe:ioMapping>`),
      ),
    ],
    ["a job type", around("p", serviceTask("t", LONG))],
  ])("should be refused at deployment as %s", async (_what, process) => {
    const refused = await engine.refused({
      type: "deployment.create",
      resources: [{ name: "p.bpmn", content: new TextEncoder().encode(process) }],
    });
    expect(refused).toMatchObject({ code: "INVALID_ARGUMENT", reason: expect.stringContaining("characters") });
  });
});

describe("every text that an index of a store has", () => {
  it("should be bounded", async () => {
    const { TABLE_LAYOUTS } = await import("../../../src/engine-store/schema/table-layout.js");
    const unbounded = [...TABLE_LAYOUTS.values()].flatMap(({ name, columns, primaryKey, indexes }) =>
      columns
        .filter((column) => column.type === "text")
        .filter((column) => column === primaryKey || indexes.some((index) => index.includes(column.name)))
        .filter((column) => (columnBound(name, column.name) ?? Infinity) > 256)
        .map((column) => `${name}.${column.name}`),
    );
    expect(unbounded).toEqual([]);
  });
});
