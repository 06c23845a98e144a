import { createHash } from "node:crypto";
import { parseDmn } from "../dmn/index.js";
import { compileBpmn } from "./compile-bpmn.js";
import type { CompiledResource, DeploymentResource } from "./compiled-resource.js";
import { compileForm } from "./compile-form.js";
import { compileScript } from "./compile-script.js";
import { reportDuplicates } from "./duplicates.js";
import type { DeploymentFault } from "./fault.js";

/** All files are fine, or nothing may be deployed and the faults of all files are listed. */
export type CompiledDeployment =
  | { readonly ok: true; readonly resources: readonly CompiledResource[] }
  | { readonly ok: false; readonly faults: readonly DeploymentFault[] };

type Compilation = CompiledResource | readonly DeploymentFault[];

/** The largest file that is looked at, in bytes: the limit of a message to the engine. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** Reads and checks all files of a deployment request. Never throws for what the files contain. */
export async function compileDeployment(resources: readonly DeploymentResource[]): Promise<CompiledDeployment> {
  const compiled: CompiledResource[] = [];
  const faults: DeploymentFault[] = [];
  for (const resource of resources) {
    const result = await compileResource(resource);
    if ("kind" in result) compiled.push(result);
    else faults.push(...result);
  }
  faults.push(...reportDuplicates(compiled));
  return faults.length === 0 ? { ok: true, resources: compiled } : { ok: false, faults };
}

async function compileResource(resource: DeploymentResource): Promise<Compilation> {
  const { name: file, content } = resource;
  const fault = (rule: string, message: string): Compilation => [{ file, element: null, rule, message }];
  if (content.byteLength > MAX_FILE_BYTES) {
    return fault("file-size", `Expected a file of at most ${MAX_FILE_BYTES} bytes, but it has ${content.byteLength}`);
  }
  const text = textOf(content);
  if (text === null) return fault("readable-file", "Expected a text in UTF-8, but the file contains other bytes");
  const checksum = createHash("sha256").update(content).digest("hex");
  switch (/\.([^.]+)$/.exec(file)?.[1] ?? "") {
    case "bpmn":
    case "xml":
      return bpmnResource(resource, checksum, text);
    case "dmn":
      return dmnResource(resource, checksum, text, fault);
    case "form":
      return compileForm(resource, checksum, text);
    case "rpa":
      return compileScript(resource, checksum, text);
    default:
      return fault("file-type", `Expected a file name ending in .bpmn, .dmn, .form or .rpa, but it is '${file}'`);
  }
}

async function bpmnResource(resource: DeploymentResource, checksum: string, xml: string): Promise<Compilation> {
  const result = await compileBpmn(resource.name, xml);
  return result.ok ? { kind: "bpmn", resource, checksum, xml, processes: result.processes } : result.faults;
}

async function dmnResource(
  resource: DeploymentResource,
  checksum: string,
  xml: string,
  fault: (rule: string, message: string) => Compilation,
): Promise<Compilation> {
  const parsed = await parseDmn(xml);
  return parsed.ok
    ? { kind: "dmn", resource, checksum, xml, requirements: parsed.value }
    : fault("readable-decisions", parsed.message);
}

/** UTF-8 without a byte order mark; null when it is none. */
function textOf(content: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return null;
  }
}
