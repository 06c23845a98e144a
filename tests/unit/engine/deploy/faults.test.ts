import { describe, expect, it } from "@jest/globals";
import { diagram, extensions, faultsOf, flows, serviceTask, straight } from "./diagram.js";

const ERROR = `<bpmn:error id="E" errorCode="code"/><bpmn:error id="F" errorCode="= code"/>`;
const MESSAGE = `<bpmn:message id="M" name="letter">${extensions(`<zeebe:subscription correlationKey="= key"/>`)}</bpmn:message>
  <bpmn:message id="NoKey" name="letter"/><bpmn:message id="NoName">${extensions(`<zeebe:subscription correlationKey="= key"/>`)}</bpmn:message>`;
const ROOTS = `${ERROR}${MESSAGE}<bpmn:message id="Later" name="= unknown"/><bpmn:signal id="S"/><bpmn:escalation id="Esc" escalationCode="up"/>`;

const timer = (kind: string, text: string): string =>
  `<bpmn:timerEventDefinition><bpmn:${kind}>${text}</bpmn:${kind}></bpmn:timerEventDefinition>`;
const boundary = (id: string, definition: string, attributes = ""): string =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="a" ${attributes}>${definition}</bpmn:boundaryEvent>`;
const withBoundary = (...events: readonly string[]): string => straight(serviceTask("a"), "a") + events.join("");
const catching = (definition: string): string =>
  straight(`<bpmn:intermediateCatchEvent id="c">${definition}</bpmn:intermediateCatchEvent>`, "c");
const task = (kind: string, extension: string): string =>
  straight(`<bpmn:${kind} id="a">${extensions(extension)}</bpmn:${kind}>`, "a");
const eventSubProcess = (start: string): string =>
  `${straight(serviceTask("a"), "a")}<bpmn:subProcess id="x" triggeredByEvent="true">${start}<bpmn:endEvent id="xe"/></bpmn:subProcess>`;
const gateway = (...targets: readonly string[]): string =>
  `<bpmn:startEvent id="s"/><bpmn:eventBasedGateway id="g"/>${targets.join("")}${flows("s g", ...targets.map((_, index) => `g t${index}`))}`;
const loop = (attributes: string): string =>
  `<bpmn:multiInstanceLoopCharacteristics>${extensions(`<zeebe:loopCharacteristics ${attributes}/>`)}</bpmn:multiInstanceLoopCharacteristics>`;

const CASES: readonly (readonly [rule: string, element: string | null, content: string])[] = [
  ["start-event", "process", `<bpmn:endEvent id="e"/>`],
  ["one-none-start", "process", `${straight("")}<bpmn:startEvent id="s2"/>`],
  ["start-event-kind", "s", `<bpmn:startEvent id="s"><bpmn:errorEventDefinition errorRef="E"/></bpmn:startEvent>`],
  [
    "start-event-kind",
    "us",
    straight(
      `<bpmn:subProcess id="u"><bpmn:startEvent id="us"><bpmn:messageEventDefinition messageRef="M"/></bpmn:startEvent></bpmn:subProcess>`,
      "u",
    ),
  ],
  ["one-start-event", "u", straight(`<bpmn:subProcess id="u"/>`, "u")],
  ["start-event-kind", "xs", eventSubProcess(`<bpmn:startEvent id="xs"/>`)],
  [
    "must-interrupt",
    "xs",
    eventSubProcess(`<bpmn:startEvent id="xs" isInterrupting="false"><bpmn:errorEventDefinition/></bpmn:startEvent>`),
  ],
  ["timer-kind", "xs", eventSubProcess(`<bpmn:startEvent id="xs">${timer("timeCycle", "R/PT1H")}</bpmn:startEvent>`)],
  ["task-definition", "a", straight(`<bpmn:serviceTask id="a"/>`, "a")],
  [
    "condition-or-default",
    "x_b",
    `<bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="x"/><bpmn:endEvent id="a"/><bpmn:endEvent id="b"/>${flows("s x", "x a = true", "x b")}`,
  ],
  [
    "condition-place",
    "a",
    `<bpmn:startEvent id="s"/>${serviceTask("a")}<bpmn:endEvent id="e"/>${flows("s a", "a e = true")}`,
  ],
  [
    "expression-expected",
    "x_b > conditionExpression",
    `<bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="x"/><bpmn:endEvent id="a"/><bpmn:endEvent id="b"/>${flows("s x", "x a = true", "x b true")}`,
  ],
  [
    "default-flow",
    "x",
    `<bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="x" default="s_x"/><bpmn:endEvent id="a"/>${flows("s x", "x a")}`,
  ],
  ["end-event-outgoing", "e", `${straight(serviceTask("a"), "a")}${serviceTask("z")}${flows("e z")}`],
  ["event-incoming", "b", `${withBoundary(boundary("b", timer("timeDuration", "PT1S")))}${flows("a b")}`],
  [
    "valid-expression",
    "a > extensionElements > script",
    task("scriptTask", `<zeebe:script expression="= 1 +" resultVariable="r"/>`),
  ],
  ["required-attribute", "a > extensionElements > script", task("scriptTask", `<zeebe:script expression="= 1"/>`)],
  [
    "one-implementation",
    "a",
    task("scriptTask", `<zeebe:script expression="= 1" resultVariable="r"/><zeebe:taskDefinition type="t"/>`),
  ],
  ["one-implementation", "a", task("businessRuleTask", "")],
  ["called-element", "a", task("callActivity", "")],
  ["message-reference", "d", catching(`<bpmn:messageEventDefinition id="d"/>`)],
  ["correlation-key", "NoKey", catching(`<bpmn:messageEventDefinition messageRef="NoKey"/>`)],
  ["message-name", "NoName", catching(`<bpmn:messageEventDefinition messageRef="NoName"/>`)],
  ["signal-name", "S", catching(`<bpmn:signalEventDefinition signalRef="S"/>`)],
  ["timer-kind", "c", catching(timer("timeCycle", "R/PT1H"))],
  ["timer-text", "c", catching(timer("timeDuration", "five minutes"))],
  ["timer-text", "s", `<bpmn:startEvent id="s">${timer("timeDate", "= unknown")}</bpmn:startEvent>`],
  ["start-name", "s", `<bpmn:startEvent id="s"><bpmn:messageEventDefinition messageRef="Later"/></bpmn:startEvent>`],
  ["one-timer", "c", catching(`<bpmn:timerEventDefinition/>`)],
  ["timer-kind", "s", `<bpmn:startEvent id="s">${timer("timeDuration", "PT1S")}</bpmn:startEvent>`],
  ["one-event-definition", "c", catching(timer("timeDuration", "PT1S") + timer("timeDuration", "PT2S"))],
  ["event-kind", "c", catching(`<bpmn:errorEventDefinition errorRef="E"/>`)],
  ["event-kind", "c", catching("")],
  ["timer-kind", "b", withBoundary(boundary("b", timer("timeCycle", "R/PT1H")))],
  [
    "must-interrupt",
    "b",
    withBoundary(boundary("b", `<bpmn:errorEventDefinition errorRef="E"/>`, `cancelActivity="false"`)),
  ],
  ["constant-catch-code", "d", withBoundary(boundary("b", `<bpmn:errorEventDefinition id="d" errorRef="F"/>`))],
  [
    "catch-conflict",
    "a",
    withBoundary(
      boundary("b", `<bpmn:errorEventDefinition errorRef="E"/>`),
      boundary("b2", `<bpmn:errorEventDefinition errorRef="E"/>`),
    ),
  ],
  [
    "catch-conflict",
    "a",
    withBoundary(boundary("b", `<bpmn:errorEventDefinition/>`), boundary("b2", `<bpmn:errorEventDefinition/>`)),
  ],
  [
    "catch-conflict",
    "a",
    withBoundary(
      boundary("b", `<bpmn:messageEventDefinition messageRef="M"/>`),
      boundary("b2", `<bpmn:messageEventDefinition messageRef="M"/>`),
    ),
  ],
  ["escalation-host", "b", withBoundary(boundary("b", `<bpmn:escalationEventDefinition escalationRef="Esc"/>`))],
  [
    "event-gateway-flows",
    "g",
    gateway(`<bpmn:intermediateCatchEvent id="t0">${timer("timeDuration", "PT1S")}</bpmn:intermediateCatchEvent>`),
  ],
  [
    "event-gateway-target",
    "g",
    gateway(
      serviceTask("t0"),
      `<bpmn:intermediateCatchEvent id="t1">${timer("timeDuration", "PT1S")}</bpmn:intermediateCatchEvent>`,
    ),
  ],
  [
    "event-gateway-target",
    "g",
    gateway(
      `<bpmn:receiveTask id="t0" messageRef="M"/>`,
      `<bpmn:intermediateCatchEvent id="t1">${timer("timeDuration", "PT1S")}</bpmn:intermediateCatchEvent>`,
    ),
  ],
  [
    "straight-through-loop",
    "process",
    `<bpmn:startEvent id="s"/><bpmn:task id="t"/><bpmn:exclusiveGateway id="x" default="x_e"/><bpmn:endEvent id="e"/>${flows("s t", "t x", "x t = true", "x e")}`,
  ],
  ["straight-through-loop", "process", task("callActivity", `<zeebe:calledElement processId="process"/>`)],
  [
    "one-link-catch",
    "process",
    `${straight("")}<bpmn:intermediateThrowEvent id="t"><bpmn:linkEventDefinition name="L"/></bpmn:intermediateThrowEvent>`,
  ],
  [
    "required-attribute",
    "a > multiInstanceLoopCharacteristics > extensionElements > loopCharacteristics",
    straight(serviceTask("a", loop(`inputElement="x"`)), "a"),
  ],
  [
    "output-pair",
    "a > multiInstanceLoopCharacteristics > extensionElements > loopCharacteristics",
    straight(serviceTask("a", loop(`inputCollection="= l" outputCollection="o"`)), "a"),
  ],
  [
    "mapping-target",
    "a > extensionElements > ioMapping > input",
    task(
      "serviceTask",
      `<zeebe:taskDefinition type="t"/><zeebe:ioMapping><zeebe:input source="= 1" target="a b"/></zeebe:ioMapping>`,
    ),
  ],
  [
    "mapping-source",
    "a > extensionElements > ioMapping > output",
    task(
      "serviceTask",
      `<zeebe:taskDefinition type="t"/><zeebe:ioMapping><zeebe:output target="a"/></zeebe:ioMapping>`,
    ),
  ],
  [
    "unique-listener",
    "a > extensionElements > executionListeners",
    task(
      "serviceTask",
      `<zeebe:taskDefinition type="t"/><zeebe:executionListeners><zeebe:executionListener eventType="start" type="l"/><zeebe:executionListener eventType="start" type="l"/></zeebe:executionListeners>`,
    ),
  ],
  [
    "priority-range",
    "a > extensionElements > priorityDefinition",
    task("userTask", `<zeebe:userTask/><zeebe:priorityDefinition priority="101"/>`),
  ],
  [
    "date-text",
    "a > extensionElements > taskSchedule",
    task("userTask", `<zeebe:userTask/><zeebe:taskSchedule dueDate="tomorrow"/>`),
  ],
  [
    "known-binding",
    "a > extensionElements > calledElement",
    task("callActivity", `<zeebe:calledElement processId="p" bindingType="newest"/>`),
  ],
  ["supported-element", "g", straight(`<bpmn:complexGateway id="g"/>`, "g")],
  ["supported-element", "a", straight(serviceTask("a", `<bpmn:standardLoopCharacteristics/>`), "a")],
  ["supported-element", "t", straight(`<bpmn:transaction id="t"/>`, "t")],
  ["unique-id", "a", straight(serviceTask("a") + serviceTask("a"), "a")],
  ["known-reference", "s_nowhere", `${straight("")}${flows("s nowhere")}`],
];

describe("deployment faults", () => {
  it.each(CASES)("should report %s at %s", async (rule, element, content) => {
    const faults = await faultsOf(diagram(content, ROOTS));
    expect(faults.map((fault) => [fault.rule, fault.element])).toContainEqual([rule, element]);
    for (const { message } of faults) expect(message).toMatch(/^Expected .+, but /s);
  });

  it("should accept a loop of gateways alone, and one with a job in it", async () => {
    const gateways = `<bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="x"/><bpmn:exclusiveGateway id="y" default="y_e"/><bpmn:endEvent id="e"/>
      ${flows("s x", "x y", "y x = false", "y e")}`;
    expect(await faultsOf(diagram(gateways))).toEqual([]);
    const job = `<bpmn:startEvent id="s"/>${serviceTask("t")}<bpmn:exclusiveGateway id="x" default="x_e"/><bpmn:endEvent id="e"/>${flows("s t", "t x", "x t = true", "x e")}`;
    expect(await faultsOf(diagram(job))).toEqual([]);
  });

  it("should list every fault of a file, not only the first", async () => {
    const content = straight(
      `<bpmn:serviceTask id="a"/><bpmn:callActivity id="b"/><bpmn:complexGateway id="g"/>`,
      "a",
      "b",
    );
    const faults = await faultsOf(diagram(content));
    expect(faults.map(({ element }) => element)).toEqual(["a", "b", "g"]);
  });
});
