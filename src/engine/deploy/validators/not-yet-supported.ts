import type { ExecutableElement } from "../executable-process.js";
import { forEachElement } from "./process-validator.js";

/** One feature that the model knows and the interpreter does not run yet. */
interface MissingFeature {
  readonly name: string;
  readonly isUsedBy: (element: ExecutableElement) => boolean;
}

/** Emptied feature by feature; each line goes when the interpreter has it. */
const MISSING: readonly MissingFeature[] = [
  {
    name: "conditional start events of a process",
    isUsedBy: ({ event, type, parent }) =>
      event?.kind === "conditional" && type === "START_EVENT" && parent?.type === "PROCESS",
  },
];

/** What would be deployed but not run is refused, with the name of what is missing. */
export const validateSupport = forEachElement((element, report) => {
  for (const { name, isUsedBy } of MISSING) {
    if (isUsedBy(element))
      report(element.id, "not-yet-supported", `Expected only what this engine runs, but ${name} are not supported yet`);
  }
});
