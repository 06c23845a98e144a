import { createRequire } from "node:module";
import { Linter } from "bpmnlint";
import NodeResolver from "bpmnlint/lib/resolver/node-resolver.js";
import { BpmnModdle } from "bpmn-moddle";
import type { Finding } from "../finding.js";

const require = createRequire(import.meta.url);

/** What the engine of this release (8.9) can run, and what makes a diagram hard to read or to end. */
const CONFIG = {
  extends: ["plugin:camunda-compat/camunda-cloud-8-9"],
  rules: {
    "start-event-required": "error",
    "end-event-required": "warn",
    "no-disconnected": "warn",
    "no-duplicate-sequence-flows": "warn",
    "no-implicit-split": "warn",
  },
};

const zeebe: unknown = require("zeebe-bpmn-moddle/resources/zeebe.json");

const newLinter = (): Linter =>
  new Linter({ config: CONFIG, resolver: new NodeResolver({ require, requireLocal: require }) });

let linter: Linter | undefined;

const unreadable = (error: unknown): Finding => ({
  severity: "error",
  elementId: null,
  rule: "xml",
  message: `Expected a BPMN diagram, but ${error instanceof Error ? error.message : String(error)}`,
});

/**
 * Checks a diagram with bpmnlint and the camunda-compat rules of release 8.9, FEEL expressions included.
 * @returns every finding with the id of its element; one finding `xml` when the text is no BPMN.
 */
export async function lintDiagram(xml: string): Promise<readonly Finding[]> {
  let root: unknown;
  try {
    ({ rootElement: root } = await new BpmnModdle({ zeebe }).fromXML(xml));
  } catch (error) {
    return [unreadable(error)];
  }
  linter ??= newLinter();
  const reports = await linter.lint(root);
  return Object.entries(reports).flatMap(([rule, list]) =>
    list.map(({ id, message, category }): Finding => ({
      severity: category === "error" || category === "rule-error" ? "error" : "warning",
      elementId: id ?? null,
      rule,
      message,
    })),
  );
}
