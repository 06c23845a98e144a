import type { Expression } from "../../feel/index.js";
import { excerpt, MAX_ID_LENGTH, MAX_TEXT_LENGTH } from "../../text-bounds.js";
import type { ExecutableElement } from "../executable-process.js";
import type { ReportFault } from "../fault.js";
import { forEachElement } from "./process-validator.js";

/** Ids, names and variables of the model fit into every store. What is computed is looked at when it is. */
export const validateTextLengths = forEachElement((element, report) => {
  check(report, element, "the id", element.id);
  check(report, element, "the name", element.name, MAX_TEXT_LENGTH);
  for (const { target, path } of [...element.inputMappings, ...element.outputMappings])
    check(report, element, "the variable of a mapping", path[0] ?? target);
  for (const name of resultVariables(element)) check(report, element, "a variable", name);
  check(report, element, "the type of the job", constant(element.job?.type));
  for (const { type } of [...element.startListeners, ...element.endListeners, ...element.taskListeners])
    check(report, element, "the type of a listener", constant(type));
  const { event } = element;
  if (event?.kind === "message" || event?.kind === "signal")
    check(report, element, `the name of the ${event.kind}`, constant(event.name));
  if (event?.kind === "error" || event?.kind === "escalation")
    check(report, element, `the code of the ${event.kind}`, constant(event.code));
});

const resultVariables = ({ script, calledDecision, multiInstance, adHoc }: ExecutableElement): (string | null)[] => [
  script?.resultVariable ?? null,
  calledDecision?.resultVariable ?? null,
  multiInstance?.inputElement ?? null,
  multiInstance?.outputCollection ?? null,
  multiInstance?.outputElementVariable ?? null,
  adHoc?.outputCollection ?? null,
];

const constant = (expression: Expression | null | undefined): string | null =>
  expression?.kind === "static" ? expression.text : null;

function check(
  report: ReportFault,
  { id }: ExecutableElement,
  what: string,
  text: string | null,
  bound = MAX_ID_LENGTH,
): void {
  if (text !== null && text.length > bound)
    report(
      id,
      "text-length",
      `Expected ${what} to have at most ${bound} characters, but '${excerpt(text)}' has ${text.length}`,
    );
}
