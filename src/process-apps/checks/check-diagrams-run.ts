import type { BundleCheck } from "./bundle.js";

/** Every diagram passes bpmnlint with the camunda-compat rules, and the engine can run every diagram and decision. */
export const checkDiagramsRun: BundleCheck = async ({ diagrams, decisions }, tools) => {
  const faults = [];
  for (const { path, content } of diagrams) {
    const findings = await tools.lint(content);
    faults.push(...findings.map((finding) => ({ path, rule: "lint", message: said(finding) })));
  }
  for (const { name, path, content } of [...diagrams, ...decisions]) {
    const findings = await tools.compile({ name, content });
    faults.push(...findings.map((finding) => ({ path, rule: "engine", message: said(finding) })));
  }
  return faults;
};

const said = ({ element, message }: { element: string | null; message: string }): string =>
  element === null ? message : `${element}: ${message}`;
