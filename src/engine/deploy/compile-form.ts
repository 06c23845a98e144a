import type { CompiledForm, DeploymentResource } from "./compiled-resource.js";
import type { DeploymentFault } from "./fault.js";
import { readJsonFile } from "./json-file.js";

/** Reads a form file: JSON with an id. The schema itself is the business of whoever renders it. */
export function compileForm(
  resource: DeploymentResource,
  checksum: string,
  text: string,
): CompiledForm | readonly DeploymentFault[] {
  const read = readJsonFile(resource.name, text);
  if (!read.ok) return read.faults;
  return { kind: "form", resource, checksum, formId: read.id, versionTag: read.versionTag, schema: text };
}
