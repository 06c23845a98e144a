import type { ExecutableElement, FlowNodeType } from "../executable-process.js";
import type { ReportFault } from "../fault.js";
import { eventKindOf, forEachElement } from "./process-validator.js";

const KINDS: Partial<Record<FlowNodeType, readonly string[]>> = {
  INTERMEDIATE_CATCH_EVENT: ["message", "timer", "signal", "link", "conditional"],
  INTERMEDIATE_THROW_EVENT: ["none", "message", "signal", "link", "escalation", "compensation"],
  END_EVENT: ["none", "message", "error", "escalation", "signal", "terminate", "compensation"],
  BOUNDARY_EVENT: ["message", "timer", "error", "escalation", "signal", "conditional", "compensation"],
};
const ALWAYS_INTERRUPTING = ["error", "compensation"];
const ACTIVITIES: ReadonlySet<FlowNodeType> = new Set<FlowNodeType>([
  "TASK",
  "SERVICE_TASK",
  "SEND_TASK",
  "SCRIPT_TASK",
  "BUSINESS_RULE_TASK",
  "USER_TASK",
  "RECEIVE_TASK",
  "MANUAL_TASK",
  "CALL_ACTIVITY",
  "SUB_PROCESS",
  "AD_HOC_SUB_PROCESS",
]);

/** Events are of a kind that their place allows, and interrupt where they have to. */
export const validateEventKinds = forEachElement((element, report) => {
  const kind = eventKindOf(element);
  const allowed = KINDS[element.type];
  if (kind !== undefined && allowed !== undefined && !allowed.includes(kind)) {
    report(
      element.id,
      "event-kind",
      `Expected an event of one of the kinds ${allowed.join(", ")}, but it is of kind ${kind}`,
    );
  }
  if (!element.interrupting && kind !== undefined && ALWAYS_INTERRUPTING.includes(kind)) {
    report(element.id, "must-interrupt", `Expected an event of kind ${kind} to be interrupting, but it is not`);
  }
  if (element.type === "BOUNDARY_EVENT") checkHost(element, report);
});

function checkHost({ id, attachedTo, event }: ExecutableElement, report: ReportFault): void {
  if (attachedTo === null) return;
  if (!ACTIVITIES.has(attachedTo.type)) {
    report(
      id,
      "attached-to",
      `Expected the boundary event to be attached to an activity, but '${attachedTo.id}' is none`,
    );
  }
  const { type } = attachedTo;
  if (
    event?.kind === "escalation" &&
    type !== "SUB_PROCESS" &&
    type !== "CALL_ACTIVITY" &&
    type !== "AD_HOC_SUB_PROCESS"
  ) {
    report(
      id,
      "escalation-host",
      `Expected an escalation boundary event on a sub-process or call activity, but '${attachedTo.id}' is neither`,
    );
  }
}
