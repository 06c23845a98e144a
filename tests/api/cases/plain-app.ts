import { type AppWorld, openAppWorld } from "../../support/app-world.js";

const field = (type: string, key: string, label: string, more: object = {}): object => ({
  type,
  key,
  label,
  input: true,
  ...more,
});
const submit = field("button", "kirim", "Kirim", { action: "submit" });
const files = (key: string, label: string): object =>
  field("file", key, label, { storage: "url", url: "/api/files", multiple: true });

const flow = (id: string, from: string, to: string): string =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`;

/** A letter is checked by the unit that it names; when nobody checks it for three days, the process ends. */
const letterProcess = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Definitions_1"
  targetNamespace="http://alur.example" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.9.0">
  <bpmn:process id="surat-masuk" name="Surat masuk" isExecutable="true">
    <bpmn:startEvent id="LetterReceived"><bpmn:outgoing>ToCheck</bpmn:outgoing></bpmn:startEvent>
    ${flow("ToCheck", "LetterReceived", "Check")}
    <bpmn:userTask id="Check" name="Periksa surat">
      <bpmn:extensionElements>
        <zeebe:userTask />
        <zeebe:formDefinition externalReference="surat/periksa" />
        <zeebe:assignmentDefinition candidateGroups="=[&#34;pemeriksa@&#34; + unit]" />
      </bpmn:extensionElements>
      <bpmn:incoming>ToCheck</bpmn:incoming><bpmn:outgoing>ToEnd</bpmn:outgoing>
    </bpmn:userTask>
    ${flow("ToEnd", "Check", "LetterChecked")}
    <bpmn:endEvent id="LetterChecked"><bpmn:incoming>ToEnd</bpmn:incoming></bpmn:endEvent>
    <bpmn:boundaryEvent id="NobodyChecked" attachedToRef="Check">
      <bpmn:outgoing>ToExpired</bpmn:outgoing>
      <bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P3D</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:boundaryEvent>
    ${flow("ToExpired", "NobodyChecked", "LetterExpired")}
    <bpmn:endEvent id="LetterExpired"><bpmn:incoming>ToExpired</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>
`;

/** A platform with an app that has diagrams and forms only, with files in its forms. */
export const openPlainApp = (): Promise<AppWorld> =>
  openAppWorld({
    manifest: {
      app: "surat",
      title: { id: "Surat", en: "Letters" },
      version: "1.0.0",
      plugin: false,
      roles: [
        { role: "pengirim", label: { id: "Pengirim", en: "Sender" }, scopeType: null },
        { role: "pemeriksa", label: { id: "Pemeriksa", en: "Checker" }, scopeType: "unit" },
      ],
      starts: [
        {
          process: "surat-masuk",
          form: "kirim",
          roles: ["pengirim"],
          title: { id: "Kirim surat", en: "Send a letter" },
        },
      ],
    },
    diagrams: { "surat-masuk.bpmn": letterProcess },
    forms: {
      kirim: {
        display: "form",
        components: [
          field("textfield", "perihal", "Perihal", { validate: { required: true } }),
          field("textfield", "unit", "Unit", { validate: { required: true } }),
          files("surat", "Surat"),
          field("datagrid", "lampiran", "Lampiran", {
            components: [field("textfield", "judul", "Judul"), files("berkas", "Berkas")],
          }),
          submit,
        ],
      },
      periksa: {
        display: "form",
        components: [
          field("textfield", "perihal", "Perihal"),
          files("surat", "Surat"),
          field("textarea", "catatan", "Catatan"),
          files("balasan", "Balasan"),
          submit,
        ],
      },
    },
  });
