import { AppError, type FieldProblem, inLanguage, type Language } from "../../platform/index.js";
import type { TasksDeps } from "../tasks-deps.js";

/** A submission that passed, with the form version it was held against. */
export interface CheckedForm {
  readonly data: Readonly<Record<string, unknown>>;
  /** Files that the data refer to. */
  readonly fileIds: readonly string[];
  /** Null for a task without a form. */
  readonly version: string | null;
}

const wordsOf = (errors: readonly FieldProblem[], language: Language): string =>
  errors.map(({ message }) => inLanguage(message, language)).join("; ");

/**
 * Validates a submission on the server.
 * @param at Epoch ms: the form's version that was current then counts; without it the newest.
 * @throws {AppError} BAD_INPUT naming every field, INVALID_STATE when the form is not published here.
 */
export const checkForm = async (
  { forms }: Pick<TasksDeps, "forms">,
  form: { readonly key: string | null; readonly at?: number },
  data: Readonly<Record<string, unknown>>,
  context: Readonly<Record<string, unknown>>,
): Promise<CheckedForm> => {
  if (form.key === null) return { data: {}, fileIds: [], version: null };
  if (!forms.has(form.key)) throw formMissing(form.key);
  const result = await forms.validate({
    key: form.key,
    data,
    context,
    ...(form.at === undefined ? {} : { at: form.at }),
  });
  if (result.ok) return { data: result.data, fileIds: result.fileIds, version: result.version };
  throw new AppError("BAD_INPUT", `Expected a valid form '${form.key}', but ${result.errors.length} fields are not`, {
    detail: {
      id: `Periksa isian berikut: ${wordsOf(result.errors, "id")}`,
      en: `Check these fields: ${wordsOf(result.errors, "en")}`,
    },
    errors: result.errors,
  });
};

export const formMissing = (key: string): AppError =>
  new AppError("INVALID_STATE", `Expected a published form '${key}', but there is none`, {
    detail: {
      id: `Formulir '${key}' belum diterbitkan. Hubungi pemilik proses`,
      en: `The form '${key}' is not published. Ask the process owner`,
    },
  });
