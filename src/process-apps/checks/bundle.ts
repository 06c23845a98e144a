import type { ProcessApp, ProcessAppFolders } from "../process-app.js";
import type { ReadDiagram } from "./read-diagram.js";

/** Something wrong with a process app. */
export interface BundleFault {
  /** File it stands in, relative to the project. */
  readonly path: string;
  /** Short name of the check. */
  readonly rule: string;
  /** `Expected …, but …`. */
  readonly message: string;
}

/** A process app with its diagrams read, as the checks look at it. */
export interface Bundle extends ProcessApp {
  /** Diagrams that are XML at all. */
  readonly read: readonly ReadDiagram[];
  readonly folders: ProcessAppFolders;
}

/** A finding of a tool about a file. */
export interface ToolFinding {
  readonly element: string | null;
  readonly message: string;
}

/** What the checks ask of other parts of the platform; the command hands it over. */
export interface CheckTools {
  /** bpmnlint with the camunda-compat rules; errors only. */
  lint(xml: string): Promise<readonly ToolFinding[]>;
  /** Whether the engine can run a file. */
  compile(file: { readonly name: string; readonly content: string }): Promise<readonly ToolFinding[]>;
  /** Why a FEEL expression (without `=`) does not parse. */
  feelFault(expression: string): string | undefined;
  /** The PDF of a template's data. @throws {Error} saying what is wrong with template or data. */
  print(template: string, data: unknown): Promise<Buffer>;
  /** Source text of the app's plugin and of those that it needs, all files together; empty for apps without code. */
  pluginSource(app: string): Promise<string>;
  /** Roles that every installation has. */
  readonly platformRoles: readonly string[];
}

/** One check; it gives all faults of its kind. */
export type BundleCheck = (
  bundle: Bundle,
  tools: CheckTools,
) => Promise<readonly BundleFault[]> | readonly BundleFault[];
