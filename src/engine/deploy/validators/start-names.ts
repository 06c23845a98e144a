import { evaluateString } from "../../feel/index.js";
import { forEachElement } from "./process-validator.js";

/** Names of messages and signals that start a process are evaluated when it is deployed: there are no variables then. */
export const validateStartNames = forEachElement(({ id, type, parent, event }, report) => {
  if (type !== "START_EVENT" || parent?.type !== "PROCESS") return;
  if (event?.kind !== "message" && event?.kind !== "signal") return;
  const result = evaluateString(event.name, { get: () => undefined }, { nowMs: 0 });
  if (!result.ok) report(id, "start-name", result.message);
});
