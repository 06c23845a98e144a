import { ProblemError } from "../../shared/api/problem.js";
import type { Finding } from "./open-modeler.js";

const hasFindings = (body: unknown): body is { findings: readonly Finding[] } =>
  typeof body === "object" && body !== null && "findings" in body && Array.isArray(body.findings);

/** Findings of a refused deployment, which come beside the problem; null when the refusal has another reason. */
export function refusedFindings(error: unknown): readonly Finding[] | null {
  return error instanceof ProblemError && error.status === 400 && hasFindings(error.body) ? error.body.findings : null;
}
