/** Properties of a form and its components that people read; the server checks the same (src/forms/definition/form-texts.ts). */
const READ: ReadonlySet<string> = new Set([
  "label",
  "description",
  "tooltip",
  "placeholder",
  "prefix",
  "suffix",
  "legend",
  "title",
  "addAnother",
  "html",
  "content",
]);

type Texts = Readonly<Record<string, string>>;

/**
 * A form in a language. It is written in Indonesian; its `texts` give the same words in others:
 * `"texts": { "en": { "Alasan": "Reason" } }`. A text that is missing there stays as it is.
 */
export function formIn<Form extends Readonly<Record<string, unknown>>>(form: Form, language: string): Form {
  const texts = (form["texts"] as Readonly<Record<string, Texts | undefined>> | undefined)?.[language];
  if (texts === undefined) return form;
  const { texts: _texts, ...rest } = form;
  return { ...(translated(rest, texts) as Form), texts: form["texts"] };
}

function translated(value: unknown, texts: Texts, property = ""): unknown {
  if (typeof value === "string") return READ.has(property) ? (texts[value] ?? value) : value;
  if (Array.isArray(value)) return value.map((item) => translated(item, texts));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, translated(inner, texts, name)]));
}
