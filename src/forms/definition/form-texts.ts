import { everyComponent, type FormComponent } from "./component.js";

type Schema = Readonly<Record<string, unknown>>;

/** Properties of a component that people read. */
const READ = ["label", "description", "tooltip", "placeholder", "prefix", "suffix", "legend", "title", "addAnother"];
const READ_MARKUP = ["html", "content"];

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
    for (const name of [...READ, ...READ_MARKUP]) found.add(component[name]);
    for (const { label } of [...(component.values ?? []), ...(component.data?.values ?? [])]) found.add(label);
  }
  return new Set([...found].filter((text): text is string => typeof text === "string" && /\p{Ll}{2}/u.test(text)));
}
