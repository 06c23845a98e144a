import { type AppWorld, openAppWorld } from "../../support/app-world.js";

const form = {
  display: "form",
  components: [
    { type: "textarea", key: "alasan", label: "Alasan", input: true, validate: { required: true } },
    { type: "button", key: "kirim", label: "Kirim", action: "submit", input: true },
  ],
};

const manifest = {
  app: "cuti",
  title: { id: "Cuti", en: "Leave" },
  version: "1.0.0",
  plugin: false,
  roles: [{ role: "atasan", label: { id: "Atasan", en: "Superior" }, scopeType: null }],
};

/** A process with one task for people; `task` adds to it, `more` are further elements. */
export const cutiDiagram = ({ task = "", condition = "= true" } = {}): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Definitions_1"
  targetNamespace="http://alur.example" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.9.0">
  <bpmn:process id="cuti" name="Cuti" isExecutable="true">
    <bpmn:startEvent id="LeaveRequested"><bpmn:outgoing>ToDecide</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="ToDecide" sourceRef="LeaveRequested" targetRef="Decide" />
    <bpmn:userTask id="Decide" name="Putuskan cuti">
      <bpmn:extensionElements>
        <zeebe:userTask />
        <zeebe:formDefinition externalReference="cuti/permohonan" />
        <zeebe:assignmentDefinition candidateGroups="atasan" />${task}
      </bpmn:extensionElements>
      <bpmn:incoming>ToDecide</bpmn:incoming><bpmn:outgoing>ToGranted</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="ToGranted" sourceRef="Decide" targetRef="Granted" />
    <bpmn:exclusiveGateway id="Granted" default="ToEnd"><bpmn:incoming>ToGranted</bpmn:incoming><bpmn:outgoing>ToEnd</bpmn:outgoing><bpmn:outgoing>ToOther</bpmn:outgoing></bpmn:exclusiveGateway>
    <bpmn:sequenceFlow id="ToEnd" sourceRef="Granted" targetRef="LeaveDecided" />
    <bpmn:sequenceFlow id="ToOther" sourceRef="Granted" targetRef="LeaveRefused"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:endEvent id="LeaveDecided"><bpmn:incoming>ToEnd</bpmn:incoming></bpmn:endEvent>
    <bpmn:endEvent id="LeaveRefused"><bpmn:incoming>ToOther</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>
`;

export type CutiWorld = AppWorld;

/** A platform with one small process app without code. */
export const openCuti = (): Promise<CutiWorld> =>
  openAppWorld({ manifest, diagrams: { "cuti.bpmn": cutiDiagram() }, forms: { permohonan: form } });
