import { modelerTranslation } from "./modeler-words.js";
import { RULE_SENTENCES } from "./rule-words.js";

/** What the checks call by names of the file format, in words of the properties panel. */
const NAMES: Readonly<Record<string, string>> = {
  "Task Definition": "jenis pekerjaan",
  "Task definition type": "jenis pekerjaan",
  "Called Element": "proses yang dipanggil",
  "Called element": "proses yang dipanggil",
  "Called Decision": "keputusan yang dipanggil",
  "Called decision ID": "ID keputusan yang dipanggil",
  "Loop Characteristics": "pengaturan perulangan",
  "Multi-instance marker": "penanda banyak instans",
  "Condition Expression": "ungkapan syarat",
  "FEEL expression": "ungkapan FEEL",
  "Sequence Flow": "Alur",
  "Message Reference": "pesan",
  "Signal Reference": "sinyal",
  "Error Reference": "galat",
  "Error code": "kode galat",
  "Escalation Reference": "eskalasi",
  "Escalation code": "kode eskalasi",
  "Timer type": "jenis waktu",
  "Timer value": "nilai waktu",
  "Form ID": "ID formulir",
  "Form key": "kunci formulir",
  Implementation: "cara pelaksanaan",
  Process: "Proses",
  Script: "skrip",
  Type: "jenis",
  Name: "nama",
};

const [, translate] = (modelerTranslation("id") as { translate: [string, (text: string) => string] }).translate;

/** `bpmn:SendTask` as `Send Task`. */
const apart = (name: string): string =>
  name.replace(/^\w+:/, "").replaceAll(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start}`);

const named = (name: string): string => NAMES[apart(name)] ?? translate(apart(name));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Names in angle brackets within a part of a sentence. */
const inWords = (part: string): string =>
  part
    .replaceAll(/<([^>]+)>/g, (_, name: string) => named(name))
    .replaceAll(" or be the default ", " atau menjadi bawaan: ")
    .replaceAll(" or ", " atau ")
    .replaceAll(" and ", " dan ");

/** Sentences of the checks, the narrower before the wider; `%1`, `%2`, … are their parts. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^Element of type (<[^>]+>) must have one extension element of type (.+)$/, "%1 harus mempunyai %2"],
  [/^Element of type (<[^>]+>) must have property (.+) if it has property (.+)$/, "%1 dengan %3 harus mempunyai %2"],
  [/^Element of type (<[^>]+>) must have property (.+)$/, "%1 harus mempunyai %2"],
  [/^An? (<[^>]+>) with (.+) must have a (?:defined )?(.+)$/, "%1 dengan %2 harus mempunyai %3"],
  [/^An? (<[^>]+>) must have a (?:defined )?(.+)$/, "%1 harus mempunyai %2"],
  [/^Property (<[^>]+>) is not a valid FEEL expression$/, "%1 bukan ungkapan FEEL yang benar"],
  [/^(?:\w+) is missing start event$/, "Peristiwa awal belum ada"],
  [/^(?:\w+) is missing end event$/, "Peristiwa akhir belum ada"],
  [/^Element is not connected$/, "Elemen ini tidak terhubung"],
  [/^SequenceFlow is a duplicate$/, "Alur ini rangkap"],
  [/^Duplicate outgoing sequence flows$/, "Ada alur keluar yang rangkap"],
  [/^Duplicate incoming sequence flows$/, "Ada alur masuk yang rangkap"],
  [/^Flow splits implicitly$/, "Alur bercabang tanpa gerbang"],
];

/** What a check said, and by which rule; a rule of a plugin of the linter has the plugin's name before it. */
interface Said {
  readonly rule: string;
  readonly message: string;
}

/**
 * A finding in the person's language: as its sentence, or else as what its rule asks. An engine elsewhere names no rule; what it
 * said is quoted.
 */
export function findingText({ rule, message }: Said, language: "id" | "en"): string {
  if (language === "en") return message;
  for (const [pattern, sentence] of SENTENCES) {
    const parts = pattern.exec(message);
    if (parts !== null)
      return capital(sentence.replaceAll(/%(\d)/g, (_, at: string) => inWords(parts[Number(at)] ?? "")));
  }
  return RULE_SENTENCES[rule.replace(/^.*\//, "")] ?? `Mesin proses menolaknya: ${message}`;
}
