import type { z } from "zod";
import type { Localised } from "../platform/index.js";

type Issue = Parameters<z.core.$ZodErrorMap>[0];

const say = (id: string, en: string): Localised => ({ id, en });

const REQUIRED = say("Wajib diisi", "Required");

/** What each kind of value must be. */
const KINDS: Readonly<Record<string, Localised>> = {
  string: say("Harus berupa teks", "Must be text"),
  number: say("Harus berupa angka", "Must be a number"),
  int: say("Harus berupa bilangan bulat", "Must be a whole number"),
  boolean: say("Harus ya atau tidak", "Must be yes or no"),
  array: say("Harus berupa daftar", "Must be a list"),
  object: say("Harus berupa kelompok isian", "Must be a group of fields"),
};

/** What is counted where a limit is not one of the value itself. */
const UNITS: Readonly<Record<string, Localised>> = {
  string: say("karakter", "characters"),
  array: say("butir", "entries"),
};

/** Forms of a text; a pattern of the program's own tells people nothing. */
const SHAPES: Readonly<Record<string, Localised>> = {
  email: say("Bukan alamat surel yang benar", "Not a valid e-mail address"),
  url: say("Bukan alamat web yang benar", "Not a valid web address"),
  date: say("Bukan tanggal yang benar", "Not a valid date"),
  "user-name": say(
    "Hanya huruf a–z, angka, dan tanda . _ - @ yang boleh dipakai, tanpa spasi",
    "Only the letters a–z, digits and the signs . _ - @ may be used, without spaces",
  ),
};
const OTHER_SHAPE = say("Bentuk isian ini tidak sesuai", "This does not have the form asked for");

const atLeast = (origin: string, limit: string): Localised => {
  const unit = UNITS[origin];
  if (unit === undefined) return say(`Tidak boleh kurang dari ${limit}`, `Must not be less than ${limit}`);
  return limit === "1" ? REQUIRED : say(`Paling sedikit ${limit} ${unit.id}`, `At least ${limit} ${unit.en}`);
};

const atMost = (origin: string, limit: string): Localised => {
  const unit = UNITS[origin];
  return unit === undefined
    ? say(`Tidak boleh lebih dari ${limit}`, `Must not be more than ${limit}`)
    : say(`Paling banyak ${limit} ${unit.id}`, `At most ${limit} ${unit.en}`);
};

/** What is wrong with a value, said to whoever typed it; undefined for what a page does not send. */
export function inputWords(issue: Issue): Localised | undefined {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined || issue.input === null ? REQUIRED : KINDS[issue.expected];
    case "too_small":
      return atLeast(issue.origin, String(issue.minimum));
    case "too_big":
      return atMost(issue.origin, String(issue.maximum));
    case "invalid_format":
      return SHAPES[issue.format] ?? OTHER_SHAPE;
    case "invalid_value":
      return say(
        `Pilihan tidak tersedia; yang ada: ${issue.values.join(", ")}`,
        `Not among the choices: ${issue.values.join(", ")}`,
      );
    case "unrecognized_keys":
      return say("Isian ini tidak dikenal", "This field is not known");
    case "not_multiple_of":
    case "invalid_union":
    case "invalid_key":
    case "invalid_element":
    case "custom":
      return undefined;
  }
}
