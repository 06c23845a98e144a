const shapes = [
  ["mulai", "startEvent", "Usulan dikirim", 160, 100, 36, 36],
  ["periksa", "userTask", "Periksa prasyarat", 260, 78, 110, 80],
  ["gerbang", "exclusiveGateway", "Sesuai?", 430, 93, 50, 50],
  ["nilai", "userTask", "Penilaian butir kegiatan", 540, 78, 120, 80],
  ["perbaiki", "userTask", "Perbaiki DUPAK", 400, 230, 110, 80],
  ["selesai", "endEvent", "Selesai", 730, 100, 36, 36],
] as const;

const flows = [
  [
    "f1",
    "mulai",
    "periksa",
    [
      [196, 118],
      [260, 118],
    ],
  ],
  [
    "f2",
    "periksa",
    "gerbang",
    [
      [370, 118],
      [430, 118],
    ],
  ],
  [
    "f3",
    "gerbang",
    "nilai",
    [
      [480, 118],
      [540, 118],
    ],
  ],
  [
    "f4",
    "gerbang",
    "perbaiki",
    [
      [455, 143],
      [455, 230],
    ],
  ],
  [
    "f5",
    "perbaiki",
    "periksa",
    [
      [400, 270],
      [315, 270],
      [315, 158],
    ],
  ],
  [
    "f6",
    "nilai",
    "selesai",
    [
      [660, 118],
      [730, 118],
    ],
  ],
] as const;

/** A small diagram with a decision and a way back. */
export const someDiagram = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="d" targetNamespace="http://bpmn.io/schema/bpmn" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.8.0">
<bpmn:process id="dupak-online" name="DUPAK Online" isExecutable="true">
${shapes.map(([id, kind, name]) => `<bpmn:${kind} id="${id}" name="${name}">${kind === "userTask" ? "<bpmn:extensionElements><zeebe:userTask/></bpmn:extensionElements>" : ""}</bpmn:${kind}>`).join("\n")}
${flows.map(([id, from, to]) => `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`).join("\n")}
</bpmn:process>
<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="dupak-online">
${shapes.map(([id, , , x, y, w, h]) => `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${w}" height="${h}"/></bpmndi:BPMNShape>`).join("\n")}
${flows.map(([id, , , points]) => `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${points.map(([x, y]) => `<di:waypoint x="${x}" y="${y}"/>`).join("")}</bpmndi:BPMNEdge>`).join("\n")}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;
