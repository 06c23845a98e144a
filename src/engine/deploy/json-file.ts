import type { DeploymentFault } from "./fault.js";

/** What the engine wants to know of a JSON file. */
export type JsonFile =
  | { readonly ok: true; readonly id: string; readonly versionTag: string | null }
  | { readonly ok: false; readonly faults: readonly DeploymentFault[] };

/** Reads a JSON file that has an `id`, and perhaps a `versionTag`. */
export function readJsonFile(file: string, text: string): JsonFile {
  const fault = (rule: string, message: string): JsonFile => ({
    ok: false,
    faults: [{ file, element: null, rule, message }],
  });
  const content = parse(text);
  if (typeof content !== "object" || content === null)
    return fault("readable-file", "Expected a JSON object, but the file is none");
  const id = "id" in content ? content.id : undefined;
  if (typeof id !== "string" || id.trim() === "")
    return fault("file-id", "Expected the JSON to have a text 'id' that is not empty, but it is missing");
  const versionTag = "versionTag" in content ? content.versionTag : null;
  return { ok: true, id, versionTag: typeof versionTag === "string" ? versionTag : null };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
