import { childrenOf, type XmlElement, writeXml } from "./xml-tree.js";

const MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/";
const ANY_MODEL = /^https?:\/\/www\.omg\.org\/spec\/DMN\/\d+\/MODEL\/$/u;
const KEPT = new Set(["decision", "businessKnowledgeModel"]);

const idsRequiredBy = (element: XmlElement): readonly string[] =>
  element.children.flatMap((child) => {
    const href = child.attributes["href"];
    const own =
      /^required(?:Decision|Knowledge)$/u.test(child.name) && href !== undefined ? [href.replace(/^.*#/u, "")] : [];
    return [...own, ...idsRequiredBy(child)];
  });

/** What a decision needs, itself included. */
function needed(elements: readonly XmlElement[], root: XmlElement): ReadonlySet<XmlElement> {
  const found = new Set([root]);
  for (const element of found)
    for (const id of idsRequiredBy(element)) {
      const other = elements.find(({ attributes }) => attributes["id"] === id);
      if (other !== undefined) found.add(other);
    }
  return found;
}

/** A model with one decision and what it needs: the rest of the file may hold what is not supported. */
export interface ReducedModel {
  readonly decisionId: string;
  readonly xml: string;
}

/** The decision of a name; undefined when the file has none. */
export function reducedModel(definitions: XmlElement, decisionName: string): ReducedModel | undefined {
  const elements = definitions.children.filter(({ name }) => KEPT.has(name));
  const decision = childrenOf(definitions, "decision").find(({ attributes }) => attributes["name"] === decisionName);
  if (decision === undefined) return undefined;
  const attributes = Object.fromEntries(
    Object.entries(definitions.attributes).map(([name, value]) => [name, ANY_MODEL.test(value) ? MODEL : value]),
  );
  const children = [...needed(elements, decision)];
  return {
    decisionId: decision.attributes["id"] ?? "",
    xml: writeXml({ ...definitions, attributes, children, text: "" }),
  };
}
