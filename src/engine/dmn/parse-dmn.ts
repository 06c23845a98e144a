import { DmnModdle } from "dmn-moddle";
import type { ModelNode } from "../deploy/xml/model-node.js";
import { isNode, nodeOf, nodesOf, textOf } from "../deploy/xml/model-node.js";
import type { ParseOutcome } from "../feel/index.js";
import type { Decision, DecisionRequirements } from "./decision-model.js";
import type { KnowledgeModel } from "./decision-logic.js";
import { parseLogic } from "./parse-logic.js";
import { graphFaults } from "./graph-faults.js";

/** Takes up what is wrong with a file: where, and a sentence. */
export type ReportDecisionFault = (place: string, message: string) => void;

/** Parses a DMN file; the message of a failure names decision and place of every fault. */
export async function parseDmn(xml: string): Promise<ParseOutcome<DecisionRequirements>> {
  const faults: string[] = [];
  const report: ReportDecisionFault = (place, message) => faults.push(`${place}: ${message}`);
  const definitions = await readDefinitions(xml, report);
  const requirements = definitions === null ? null : buildRequirements(definitions, report);
  if (requirements !== null) faults.push(...graphFaults(requirements));
  if (requirements !== null && faults.length === 0) return { ok: true, value: requirements };
  return { ok: false, message: faults.join("\n") };
}

async function readDefinitions(xml: string, report: ReportDecisionFault): Promise<ModelNode | null> {
  try {
    const { rootElement, warnings } = await new DmnModdle().fromXML(xml);
    for (const { message } of warnings) {
      if (/unparsable content|duplicate ID/.test(message))
        report("file", `Expected well-formed DMN 1.3, but ${onOneLine(message)}`);
    }
    if (isNode(rootElement) && rootElement.$type === "dmn:Definitions") return rootElement;
    report("file", "Expected a DMN file with the root element 'definitions', but found another one");
  } catch (error) {
    report(
      "file",
      `Expected well-formed DMN 1.3, but the file cannot be read: ${onOneLine(error instanceof Error ? error.message : String(error))}`,
    );
  }
  return null;
}

function buildRequirements(definitions: ModelNode, report: ReportDecisionFault): DecisionRequirements {
  const nodes = nodesOf(definitions, "drgElement");
  const decisions = nodes.filter(({ $type }) => $type === "dmn:Decision").map((node) => buildDecision(node, report));
  const knowledge = nodes
    .filter(({ $type }) => $type === "dmn:BusinessKnowledgeModel")
    .map((node) => buildKnowledge(node, report));
  const id = definitions.id ?? "";
  if (id === "") report("file", "Expected 'definitions' to have an id, but it has none");
  if (decisions.length === 0) report("file", "Expected at least one decision, but found none");
  return {
    id,
    name: textOf(definitions, "name") ?? id,
    versionTag: versionTagOf(definitions),
    decisions: new Map(decisions.map((decision) => [decision.id, decision])),
    knowledge: new Map(knowledge.flatMap((model) => (model === null ? [] : [[model.id, model] as const]))),
  };
}

function buildDecision(node: ModelNode, report: ReportDecisionFault): Decision {
  const id = node.id ?? "";
  if (id === "") report("decision", "Expected the decision to have an id, but it has none");
  const logic = parseLogic(`decision '${id}'`, nodeOf(node, "decisionLogic"), report);
  const variable = nodeOf(node, "variable");
  return {
    id,
    name: textOf(node, "name") ?? id,
    kind: logic.kind,
    versionTag: versionTagOf(node),
    variable: (variable === null ? null : textOf(variable, "name")) ?? id,
    requires: referencesOf(node, "informationRequirement", "requiredDecision"),
    knows: referencesOf(node, "knowledgeRequirement", "requiredKnowledge"),
    logic,
  };
}

function buildKnowledge(node: ModelNode, report: ReportDecisionFault): KnowledgeModel | null {
  const id = node.id ?? "";
  const place = `business knowledge model '${id}'`;
  const definition = nodeOf(node, "encapsulatedLogic");
  if (definition === null) {
    report(place, "Expected a function, but it has none");
    return null;
  }
  return {
    id,
    name: textOf(node, "name") ?? id,
    parameters: nodesOf(definition, "formalParameter").map((parameter) => textOf(parameter, "name") ?? ""),
    requires: referencesOf(node, "knowledgeRequirement", "requiredKnowledge"),
    logic: parseLogic(place, nodeOf(definition, "body"), report),
  };
}

function referencesOf(node: ModelNode, property: string, reference: string): readonly string[] {
  return nodesOf(node, property).flatMap((requirement) => {
    const target = nodeOf(requirement, reference);
    const href = target === null ? null : textOf(target, "href");
    return href === null ? [] : [href.replace(/^#/, "")];
  });
}

function versionTagOf(node: ModelNode): string | null {
  const extensions = nodeOf(node, "extensionElements");
  const tag =
    extensions === null
      ? undefined
      : nodesOf(extensions, "values").find(({ $type }) => /^zeebe:versionTag$/i.test($type));
  return tag === undefined ? null : textOf(tag, "value");
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
