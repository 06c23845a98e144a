const TAGS = new Set(
  "p br hr strong em b i u small ul ol li h1 h2 h3 h4 h5 h6 a span div table thead tbody tr th td code blockquote dl dt dd".split(
    " ",
  ),
);
const ATTRIBUTES = new Set(["class", "href", "target", "rel", "colspan", "rowspan", "title", "lang"]);
const TAG = /<\s*\/?\s*([^\s/>]*)([^>]*)>?/g;
const ATTRIBUTE = /([^\s=/]+)\s*(?:=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g;
const HREF = /^(https?:\/\/|mailto:|\/(?!\/)|#)/i;

const attributeFault = (text: string): string | undefined => {
  for (const [, name = "", quoted = ""] of text.matchAll(ATTRIBUTE)) {
    const attribute = name.toLowerCase();
    if (!ATTRIBUTES.has(attribute)) return `Expected a plain attribute, but found '${name}'`;
    const value = quoted.replaceAll(/^["']|["']$/g, "").trim();
    if (attribute === "href" && !HREF.test(value)) return `Expected a web address in 'href', but it is '${value}'`;
  }
  return undefined;
};

/** What is wrong with a piece of explaining HTML in a form; undefined when it is harmless. */
export function htmlFault(html: string): string | undefined {
  if (/{{|{%/.test(html)) return "Expected no template in HTML, but found '{{' or '{%'";
  for (const [, name = "", attributes = ""] of html.matchAll(TAG)) {
    if (!TAGS.has(name.toLowerCase())) return `Expected plain text elements, but found '<${name}>'`;
    const fault = attributeFault(attributes.replace(/\/\s*$/, ""));
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** What is wrong with a text that is shown as it stands (a label, say). */
export const textFault = (text: string): string | undefined =>
  /<[a-z!/]|{{|{%|&#/i.test(text) ? "Expected plain text, but found HTML or a template" : undefined;
