/** One thing that is wrong with a deployed file. */
export interface DeploymentFault {
  /** Name of the file as it was sent. */
  readonly file: string;
  /** Id of the element, or a path such as `Task_1 > extensionElements > script`; null when the file as a whole is meant. */
  readonly element: string | null;
  /** Short name of the rule, for tests and documentation: `condition-or-default`. */
  readonly rule: string;
  /** The sentence for the author: `Expected ..., but ...`. */
  readonly message: string;
}

/** Takes up the faults of one file; nothing is thrown, so that the author sees all of them at once. */
export type ReportFault = (element: string | null, rule: string, message: string) => void;

/** The text of a refusal: one block per file, one line per fault. */
export function describeFaults(faults: readonly DeploymentFault[]): string {
  const files = [...new Set(faults.map(({ file }) => file))];
  const blocks = files.map((file) => {
    const lines = faults.filter((fault) => fault.file === file).map(lineOf);
    return [`'${file}':`, ...lines].join("\n");
  });
  return `Expected to deploy new resources, but encountered the following errors:\n${blocks.join("\n")}`;
}

function lineOf({ element, rule, message }: DeploymentFault): string {
  return element === null ? `- ${message} (${rule})` : `- Element ${element}: ${message} (${rule})`;
}
