import type { ExecutableElement } from "../executable-process.js";
import type { ReportFault } from "../fault.js";
import { forEachElement } from "./process-validator.js";

const AWAITED = ["message", "timer", "signal", "conditional"];

/** Behind an event-based gateway stand at least two catch events, reached from nowhere else. */
export const validateEventBasedGateways = forEachElement((gateway, report) => {
  if (gateway.type !== "EVENT_BASED_GATEWAY") return;
  if (gateway.outgoing.length < 2) {
    report(
      gateway.id,
      "event-gateway-flows",
      `Expected an event-based gateway to have at least 2 outgoing sequence flows, but it has ${gateway.outgoing.length}`,
    );
  }
  for (const { target } of gateway.outgoing) checkTarget(gateway, target, report);
});

function checkTarget(gateway: ExecutableElement, target: ExecutableElement, report: ReportFault): void {
  if (target.type !== "INTERMEDIATE_CATCH_EVENT" || !AWAITED.includes(target.event?.kind ?? "")) {
    report(
      gateway.id,
      "event-gateway-target",
      `Expected the flows of an event-based gateway to lead to message, timer, signal or conditional catch events, but '${target.id}' is none`,
    );
  } else if (target.incoming.length > 1) {
    report(
      target.id,
      "event-gateway-target",
      "Expected a catch event behind an event-based gateway to be reached from there only, but it has more incoming flows",
    );
  }
}
