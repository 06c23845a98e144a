import { everyComponent, type FormComponent, TEXT_PROPERTIES } from "./component.js";

type Schema = Readonly<Record<string, unknown>>;

const MARKUP_PROPERTIES = ["html", "content"] as const;

/** English words of a form: what is missing among its `texts` stays Indonesian. */
export const inEnglish = (form: Schema): ((text: string) => string) => {
  const texts = (form["texts"] as Readonly<Record<string, Readonly<Record<string, string>> | undefined>> | undefined)?.[
    "en"
  ];
  return (text) => (texts !== undefined && Object.hasOwn(texts, text) ? (texts[text] ?? text) : text);
};

/** Texts that people read in a form, each once; what has no words (`NIP`, `III/a`, `S1`) reads the same everywhere. */
export function textsOf(form: Schema): ReadonlySet<string> {
  const found = new Set<unknown>([form["title"]]);
  for (const component of everyComponent((form["components"] ?? []) as readonly FormComponent[])) {
    for (const name of [...TEXT_PROPERTIES, ...MARKUP_PROPERTIES]) found.add(component[name]);
    for (const { label } of [...(component.values ?? []), ...(component.data?.values ?? [])]) found.add(label);
  }
  return new Set([...found].filter((text): text is string => typeof text === "string" && /\p{Ll}{2}/u.test(text)));
}
