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
