import { checkForm } from "../../forms/index.js";
import type { BundleCheck, BundleFault } from "./bundle.js";

/** Every form is Form.io JSON that may be published. */
export const checkForms: BundleCheck = async ({ forms }) => {
  const faults: BundleFault[] = [];
  for (const { path, content } of forms) {
    try {
      const problems = await checkForm(JSON.parse(content) as unknown);
      faults.push(
        ...problems.map((problem) => ({ path, rule: "form", message: `${problem.path}: ${problem.message.en}` })),
      );
    } catch (error) {
      faults.push({ path, rule: "form", message: `Expected JSON, but ${String(error)}` });
    }
  }
  return faults;
};
