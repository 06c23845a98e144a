import type { ExecutableElement } from "../executable-process.js";
import type { ReportFault } from "../fault.js";
import { forEachElement } from "./process-validator.js";

/** Every thrown link has exactly one catch event of its name in the same scope. */
export const validateLinks = forEachElement(({ id, scope }, report) => {
  if (scope === null) return;
  const catches = scope.elements.filter(({ type }) => type === "INTERMEDIATE_CATCH_EVENT").map(linkNameOf);
  for (const name of new Set(catches)) {
    if (name !== null && catches.filter((other) => other === name).length > 1) {
      report(id, "one-link-catch", `Expected exactly one catch event for the link '${name}', but found several`);
    }
  }
  for (const element of scope.elements) checkThrow(id, element, catches, report);
});

function checkThrow(
  scopeId: string,
  element: ExecutableElement,
  catches: readonly (string | null)[],
  report: ReportFault,
): void {
  const name = element.type === "INTERMEDIATE_THROW_EVENT" ? linkNameOf(element) : null;
  if (name !== null && !catches.includes(name)) {
    report(
      scopeId,
      "one-link-catch",
      `Expected a catch event for the link '${name}' that '${element.id}' throws, but found none`,
    );
  }
  if (name !== null && element.outgoing.length > 0) {
    report(
      element.id,
      "link-throw-outgoing",
      "Expected a link throw event to have no outgoing sequence flow, but it has one",
    );
  }
}

function linkNameOf({ event }: ExecutableElement): string | null {
  return event?.kind === "link" ? event.name : null;
}
