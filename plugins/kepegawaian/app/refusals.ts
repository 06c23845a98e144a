import { AppError, type Localised } from "../../../src/plugin-api/index.js";
import type { Masalah } from "../domain/masalah.js";

/** Not possible now, with the sentence that the person reads. */
export const refuse = (id: string, en: string): AppError => new AppError("INVALID_STATE", en, { detail: { id, en } });

/** Not allowed for this person. */
export const forbid = (id: string, en: string): AppError => new AppError("FORBIDDEN", en, { detail: { id, en } });

/** Faults of single inputs; `prefix` is `data.` for forms and `values.` for rows. */
export const badInput = (faults: readonly Masalah[], prefix: "data." | "values."): AppError => {
  const detail: Localised = {
    id: faults.map(({ id }) => id).join("; "),
    en: faults.map(({ en }) => en).join("; "),
  };
  return new AppError("BAD_INPUT", `Expected valid input, but ${detail.en}`, {
    detail,
    errors: faults.map(({ kolom, id, en }) => ({ path: prefix + kolom, message: { id, en } })),
  });
};

/** One answer for what is absent and what someone may not see. */
export const absent = (what: string, id: string): AppError =>
  new AppError("NOT_FOUND", `Expected ${what} '${id}', but no such ${what} was found`);

/** Someone else was faster. */
export const stale = (what: string): AppError =>
  new AppError("CONFLICT", `Expected the newest revision of ${what}, but it has moved on`, {
    detail: {
      id: "Baris ini baru saja diubah orang lain. Muat ulang, lalu ulangi.",
      en: "Someone else has just changed this row. Reload and try again.",
    },
  });
