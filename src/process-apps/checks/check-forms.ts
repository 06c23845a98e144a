import { checkForm, textsOf } from "../../forms/index.js";
import type { BundleCheck, BundleFault } from "./bundle.js";

/** Texts of a form with translations that have none; a form without any is Indonesian throughout. */
const withoutEnglish = (form: Readonly<Record<string, unknown>>): readonly string[] => {
  const texts = form["texts"] as { readonly en?: Readonly<Record<string, string>> } | undefined;
  const { en } = texts ?? {};
  return en === undefined ? [] : [...textsOf(form)].filter((text) => !Object.hasOwn(en, text));
};

/** Every form is Form.io JSON that may be published. */
export const checkForms: BundleCheck = async ({ forms }) => {
  const faults: BundleFault[] = [];
  for (const { path, content } of forms) {
    try {
      const form = JSON.parse(content) as Readonly<Record<string, unknown>>;
      const problems = await checkForm(form);
      faults.push(
        ...problems.map((problem) => ({ path, rule: "form", message: `${problem.path}: ${problem.message.en}` })),
        ...withoutEnglish(form).map((text) => ({
          path,
          rule: "english",
          message: `Expected '${text}' among texts.en`,
        })),
      );
    } catch (error) {
      faults.push({ path, rule: "form", message: `Expected JSON, but ${String(error)}` });
    }
  }
  return faults;
};
