import { createRequire } from "node:module";
import { BpmnModdle } from "bpmn-moddle";
import type { AppFile } from "../process-app.js";

/** A place in a diagram and what stands there. */
export interface Mention {
  /** Id of the flow element around it; the process's outside of any. */
  readonly element: string;
  readonly value: string;
}

/** What the checks need of a BPMN file. */
export interface ReadDiagram {
  readonly file: AppFile;
  readonly processIds: readonly string[];
  /** Flow elements and their ids. */
  readonly elements: readonly { readonly id: string; readonly type: string }[];
  readonly jobTypes: readonly Mention[];
  /** External references of forms. */
  readonly formKeys: readonly Mention[];
  readonly candidateGroups: readonly Mention[];
  /** FEEL expressions, without their `=`. */
  readonly expressions: readonly Mention[];
}

type Node = Readonly<Record<string, unknown>> & { readonly $type: string };

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as { $type?: unknown }).$type === "string";

const FLOW_ELEMENT = /^bpmn:(\w*(Task|Event|Gateway|SubProcess|Activity)|SequenceFlow|Process|Transaction)$/;
const zeebe: unknown = createRequire(import.meta.url)("zeebe-bpmn-moddle/resources/zeebe.json");

class DiagramReader {
  readonly processIds: string[] = [];
  readonly elements: { id: string; type: string }[] = [];
  readonly jobTypes: Mention[] = [];
  readonly formKeys: Mention[] = [];
  readonly candidateGroups: Mention[] = [];
  readonly expressions: Mention[] = [];
  readonly #seen = new Set<Node>();

  visit(node: Node, around: string): void {
    if (this.#seen.has(node)) return; // references lead back to elements
    this.#seen.add(node);
    const id = typeof node["id"] === "string" ? node["id"] : "";
    const isFlow = FLOW_ELEMENT.test(node.$type);
    const element = isFlow && id !== "" ? id : around;
    if (isFlow) this.elements.push({ id, type: node.$type });
    if (node.$type === "bpmn:Process") this.processIds.push(id);
    this.#mention(node, element);
    for (const [name, value] of Object.entries(node)) {
      // Diagram interchange only draws; $parent and $type are the library's.
      if (name.startsWith("$") || name === "diagrams") continue;
      for (const inner of [value].flat()) {
        if (isNode(inner)) this.visit(inner, element);
        else if (typeof inner === "string" && inner.startsWith("=") && name !== "documentation") {
          this.expressions.push({ element, value: inner.slice(1) });
        }
      }
    }
  }

  #mention(node: Node, element: string): void {
    const add = (list: Mention[], value: unknown): void => {
      if (typeof value === "string" && value !== "") list.push({ element, value });
    };
    if (node.$type === "zeebe:TaskDefinition" || /^zeebe:(Execution|Task)Listener$/.test(node.$type)) {
      add(this.jobTypes, node["type"]);
    }
    if (node.$type === "zeebe:FormDefinition") add(this.formKeys, node["externalReference"]);
    if (node.$type === "zeebe:AssignmentDefinition") add(this.candidateGroups, node["candidateGroups"]);
  }
}

/** Reads a BPMN file. @throws {Error} when it is no BPMN. */
export async function readDiagram(file: AppFile): Promise<ReadDiagram> {
  const { rootElement } = await new BpmnModdle({ zeebe }).fromXML(file.content);
  const reader = new DiagramReader();
  if (isNode(rootElement)) reader.visit(rootElement, "");
  const { processIds, elements, jobTypes, formKeys, candidateGroups, expressions } = reader;
  return { file, processIds, elements, jobTypes, formKeys, candidateGroups, expressions };
}
