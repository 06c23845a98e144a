import { compileBpmn } from "../../../../src/engine/deploy/index.js";
import type { DeploymentFault, ExecutableElement, ExecutableProcess } from "../../../../src/engine/deploy/index.js";

/** A diagram with one executable process. `roots` are messages, errors and the like beside the process. */
export function diagram(content: string, roots = "", processId = "process"): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="http://bpmn.io/schema/bpmn">
${roots}
<bpmn:process id="${processId}" name="A process" isExecutable="true">${content}</bpmn:process>
</bpmn:definitions>`;
}

/** Sequence flows: `flows("a b", "b c = x > 1")` gives a_b, and b_c with a condition. */
export function flows(...written: readonly string[]): string {
  return written
    .map((text) => {
      const [source = "", target = "", ...condition] = text.split(" ");
      const body =
        condition.length === 0
          ? ""
          : `<bpmn:conditionExpression>${escape(condition.join(" "))}</bpmn:conditionExpression>`;
      return `<bpmn:sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}">${body}</bpmn:sequenceFlow>`;
    })
    .join("\n");
}

/** Extension elements. */
export function extensions(content: string): string {
  return `<bpmn:extensionElements>${content}</bpmn:extensionElements>`;
}

/** A service task with a job. */
export function serviceTask(id: string, inner = ""): string {
  return `<bpmn:serviceTask id="${id}">${extensions(`<zeebe:taskDefinition type="work"/>`)}${inner}</bpmn:serviceTask>`;
}

/** A start event, the content, an end event, and a straight flow through the named elements. */
export function straight(content: string, ...ids: readonly string[]): string {
  const way = ["s", ...ids, "e"];
  const pairs = way.slice(1).map((id, index) => `${way[index] ?? ""} ${id}`);
  return `<bpmn:startEvent id="s"/>${content}<bpmn:endEvent id="e"/>${flows(...pairs)}`;
}

/** Compiles a diagram that has to be right. */
export async function processOf(xml: string): Promise<ExecutableProcess> {
  const result = await compileBpmn("test.bpmn", xml);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  const [process] = result.processes;
  if (process === undefined) throw new Error("Expected a process, but the diagram has none");
  return process;
}

/** An element of a process that has to be there. */
export function elementOf(process: ExecutableProcess, id: string): ExecutableElement {
  const element = process.elements.get(id);
  if (element === undefined) throw new Error(`Expected an element '${id}', but there is none`);
  return element;
}

/** Compiles a diagram that has to be wrong. */
export async function faultsOf(xml: string): Promise<readonly DeploymentFault[]> {
  const result = await compileBpmn("test.bpmn", xml);
  return result.ok ? [] : result.faults;
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
