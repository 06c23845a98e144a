import type { DecisionRequirements } from "../dmn/index.js";
import type { ExecutableProcess } from "./executable-process.js";
import type { DeploymentFault } from "./fault.js";

/** A file of a deployment request. */
export interface DeploymentResource {
  readonly name: string;
  readonly content: Uint8Array;
}

/** A file that can be deployed. */
export type CompiledResource =
  | {
      readonly kind: "bpmn";
      readonly resource: DeploymentResource;
      /** SHA-256 of the content in hex, for the comparison with the version before. */
      readonly checksum: string;
      /** The text of the content. */
      readonly xml: string;
      /** The executable processes of the file in document order. */
      readonly processes: readonly ExecutableProcess[];
    }
  | {
      readonly kind: "dmn";
      readonly resource: DeploymentResource;
      readonly checksum: string;
      readonly xml: string;
      readonly requirements: DecisionRequirements;
    }
  | CompiledForm
  | CompiledGenericResource;

/** A form file. */
export interface CompiledForm {
  readonly kind: "form";
  readonly resource: DeploymentResource;
  readonly checksum: string;
  readonly formId: string;
  readonly versionTag: string | null;
  /** The JSON text. */
  readonly schema: string;
}

/** A file the engine only keeps, such as an RPA script. */
export interface CompiledGenericResource {
  readonly kind: "resource";
  readonly resource: DeploymentResource;
  readonly checksum: string;
  readonly resourceId: string;
  readonly versionTag: string | null;
  readonly text: string;
}

/** All files are fine, or nothing may be deployed and the faults of all files are listed. */
export type CompiledDeployment =
  | { readonly ok: true; readonly resources: readonly CompiledResource[] }
  | { readonly ok: false; readonly faults: readonly DeploymentFault[] };

/** Outcome of one BPMN file. */
export type BpmnCompilation =
  | { readonly ok: true; readonly processes: readonly ExecutableProcess[] }
  | { readonly ok: false; readonly faults: readonly DeploymentFault[] };

/** Reads and checks all files of a deployment request. Never throws for what the files contain. */
export declare function compileDeployment(resources: readonly DeploymentResource[]): Promise<CompiledDeployment>;

/** Compiles one BPMN text; also for definitions that were deployed earlier (after a restart), which have no faults unless the engine forgot an element. */
export declare function compileBpmn(file: string, xml: string): Promise<BpmnCompilation>;

/** The text of the refusal: one block per file, one line per fault. */
export declare function describeFaults(faults: readonly DeploymentFault[]): string;
