const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Definitions_1"
  targetNamespace="http://bpmn.io/schema/bpmn" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.8.0">`;

const bpmn = (id: string, body: string, root = ""): File =>
  new File(
    [
      `${HEAD}${root}<bpmn:process id="${id}" name="Process ${id}" isExecutable="true">${body}</bpmn:process></bpmn:definitions>`,
    ],
    `${id}.bpmn`,
  );

const flow = (source: string, target: string): string =>
  `<bpmn:sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}" />`;

/** Start, one element, end. */
const around = (element: string, id: string): string =>
  `<bpmn:startEvent id="Start" />${element}<bpmn:endEvent id="End" />${flow("Start", id)}${flow(id, "End")}`;

const ext = (content: string): string => `<bpmn:extensionElements>${content}</bpmn:extensionElements>`;

/** A service task `Work` of job type `work`. */
export const serviceProcess = (id = "service"): File =>
  bpmn(
    id,
    around(
      `<bpmn:serviceTask id="Work" name="Work">${ext('<zeebe:taskDefinition type="work" retries="3" /><zeebe:taskHeaders><zeebe:header key="colour" value="red" /></zeebe:taskHeaders>')}</bpmn:serviceTask>`,
      "Work",
    ),
  );

/** A user task `Review` with assignment, dates, priority and a linked form. */
export const userTaskProcess = (id = "review", form = '<zeebe:formDefinition formId="review-form" />'): File =>
  bpmn(
    id,
    around(
      `<bpmn:userTask id="Review" name="Review it">${ext(
        `<zeebe:userTask />${form}<zeebe:assignmentDefinition candidateGroups="tpi, tpp" candidateUsers="=[owner]" /><zeebe:taskSchedule dueDate="2026-02-01T00:00:00Z" /><zeebe:priorityDefinition priority="70" /><zeebe:ioMapping><zeebe:input source="=owner" target="local" /></zeebe:ioMapping>`,
      )}</bpmn:userTask>`,
      "Review",
    ),
  );

export const reviewForm = (): File =>
  new File(
    [JSON.stringify({ id: "review-form", type: "default", components: [], schemaVersion: 16 })],
    "review-form.form",
  );

/** Waits for message `paid` with the correlation key in variable `order`. */
export const messageProcess = (id = "payment"): File =>
  bpmn(
    id,
    around(
      `<bpmn:intermediateCatchEvent id="Paid"><bpmn:messageEventDefinition id="Paid_def" messageRef="Message_paid" /></bpmn:intermediateCatchEvent>`,
      "Paid",
    ),
    `<bpmn:message id="Message_paid" name="paid">${ext('<zeebe:subscription correlationKey="=order" />')}</bpmn:message>`,
  );

/** Waits for one hour. */
export const timerProcess = (id = "pause"): File =>
  bpmn(
    id,
    around(
      `<bpmn:intermediateCatchEvent id="Hour"><bpmn:timerEventDefinition id="Hour_def"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`,
      "Hour",
    ),
  );

/** Calls process `service`. */
export const callingProcess = (id = "caller"): File =>
  bpmn(
    id,
    around(
      `<bpmn:callActivity id="Call">${ext('<zeebe:calledElement processId="service" />')}</bpmn:callActivity>`,
      "Call",
    ),
  );

/** A gateway without default flow: an incident while variable `n` is 0. */
export const gatewayProcess = (id = "gate"): File =>
  bpmn(
    id,
    `<bpmn:startEvent id="Start" /><bpmn:exclusiveGateway id="Gate" /><bpmn:endEvent id="End" /><bpmn:endEvent id="Other" />${flow("Start", "Gate")}
     <bpmn:sequenceFlow id="Yes" sourceRef="Gate" targetRef="End"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=n &gt; 0</bpmn:conditionExpression></bpmn:sequenceFlow>
     <bpmn:sequenceFlow id="No" sourceRef="Gate" targetRef="Other"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=n &lt; 0</bpmn:conditionExpression></bpmn:sequenceFlow>`,
  );

/** The same under another id, for tests with jobs beside it. */
export const gateProcessWithJob = (): File => gatewayProcess("gate-job");

/** Decision `grade`: from `score` to a letter. */
export const gradeDecision = (): File =>
  new File(
    [
      `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="grading" name="Grading" namespace="http://camunda.org/schema/1.0/dmn">
<decision id="grade" name="Grade"><decisionTable id="table" hitPolicy="FIRST"><input id="in" label="Score"><inputExpression id="ie" typeRef="number"><text>score</text></inputExpression></input>
<output id="out" label="Letter" name="letter" typeRef="string" /><rule id="r1"><inputEntry id="i1"><text>&gt;= 80</text></inputEntry><outputEntry id="o1"><text>"A"</text></outputEntry></rule>
<rule id="r2"><inputEntry id="i2"><text></text></inputEntry><outputEntry id="o2"><text>"B"</text></outputEntry></rule></decisionTable></decision></definitions>`,
    ],
    "grading.dmn",
  );
