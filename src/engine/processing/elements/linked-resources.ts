import type { ExecutableElement } from "../../deploy/index.js";
import type { Scope } from "../../state/scope.js";
import { bindingProblem, resolveBinding } from "../bindings.js";
import { IncidentRaised, type Processing } from "../processing.js";

/** Header under which a job worker finds the resources that its element links to. */
const HEADER = "linkedResources";

/** The header of a job with linked resources: JSON with the key of the version that each link means now. */
export function linkedResourceHeader(
  p: Processing,
  scope: Scope,
  { linkedResources }: ExecutableElement,
): Readonly<Record<string, string>> {
  if (linkedResources.length === 0) return {};
  const links = linkedResources.map(({ resourceId, resourceType, linkName, binding }) => {
    const found = resolveBinding(p, scope, p.state.resources, resourceId, binding);
    if (found === undefined)
      throw new IncidentRaised("RESOURCE_NOT_FOUND", bindingProblem("resource", resourceId, binding));
    return { resourceKey: found.resourceKey, resourceType, linkName };
  });
  return { [HEADER]: JSON.stringify(links) };
}
