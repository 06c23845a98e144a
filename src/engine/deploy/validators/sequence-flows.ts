import type { ExecutableElement } from "../executable-process.js";
import type { ReportFault } from "../fault.js";
import { forEachElement } from "./process-validator.js";

/** Flows begin and end where flows may, and conditions stand where conditions are looked at. */
export const validateSequenceFlows = forEachElement((element, report) => {
  checkEnds(element, report);
  if (element.type === "EXCLUSIVE_GATEWAY" || element.type === "INCLUSIVE_GATEWAY") checkChoices(element, report);
  else if (element.outgoing.some(({ condition }) => condition !== null)) {
    report(
      element.id,
      "condition-place",
      "Expected conditions only on flows out of exclusive and inclusive gateways, but a flow out of this element has one",
    );
  }
});

function checkEnds({ id, type, incoming, outgoing }: ExecutableElement, report: ReportFault): void {
  if (type === "END_EVENT" && outgoing.length > 0) {
    report(id, "end-event-outgoing", "Expected the end event to have no outgoing sequence flow, but it has one");
  }
  if ((type === "START_EVENT" || type === "BOUNDARY_EVENT") && incoming.length > 0) {
    report(id, "event-incoming", "Expected the event to have no incoming sequence flow, but it has one");
  }
}

function checkChoices(gateway: ExecutableElement, report: ReportFault): void {
  if (gateway.outgoing.length < 2) return;
  for (const flow of gateway.outgoing) {
    if (flow.condition === null && flow !== gateway.defaultFlow) {
      report(
        flow.id,
        "condition-or-default",
        "Expected the flow to have a condition or to be the default flow, but it is neither",
      );
    }
  }
}
