import { describe, expect, it } from "@jest/globals";
import { diagram, elementOf, extensions, flows, processOf, serviceTask, straight } from "./diagram.js";

const MESSAGE = `<bpmn:message id="M" name="letter">${extensions(`<zeebe:subscription correlationKey="= key"/>`)}</bpmn:message>`;

describe("executable process", () => {
  it("should know its id, name, version tag and start form", async () => {
    const start = `<bpmn:startEvent id="s">${extensions(`<zeebe:formDefinition formId="start" bindingType="deployment"/>`)}</bpmn:startEvent>`;
    const process = await processOf(
      diagram(`${extensions(`<zeebe:versionTag value="v1"/>`)}${start}<bpmn:endEvent id="e"/>${flows("s e")}`),
    );
    expect(process).toMatchObject({
      processId: "process",
      name: "A process",
      versionTag: "v1",
      startForm: { kind: "formId", formId: { text: "start" }, binding: { type: "deployment", versionTag: null } },
    });
    expect(process.root.scope?.noneStartEvent?.id).toBe("s");
  });

  it("should keep flows in the order of the document, with conditions and default", async () => {
    const content = `<bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="x" default="x_c"/>
      <bpmn:endEvent id="a"/><bpmn:endEvent id="b"/><bpmn:endEvent id="c"/>${flows("x c", "x b = n > 1", "s x", "x a = n > 2")}`;
    const x = elementOf(await processOf(diagram(content)), "x");
    expect(x.outgoing.map(({ id }) => id)).toEqual(["x_c", "x_b", "x_a"]);
    expect(x.outgoing.map(({ condition }) => condition?.text ?? null)).toEqual([null, " n > 1", " n > 2"]);
    expect(x.defaultFlow).toBe(x.outgoing[0]);
    expect(x.incoming[0]?.source.id).toBe("s");
  });

  it("should parse jobs, headers and mappings", async () => {
    const task = `<bpmn:serviceTask id="a">${extensions(`<zeebe:taskDefinition type="= kind" retries="5"/>
      <zeebe:taskHeaders><zeebe:header key="h" value="1"/><zeebe:header key="empty" value=""/></zeebe:taskHeaders>
      <zeebe:ioMapping><zeebe:input source="= x" target="in.a"/><zeebe:output source="12" target="out"/></zeebe:ioMapping>
      <zeebe:executionListeners><zeebe:executionListener eventType="end" type="after"/></zeebe:executionListeners>
      <zeebe:properties><zeebe:property name="p" value="v"/></zeebe:properties>`)}</bpmn:serviceTask>`;
    const a = elementOf(await processOf(diagram(straight(task, "a"))), "a");
    expect(a.job).toMatchObject({
      type: { kind: "feel", text: " kind" },
      retries: { kind: "static", text: "5" },
      headers: { h: "1" },
    });
    expect(a.inputMappings[0]).toMatchObject({ target: "in.a", path: ["in", "a"], source: { kind: "feel" } });
    expect(a.outputMappings[0]).toMatchObject({ target: "out", source: { kind: "static", text: "12" } });
    expect(a.endListeners).toMatchObject([{ type: { text: "after" }, retries: { text: "3" } }]);
    expect(a.properties).toEqual([{ name: "p", value: "v" }]);
  });

  it("should attach boundary events to their host", async () => {
    const content = `${straight(serviceTask("a"), "a")}
      <bpmn:boundaryEvent id="b1" attachedToRef="a"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
      <bpmn:boundaryEvent id="b2" attachedToRef="a" cancelActivity="false"><bpmn:messageEventDefinition messageRef="M"/></bpmn:boundaryEvent>
      <bpmn:boundaryEvent id="b3" attachedToRef="a"><bpmn:errorEventDefinition errorRef="E"/></bpmn:boundaryEvent>`;
    const process = await processOf(diagram(content, `${MESSAGE}<bpmn:error id="E" errorCode="no-stock"/>`));
    const a = elementOf(process, "a");
    expect(a.boundaryEvents.map(({ id, interrupting }) => [id, interrupting])).toEqual([
      ["b1", true],
      ["b2", false],
      ["b3", true],
    ]);
    expect(a.boundaryEvents.map(({ event }) => event)).toMatchObject([
      { kind: "timer", timer: "duration", expression: { text: "PT1H" } },
      { kind: "message", name: { text: "letter" }, correlationKey: { kind: "feel", text: " key" } },
      { kind: "error", code: { text: "no-stock" } },
    ]);
    expect(elementOf(process, "b1").attachedTo).toBe(a);
  });

  it("should know the event sub-processes of a scope", async () => {
    const inner = `<bpmn:subProcess id="esp" triggeredByEvent="true"><bpmn:startEvent id="es" isInterrupting="false">
      <bpmn:timerEventDefinition><bpmn:timeCycle>R/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>
      <bpmn:endEvent id="ee"/>${flows("es ee")}</bpmn:subProcess>`;
    const process = await processOf(diagram(`${straight(serviceTask("a"), "a")}${inner}`));
    expect(
      process.root.scope?.eventSubProcesses.map(({ element, startEvent }) => [
        element.id,
        startEvent.id,
        startEvent.interrupting,
      ]),
    ).toEqual([["esp", "es", false]]);
    expect(elementOf(process, "ee").parent?.type).toBe("EVENT_SUB_PROCESS");
  });

  it("should parse multi-instance", async () => {
    const marker = `<bpmn:multiInstanceLoopCharacteristics isSequential="true">${extensions(
      `<zeebe:loopCharacteristics inputCollection="= list" inputElement="one" outputCollection="all" outputElement="= answer"/>`,
    )}<bpmn:completionCondition>= numberOfCompletedInstances &gt; 1</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>`;
    const { multiInstance } = elementOf(await processOf(diagram(straight(serviceTask("a", marker), "a"))), "a");
    expect(multiInstance).toMatchObject({
      sequential: true,
      inputCollection: { text: " list" },
      inputElement: "one",
      outputCollection: "all",
      outputElementVariable: "answer",
      completionCondition: { kind: "feel" },
    });
  });

  it("should parse user tasks of both kinds", async () => {
    const attributes = `<zeebe:assignmentDefinition assignee="= who" candidateGroups="g1, g2" candidateUsers="= users"/>
      <zeebe:taskSchedule dueDate="2030-01-02T03:04:05Z"/><zeebe:priorityDefinition priority="70"/>`;
    const content = `<bpmn:userTask id="new">${extensions(`<zeebe:userTask/>${attributes}<zeebe:formDefinition externalReference="siwi/form"/>`)}</bpmn:userTask>
      <bpmn:userTask id="old">${extensions(attributes)}</bpmn:userTask>`;
    const process = await processOf(diagram(straight(content, "new", "old")));
    expect(elementOf(process, "new")).toMatchObject({
      job: null,
      userTask: {
        implementation: "camunda",
        assignee: { kind: "feel" },
        candidateGroups: { kind: "constant", values: ["g1", "g2"] },
        candidateUsers: { kind: "expression" },
        form: { kind: "external", reference: { text: "siwi/form" } },
      },
    });
    expect(elementOf(process, "old")).toMatchObject({
      job: { type: { text: "io.camunda.zeebe:userTask" }, retries: { text: "1" } },
      userTask: { implementation: "job" },
    });
  });

  it("should parse scripts, decisions and calls", async () => {
    const content = `<bpmn:scriptTask id="script">${extensions(`<zeebe:script expression="= 1 + 1" resultVariable="two"/>`)}</bpmn:scriptTask>
      <bpmn:businessRuleTask id="rule">${extensions(`<zeebe:calledDecision decisionId="rate" resultVariable="r" bindingType="versionTag" versionTag="v2"/>`)}</bpmn:businessRuleTask>
      <bpmn:callActivity id="call">${extensions(`<zeebe:calledElement processId="= other" propagateAllChildVariables="false"/>`)}</bpmn:callActivity>`;
    const process = await processOf(diagram(straight(content, "script", "rule", "call")));
    expect(elementOf(process, "script").script).toMatchObject({
      resultVariable: "two",
      expression: { text: " 1 + 1" },
    });
    expect(elementOf(process, "rule").calledDecision).toMatchObject({
      binding: { type: "versionTag", versionTag: "v2" },
    });
    expect(elementOf(process, "call").calledElement).toMatchObject({
      processId: { kind: "feel" },
      propagateAllParentVariables: true,
      propagateAllChildVariables: false,
    });
  });

  it("should say from where a token can still reach an inclusive join", async () => {
    const content = `<bpmn:startEvent id="s"/><bpmn:inclusiveGateway id="split"/>${serviceTask("a")}${serviceTask("b")}${serviceTask("c")}
      <bpmn:inclusiveGateway id="join"/>${serviceTask("after")}<bpmn:endEvent id="e"/>
      ${flows("s split", "split a = true", "split b = true", "a c", "c join", "b join", "join after", "after e")}`;
    const { join } = elementOf(await processOf(diagram(content)), "join");
    const upstream = [...(join?.upstream ?? [])].map(([flow, ids]) => [flow.id, [...ids].toSorted()]);
    expect(upstream).toEqual([
      ["c_join", ["a", "c", "s", "split"]],
      ["b_join", ["b", "s", "split"]],
    ]);
  });

  it("should leave out processes that are not executable, lanes and data", async () => {
    const other = `<bpmn:process id="other" isExecutable="false"><bpmn:complexGateway id="g"/></bpmn:process>`;
    const content = `<bpmn:laneSet id="lanes"><bpmn:lane id="l"><bpmn:flowNodeRef>a</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
      <bpmn:dataObject id="d"/><bpmn:dataObjectReference id="dr" dataObjectRef="d"/><bpmn:textAnnotation id="t"><bpmn:text>note</bpmn:text></bpmn:textAnnotation>`;
    const process = await processOf(diagram(content + straight(serviceTask("a"), "a"), other));
    expect([...process.elements.keys()].toSorted()).toEqual(["a", "e", "process", "s"]);
  });
});
