import type { Finding } from "../finding.js";
import { lintInThread } from "./lint-thread.js";

/** What the engine of this release (8.9) can run, and what makes a diagram hard to read or to end. */
export const LINT_CONFIG = {
  extends: ["plugin:camunda-compat/camunda-cloud-8-9"],
  rules: {
    "start-event-required": "error",
    "end-event-required": "warn",
    "no-disconnected": "warn",
    "no-duplicate-sequence-flows": "warn",
    "no-implicit-split": "warn",
  },
};

/**
 * Checks a diagram with bpmnlint and the camunda-compat rules of release 8.9, FEEL expressions included.
 * @returns every finding with the id of its element; one finding `xml` when the text is no BPMN.
 */
export async function lintDiagram(xml: string): Promise<readonly Finding[]> {
  const outcome = await lintInThread(xml, LINT_CONFIG);
  if ("unreadable" in outcome) {
    const message = `Expected a BPMN diagram, but ${outcome.unreadable}`;
    return [{ severity: "error", elementId: null, rule: "xml", message }];
  }
  return Object.entries(outcome.reports).flatMap(([rule, list]) =>
    list.map(({ id, message, category }): Finding => ({
      severity: category === "error" || category === "rule-error" ? "error" : "warning",
      elementId: id ?? null,
      rule,
      message,
    })),
  );
}
