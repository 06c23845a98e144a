const document = (id: string, body: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Definitions_${id}" targetNamespace="http://bpmn.io/schema/bpmn" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.8.0">
<bpmn:process id="${id}" isExecutable="true">${body}</bpmn:process></bpmn:definitions>`;

const flow = (source: string, target: string, condition?: string): string => {
  const text =
    condition === undefined
      ? ""
      : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>`;
  return `<bpmn:sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}">${text}</bpmn:sequenceFlow>`;
};

const userTask = (id: string, extra = ""): string =>
  `<bpmn:userTask id="${id}" name="${id}"><bpmn:extensionElements><zeebe:userTask /><zeebe:assignmentDefinition assignee="=petugas" candidateGroups="loket" /></bpmn:extensionElements>${extra}</bpmn:userTask>`;

/** Start, user task, exclusive gateway with a FEEL condition, user task, end. */
export const processA = document(
  "bench-a",
  `<bpmn:startEvent id="Start" />${userTask("Receive")}<bpmn:exclusiveGateway id="Complete" default="Complete_End" />${userTask("Decide")}<bpmn:endEvent id="End" />
  ${flow("Start", "Receive")}${flow("Receive", "Complete")}${flow("Complete", "Decide", '=nilai &gt; 80 and status = "LENGKAP"')}${flow("Complete", "End")}${flow("Decide", "End")}`,
);

/** Start, service task, end. */
export const processB = document(
  "bench-b",
  `<bpmn:startEvent id="Start" /><bpmn:serviceTask id="Work"><bpmn:extensionElements><zeebe:taskDefinition type="bench-work" /></bpmn:extensionElements></bpmn:serviceTask><bpmn:endEvent id="End" />
  ${flow("Start", "Work")}${flow("Work", "End")}`,
);

/** Three user tasks, a decision table, a timer boundary, and a multi-instance of five. */
export const processC = document(
  "bench-c",
  `<bpmn:startEvent id="Start" />${userTask("First")}<bpmn:businessRuleTask id="Grade"><bpmn:extensionElements><zeebe:calledDecision decisionId="bench-grade" resultVariable="predikat" /></bpmn:extensionElements></bpmn:businessRuleTask>
  ${userTask("Second")}<bpmn:boundaryEvent id="Late" attachedToRef="Second"><bpmn:timerEventDefinition id="Late_definition"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P7D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
  ${userTask("Third", '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=[1,2,3,4,5]" inputElement="n" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>')}
  <bpmn:endEvent id="End" /><bpmn:endEvent id="TooLate" />${flow("Start", "First")}${flow("First", "Grade")}${flow("Grade", "Second")}${flow("Second", "Third")}${flow("Third", "End")}${flow("Late", "TooLate")}`,
);

const LONG_HISTORY_ROUNDS = 165;

/** Some five hundred events in one instance: a multi-instance of passing tasks. */
export const longHistory = document(
  "bench-history",
  `<bpmn:startEvent id="Start" /><bpmn:task id="Pass"><bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=for n in 1..${LONG_HISTORY_ROUNDS} return n" inputElement="n" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:task>
  <bpmn:endEvent id="End" />${flow("Start", "Pass")}${flow("Pass", "End")}`,
);

const serviceTask = (id: string, type: string): string =>
  `<bpmn:serviceTask id="${id}"><bpmn:extensionElements><zeebe:taskDefinition type="${type}" /></bpmn:extensionElements></bpmn:serviceTask>`;

/** Waits until the instant `due`, then rings a worker. */
const timerProcess = document(
  "bench-timer",
  `<bpmn:startEvent id="Start" /><bpmn:intermediateCatchEvent id="Wait"><bpmn:timerEventDefinition id="Wait_definition"><bpmn:timeDate xsi:type="bpmn:tFormalExpression">=date and time(due)</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
  ${serviceTask("Ring", "bench-ring")}<bpmn:endEvent id="End" />${flow("Start", "Wait")}${flow("Wait", "Ring")}${flow("Ring", "End")}`,
);

/** A job at once, of a type that nothing else uses. */
const knockProcess = document(
  "bench-knock",
  `<bpmn:startEvent id="Start" />${serviceTask("Knock", "bench-knock")}<bpmn:endEvent id="End" />${flow("Start", "Knock")}${flow("Knock", "End")}`,
);

/** The decision of process C. */
export const decisionC = `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="bench-grading" name="Grading" namespace="http://camunda.org/schema/1.0/dmn">
<decision id="bench-grade" name="Grade"><decisionTable id="table" hitPolicy="FIRST"><input id="in" label="Nilai"><inputExpression id="ie" typeRef="number"><text>nilai</text></inputExpression></input>
<output id="out" name="predikat" typeRef="string" /><rule id="r1"><inputEntry id="i1"><text>&gt;= 80</text></inputEntry><outputEntry id="o1"><text>"BAIK"</text></outputEntry></rule>
<rule id="r2"><inputEntry id="i2"><text></text></inputEntry><outputEntry id="o2"><text>"CUKUP"</text></outputEntry></rule></decisionTable></decision></definitions>`;

/** File name and content of everything the bench deploys. */
export const benchResources: readonly (readonly [name: string, content: string])[] = [
  ["bench-a.bpmn", processA],
  ["bench-b.bpmn", processB],
  ["bench-c.bpmn", processC],
  ["bench-grade.dmn", decisionC],
  ["bench-history.bpmn", longHistory],
  ["bench-timer.bpmn", timerProcess],
  ["bench-knock.bpmn", knockProcess],
];

/** A process of the bench under another id. */
export const withId = (xml: string, id: string): string => xml.replaceAll(/(?<=process id=")[^"]+/gu, id);

const PEOPLE = 100;

/** Variables of the n-th instance: the work goes round among a hundred people, and no two have the same `nilai`. */
export const benchVariables = (n: number) => ({ petugas: `petugas-${n % PEOPLE}`, nilai: 100 + n, status: "LENGKAP" });
