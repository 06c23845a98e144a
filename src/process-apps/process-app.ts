import type { Manifest } from "./manifest.js";

/** A diagram, decision or form file of a process app, read. */
export interface AppFile {
  /** File name as the manifest says it (forms: the form's name). */
  readonly name: string;
  /** Path for messages, relative to the project. */
  readonly path: string;
  readonly content: string;
}

/** A process app as it stands in `bpmn/<app>`, `forms/<app>` and `templates/<app>`. */
export interface ProcessApp {
  readonly manifest: Manifest;
  readonly diagrams: readonly AppFile[];
  readonly decisions: readonly AppFile[];
  readonly forms: readonly AppFile[];
}

/** Where the process apps lie. */
export interface ProcessAppFolders {
  readonly bpmnDir: string;
  readonly formsDir: string;
  readonly templatesDir: string;
}
