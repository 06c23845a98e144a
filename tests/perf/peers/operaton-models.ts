const document = (id: string, body: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xmlns:operaton="http://operaton.org/schema/1.0/bpmn" id="Definitions_${id}" targetNamespace="http://bpmn.io/schema/bpmn">
<bpmn:process id="${id}" isExecutable="true" operaton:historyTimeToLive="P30D">${body}</bpmn:process></bpmn:definitions>`;

const flow = (source: string, target: string, condition = ""): string =>
  `<bpmn:sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}">${condition}</bpmn:sequenceFlow>`;

const userTask = (id: string): string =>
  `<bpmn:userTask id="${id}" name="${id}" operaton:assignee="\${petugas}" operaton:candidateGroups="loket" />`;

const CONDITION =
  '<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${nilai &gt; 80 and status == "LENGKAP"}</bpmn:conditionExpression>';

/** Processes A and B of the bench in the words of Operaton: the condition is no FEEL, the service task is an external one. */
export const operatonModels: readonly (readonly [name: string, content: string])[] = [
  [
    "bench-a.bpmn",
    document(
      "bench-a",
      `<bpmn:startEvent id="Start" />${userTask("Receive")}<bpmn:exclusiveGateway id="Complete" default="Complete_End" />${userTask("Decide")}<bpmn:endEvent id="End" />
      ${flow("Start", "Receive")}${flow("Receive", "Complete")}${flow("Complete", "Decide", CONDITION)}${flow("Complete", "End")}${flow("Decide", "End")}`,
    ),
  ],
  [
    "bench-b.bpmn",
    document(
      "bench-b",
      `<bpmn:startEvent id="Start" /><bpmn:serviceTask id="Work" operaton:type="external" operaton:topic="bench-work" /><bpmn:endEvent id="End" />
      ${flow("Start", "Work")}${flow("Work", "End")}`,
    ),
  ],
];
