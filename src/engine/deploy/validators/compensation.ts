import type { ProcessValidator } from "./process-validator.js";

/** Compensation refers to activities that exist, and handlers stand outside the flow. */
export const validateCompensation: ProcessValidator = ({ elements }, report) => {
  for (const { id, type, event, isForCompensation, incoming, outgoing } of elements.values()) {
    if (isForCompensation && incoming.length + outgoing.length > 0) {
      report(
        id,
        "compensation-handler-flows",
        "Expected a compensation handler to have no sequence flows, but it has some",
      );
    }
    if (event?.kind !== "compensation") continue;
    if (event.activityRef !== null && !elements.has(event.activityRef)) {
      report(
        id,
        "compensation-activity",
        `Expected the activity to compensate to exist, but '${event.activityRef}' does not`,
      );
    }
    if (type === "BOUNDARY_EVENT" && outgoing.length > 0) {
      report(
        id,
        "compensation-boundary-flows",
        "Expected a compensation boundary event to have no sequence flow, but it has one",
      );
    }
  }
};
