import type { ExecutableElement } from "../../deploy/index.js";
import type { Scope } from "../../state/scope.js";
import { toNumber, toText } from "../expressions.js";
import { IncidentRaised, type Processing } from "../processing.js";
import { linkedResourceHeader } from "./linked-resources.js";
import { subscribeBoundaryEvents } from "../subscriptions.js";

/** Creates the job of an element that a worker has to do; `headers` come to those of the model. */
export function createElementJob(
  p: Processing,
  scope: Scope,
  element: ExecutableElement,
  headers: Readonly<Record<string, string>> = {},
): void {
  const { job } = element;
  if (job === null) throw new Error(`Expected element '${element.id}' to have a job definition, but it has none`);
  const type = toText(p, job.type, scope);
  const retries = toNumber(p, job.retries, scope);
  if (!Number.isInteger(retries))
    throw new IncidentRaised(
      "EXTRACT_VALUE_ERROR",
      `Expected the retries of a job to be a whole number, but was '${retries}'.`,
    );
  const linked = linkedResourceHeader(p, scope, element);
  subscribeBoundaryEvents(p, scope, element);
  p.emit({
    t: "job.created",
    key: p.newKey(),
    element: scope.key,
    type,
    retries,
    headers: { ...job.headers, ...headers, ...linked },
    kind: "BPMN_ELEMENT",
    listener: "UNSPECIFIED",
  });
}
