import type { CompiledResource } from "./compiled-resource.js";
import type { DeploymentFault } from "./fault.js";

/** Ids and names that occur more than once in one deployment request. */
export function reportDuplicates(resources: readonly CompiledResource[]): readonly DeploymentFault[] {
  const owners = new Map<string, string>();
  const faults: DeploymentFault[] = [];
  for (const compiled of resources) {
    const file = compiled.resource.name;
    for (const [what, id] of idsOf(compiled)) {
      const owner = owners.get(`${what} ${id}`);
      if (owner !== undefined) {
        faults.push({
          file,
          element: id,
          rule: "unique-in-request",
          message: `Expected every ${what} once in the request, but '${id}' is also in '${owner}'`,
        });
      }
      owners.set(`${what} ${id}`, file);
    }
  }
  return faults;
}

function idsOf(compiled: CompiledResource): readonly (readonly [string, string])[] {
  const name = ["file name", compiled.resource.name] as const;
  switch (compiled.kind) {
    case "bpmn":
      return [name, ...compiled.processes.map(({ processId }) => ["process id", processId] as const)];
    case "dmn":
      return [
        name,
        ["decision requirements id", compiled.requirements.id],
        ...[...compiled.requirements.decisions.keys()].map((id) => ["decision id", id] as const),
      ];
    case "form":
      return [name, ["form id", compiled.formId]];
    case "resource":
      return [name, ["resource id", compiled.resourceId]];
  }
}
