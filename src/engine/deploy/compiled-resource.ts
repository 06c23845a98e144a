import type { DecisionRequirements } from "../dmn/index.js";
import type { ExecutableProcess } from "./executable-process.js";

/** A file of a deployment request. */
export interface DeploymentResource {
  readonly name: string;
  readonly content: Uint8Array;
}

/** A diagram. */
export interface CompiledBpmn {
  readonly kind: "bpmn";
  readonly resource: DeploymentResource;
  /** SHA-256 of the content in hex, for the comparison with the version before. */
  readonly checksum: string;
  /** The text of the content. */
  readonly xml: string;
  /** The executable processes of the file in document order. */
  readonly processes: readonly ExecutableProcess[];
}

/** Decisions. */
export interface CompiledDmn {
  readonly kind: "dmn";
  readonly resource: DeploymentResource;
  readonly checksum: string;
  readonly xml: string;
  readonly requirements: DecisionRequirements;
}

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

/** A file that can be deployed. */
export type CompiledResource = CompiledBpmn | CompiledDmn | CompiledForm | CompiledGenericResource;
