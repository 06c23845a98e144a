import { bpmn, EngineUnderTest, flow, path, serviceTask } from "./engine-dsl.js";

/** Short forms of BPMN for tests that need many small models. */
export const START = `<bpmn:startEvent id="s" />`;
export const END = `<bpmn:endEvent id="e" />`;

/** The extension elements of an element. */
export const ext = (...content: readonly string[]): string =>
  `<bpmn:extensionElements>${content.join("")}</bpmn:extensionElements>`;

/** Definitions around the process: message `paid` by `order`, signal `go`, error `E1`, escalation `X1`. */
export const EVENTS =
  `<bpmn:message id="msg" name="paid">${ext(`<zeebe:subscription correlationKey="=order" />`)}</bpmn:message>` +
  `<bpmn:signal id="sig" name="go" /><bpmn:error id="err" errorCode="E1" /><bpmn:escalation id="esc" escalationCode="X1" />`;

/** Event definitions that refer to {@link EVENTS}. */
export const MESSAGE = `<bpmn:messageEventDefinition messageRef="msg" />`;
export const SIGNAL = `<bpmn:signalEventDefinition signalRef="sig" />`;
export const ERROR = `<bpmn:errorEventDefinition errorRef="err" />`;
export const ANY_ERROR = `<bpmn:errorEventDefinition />`;
export const ESCALATION = `<bpmn:escalationEventDefinition escalationRef="esc" />`;
export const TERMINATE = `<bpmn:terminateEventDefinition />`;
export const COMPENSATE = `<bpmn:compensateEventDefinition />`;
export const timer = (kind: "timeDuration" | "timeDate" | "timeCycle", text: string): string =>
  `<bpmn:timerEventDefinition><bpmn:${kind}>${text}</bpmn:${kind}></bpmn:timerEventDefinition>`;
export const MINUTE = timer("timeDuration", "PT1M");
export const condition = (text: string): string =>
  `<bpmn:conditionalEventDefinition><bpmn:condition>${text}</bpmn:condition></bpmn:conditionalEventDefinition>`;
export const link = (name: string): string => `<bpmn:linkEventDefinition name="${name}" />`;

export const caught = (id: string, event: string, extra = ""): string =>
  `<bpmn:intermediateCatchEvent id="${id}">${extra}${event}</bpmn:intermediateCatchEvent>`;
export const thrown = (id: string, event = "", extra = ""): string =>
  `<bpmn:intermediateThrowEvent id="${id}">${extra}${event}</bpmn:intermediateThrowEvent>`;
export const ended = (id: string, event = "", extra = ""): string =>
  `<bpmn:endEvent id="${id}">${extra}${event}</bpmn:endEvent>`;
export const started = (id: string, event = "", extra = ""): string =>
  `<bpmn:startEvent id="${id}">${extra}${event}</bpmn:startEvent>`;

/** A boundary event `b` with its own end `be`. */
export const boundary = (on: string, event: string, interrupting = true, id = "b"): string =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${on}" cancelActivity="${interrupting}">${event}</bpmn:boundaryEvent><bpmn:endEvent id="${id}e" />${flow(id, `${id}e`)}`;

/** An event sub-process `x` around one job `rescue`. */
export const eventSubProcess = (event: string, interrupting = true): string =>
  `<bpmn:subProcess id="x" triggeredByEvent="true"><bpmn:startEvent id="xs" isInterrupting="${interrupting}">${event}</bpmn:startEvent>${serviceTask("rescue")}<bpmn:endEvent id="xe" />${path("xs", "rescue", "xe")}</bpmn:subProcess>`;

/** A sub-process around `inner`, which stands between its start and its end. */
export const subProcess = (id: string, inner: string, first: string, extra = ""): string =>
  `<bpmn:subProcess id="${id}">${extra}<bpmn:startEvent id="${id}s" />${inner}<bpmn:endEvent id="${id}e" />${path(`${id}s`, first, `${id}e`)}</bpmn:subProcess>`;

export const loop = (attributes: string, inner = "", sequential = false): string =>
  `<bpmn:multiInstanceLoopCharacteristics isSequential="${sequential}">${ext(`<zeebe:loopCharacteristics ${attributes} />`)}${inner}</bpmn:multiInstanceLoopCharacteristics>`;

export const called = (id: string, attributes: string, extra = ""): string =>
  `<bpmn:callActivity id="${id}">${ext(`<zeebe:calledElement ${attributes} />`, extra)}</bpmn:callActivity>`;

/** Process `p`: start, the elements along the path, end; `rest` stands beside it. */
export const line = (elements: string, ids: readonly string[], rest = ""): string =>
  bpmn("p", `${START}${elements}${END}${path("s", ...ids, "e")}${rest}`, EVENTS);

/** Process `p` with the job `work`, and something attached to it or beside it. */
export const around = (rest: string): string => line(serviceTask("work"), ["work"], rest);

/** Plays on an engine of its own over an empty memory store; at the end replay has to equal processing. */
export async function play(files: readonly string[], work: (engine: EngineUnderTest) => Promise<void>): Promise<void> {
  const engine = await EngineUnderTest.start();
  try {
    if (files.length > 0) await engine.deploy(...files);
    await work(engine);
  } finally {
    await engine.close();
  }
}

/** The one open incident. */
export async function incident(engine: EngineUnderTest) {
  const incidents = await engine.incidents();
  const [found] = incidents;
  if (found === undefined || incidents.length !== 1)
    throw new Error(`Expected one open incident, but there are ${incidents.length}`);
  return found;
}

/** Resolves the one open incident. */
export async function resolve(engine: EngineUnderTest): Promise<void> {
  await engine.ok({ type: "incident.resolve", incidentKey: (await incident(engine)).incidentKey });
}

/** Key of the newest instance of an element. */
export async function elementKey(engine: EngineUnderTest, elementId: string): Promise<string> {
  const row = (await engine.rows("element_instance")).findLast((candidate) => candidate.elementId === elementId);
  if (row === undefined) throw new Error(`Expected an instance of '${elementId}', but there is none`);
  return row.elementInstanceKey;
}

/** Variables at the newest instance of an element. */
export const localsOf = async (engine: EngineUnderTest, elementId: string) =>
  engine.variables(await elementKey(engine, elementId));

/** Why a deployment is refused. */
export async function refusalOf(...files: readonly string[]): Promise<string> {
  const engine = await EngineUnderTest.start();
  try {
    const resources = files.map((file, index) => ({
      name: `process-${index}.bpmn`,
      content: new TextEncoder().encode(file),
    }));
    return (await engine.refused({ type: "deployment.create", resources })).reason;
  } finally {
    await engine.close();
  }
}

/** A decision `grade` as one literal expression. */
export const decision = (text: string, attributes = ""): { name: string; content: string } => ({
  name: "grade.dmn",
  content: `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="grades" name="Grades" namespace="http://example.com"><decision id="grade" name="Grade">${attributes === "" ? "" : `<extensionElements><zeebe:versionTag value="${attributes}" /></extensionElements>`}<variable id="v" name="grade" /><literalExpression id="l"><text>${text}</text></literalExpression></decision></definitions>`,
});
