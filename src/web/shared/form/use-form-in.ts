import { useMemo } from "react";
import { useTexts } from "../i18n/use-texts.js";
import { formIn } from "./form-in.js";

/** A form in the language of the page; the same object as long as neither changes, for it would be put up anew. */
export function useFormIn<Form extends Readonly<Record<string, unknown>>>(form: Form): Form {
  const { language } = useTexts();
  return useMemo(() => formIn(form, language), [form, language]);
}
