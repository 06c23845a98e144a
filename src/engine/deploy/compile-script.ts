import type { CompiledGenericResource, DeploymentResource } from "./compiled-resource.js";
import type { DeploymentFault } from "./fault.js";
import { readJsonFile } from "./json-file.js";

/** Reads an RPA script: JSON with an id. The engine keeps it for job workers. */
export function compileScript(
  resource: DeploymentResource,
  checksum: string,
  text: string,
): CompiledGenericResource | readonly DeploymentFault[] {
  const read = readJsonFile(resource.name, text);
  if (!read.ok) return read.faults;
  return { kind: "resource", resource, checksum, resourceId: read.id, versionTag: read.versionTag, text };
}
