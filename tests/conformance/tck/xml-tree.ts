/** An element of an XML document. Texts between its children are joined; comments are gone. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** As written, with its prefix. */
  readonly tag: string;
  /** By the name as written. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Not trimmed. */
  readonly text: string;
}

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<![^>]*>|<\/[^>]+>|<(?:[^>"']|"[^"]*"|'[^']*')+>|[^<]+/gu;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replaceAll(/&(#x?)?(\w+);/gu, (whole, numeric: string | undefined, name: string) => {
    if (numeric === undefined) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(Number.parseInt(name, numeric === "#x" ? 16 : 10));
  });

const encoded = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

interface Growing extends XmlElement {
  readonly children: Growing[];
  text: string;
}

const opened = (token: string): Growing => {
  const tag = /^<([\w:.-]+)/u.exec(token)?.[1] ?? "";
  const attributes = Object.fromEntries(
    [...token.matchAll(ATTRIBUTE)].map(([, name = "", double, single]) => [name, decoded(double ?? single ?? "")]),
  );
  return { name: tag.replace(/^.*:/u, ""), tag, attributes, children: [], text: "" };
};

/** Reads a well-formed document, as test suites are. @throws {Error} when an element is left open. */
export function readXml(xml: string): XmlElement {
  const document: Growing = { name: "", tag: "", attributes: {}, children: [], text: "" };
  const open: Growing[] = [document];
  for (const [token] of xml.matchAll(TOKEN)) {
    const inner = open.at(-1) ?? document;
    if (token.startsWith("<![CDATA[")) inner.text += token.slice(9, -3);
    else if (token.startsWith("<!") || token.startsWith("<?")) continue;
    else if (token.startsWith("</")) open.pop();
    else if (token.startsWith("<")) {
      const element = opened(token);
      inner.children.push(element);
      if (!token.endsWith("/>")) open.push(element);
    } else inner.text += decoded(token);
  }
  const [root] = document.children;
  if (root === undefined || open.length !== 1)
    throw new Error("Expected well-formed XML, but an element is not closed");
  return root;
}

/** Writes an element with everything in it. */
export function writeXml({ tag, attributes, children, text }: XmlElement): string {
  const head = Object.entries(attributes).map(([name, value]) => ` ${name}="${encoded(value)}"`);
  return `<${tag}${head.join("")}>${encoded(text)}${children.map(writeXml).join("")}</${tag}>`;
}

/** The children of a name. */
export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name);
