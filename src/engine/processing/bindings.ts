import type { Binding } from "../deploy/index.js";
import type { Versions } from "../state/read.js";
import type { Scope } from "../state/scope.js";
import type { Processing } from "./processing.js";

/** The version that a reference means: latest, that of the same deployment as the running process, or the newest with a tag. */
export function resolveBinding<Row>(
  p: Processing,
  scope: Scope,
  versions: Versions<Row>,
  id: string,
  binding: Binding,
): Row | undefined {
  const { tenantId, processDefinitionKey } = scope.row;
  switch (binding.type) {
    case "latest":
      return versions.latest(tenantId, id);
    case "deployment":
      return versions.deployedWith(p.state.processes.get(processDefinitionKey)?.deploymentKey ?? "", id);
    case "versionTag":
      return versions.tagged(tenantId, id, binding.versionTag ?? "");
  }
}

/** Sentence for a reference that leads nowhere. */
export function bindingProblem(kind: string, id: string, binding: Binding): string {
  switch (binding.type) {
    case "latest":
      return `Expected to find a ${kind} with id '${id}', but no ${kind} with this id is found, at least a ${kind} with this id should be available. To resolve the Incident please deploy a ${kind} with the same id`;
    case "deployment":
      return `Expected to use a ${kind} with id '${id}' with binding type 'deployment', but no such ${kind} found in the deployment of the process.`;
    case "versionTag":
      return `Expected to use a ${kind} with id '${id}' and version tag '${binding.versionTag ?? ""}', but no such ${kind} found.`;
  }
}
