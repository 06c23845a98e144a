import { buildProcess } from "./build/build-process.js";
import type { ExecutableProcess } from "./executable-process.js";
import type { DeploymentFault, ReportFault } from "./fault.js";
import { PROCESS_VALIDATORS } from "./validators/index.js";
import type { ModelNode } from "./xml/model-node.js";
import { flagOf, nodesOf } from "./xml/model-node.js";
import { parseBpmn } from "./xml/parse-bpmn.js";

/** Outcome of one BPMN file. */
export type BpmnCompilation =
  | { readonly ok: true; readonly processes: readonly ExecutableProcess[] }
  | { readonly ok: false; readonly faults: readonly DeploymentFault[] };

/**
 * Compiles one BPMN text into its executable processes, or lists everything that is wrong with it.
 * Also for definitions deployed earlier (after a restart): those have no faults.
 */
export async function compileBpmn(file: string, xml: string): Promise<BpmnCompilation> {
  const faults: DeploymentFault[] = [];
  const report: ReportFault = (element, rule, message) => faults.push({ file, element, rule, message });
  const definitions = await parseBpmn(xml, report);
  const processes = definitions === null ? [] : compileProcesses(definitions, report);
  return faults.length === 0 ? { ok: true, processes } : { ok: false, faults };
}

function compileProcesses(definitions: ModelNode, report: ReportFault): readonly ExecutableProcess[] {
  const nodes = nodesOf(definitions, "rootElements").filter(({ $type }) => $type === "bpmn:Process");
  const executable = nodes.filter((process) => flagOf(process, "isExecutable", false));
  if (executable.length === 0) {
    report(
      null,
      "executable-process",
      'Expected at least one executable process (isExecutable="true"), but found none',
    );
  }
  return executable.map((node) => {
    const process = buildProcess({ report }, node);
    for (const validate of PROCESS_VALIDATORS) validate(process, report);
    return process;
  });
}
