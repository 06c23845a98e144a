import { ProblemError } from "../../shared/api/problem.js";
import type { Finding } from "./open-modeler.js";

/**
 * Findings of a refused deployment. They come as the problem's field errors: `path` is `elements.<element id>`,
 * the bare element id, or anything else for the diagram as a whole. Null when the refusal has another reason.
 */
export function refusedFindings(error: unknown): Finding[] | null {
  if (!(error instanceof ProblemError) || error.status !== 400 || error.errors.length === 0) return null;
  return error.errors.map(({ path, message }) => {
    const id = path.replace(/^(elements?|findings)\./, "");
    return { severity: "error", elementId: id === "" || /^(xml|name|body)$/.test(id) ? null : id, rule: "", message };
  });
}
