import { createRequire } from "node:module";
import { BpmnModdle } from "bpmn-moddle";
import type { ReportFault } from "../fault.js";
import type { ModelNode } from "./model-node.js";
import { isNode, labelOf } from "./model-node.js";

const zeebeTypes: unknown = createRequire(import.meta.url)("zeebe-bpmn-moddle/resources/zeebe.json");

/** References that a drawing may leave open; they have no run-time meaning. */
const DRAWING_ONLY =
  /^bpmndi:|^bpmn:(?:incoming|outgoing|flowNodeRef|categoryValueRef|dataObjectRef|dataStoreRef|processRef|sourceRef|targetRef)$/;

/** Parses the text of a diagram; null when it is no BPMN at all. Entities are not expanded, so a bomb stays a small text. */
export async function parseBpmn(xml: string, report: ReportFault): Promise<ModelNode | null> {
  try {
    const { rootElement, warnings } = await new BpmnModdle({ zeebe: zeebeTypes }).fromXML(xml);
    for (const warning of warnings) reportWarning(warning, report);
    if (isNode(rootElement) && rootElement.$type === "bpmn:Definitions") return rootElement;
    report(null, "readable-file", "Expected a BPMN diagram with the root element 'definitions', but found another one");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report(null, "readable-file", `Expected well-formed BPMN 2.0, but the file cannot be read: ${onOneLine(reason)}`);
  }
  return null;
}

interface Warning {
  readonly message: string;
  readonly property?: string;
  readonly element?: unknown;
  readonly value?: unknown;
}

function reportWarning({ message, property, element, value }: Warning, report: ReportFault): void {
  const label = isNode(element) ? labelOf(element) : null;
  if (/duplicate ID/.test(message)) {
    const id = /duplicate ID <([^>]*)>/.exec(message)?.[1] ?? "";
    report(id, "unique-id", `Expected every id to occur once in the file, but '${id}' occurs several times`);
  } else if (message.startsWith("unresolved reference")) {
    if (property !== undefined && isOpenFlowEnd(element, property)) {
      report(
        label,
        "known-reference",
        `Expected '${property}' to name an element of the file, but '${String(value)}' is none`,
      );
    }
  } else if (/unparsable content/.test(message)) {
    report(
      label,
      "readable-file",
      `Expected well-formed BPMN 2.0, but part of the file cannot be read: ${onOneLine(message)}`,
    );
  }
}

function isOpenFlowEnd(element: unknown, property: string): boolean {
  if (isNode(element) && element.$type === "bpmn:SequenceFlow") return true;
  return !DRAWING_ONLY.test(property);
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
