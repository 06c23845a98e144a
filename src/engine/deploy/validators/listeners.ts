import { forEachElement } from "./process-validator.js";

/** Listeners stand where the moment they wait for comes. */
export const validateListeners = forEachElement((element, report) => {
  const { id, type, event, startListeners, endListeners } = element;
  if (startListeners.length > 0 && (type === "START_EVENT" || type === "BOUNDARY_EVENT")) {
    report(id, "listener-place", "Expected no start listener on a start or boundary event, but found one");
  }
  if (endListeners.length > 0 && (type.endsWith("GATEWAY") || (type === "END_EVENT" && event?.kind === "error"))) {
    report(id, "listener-place", "Expected no end listener on a gateway or error end event, but found one");
  }
  if (event?.kind === "compensation" && type === "BOUNDARY_EVENT" && startListeners.length + endListeners.length > 0) {
    report(id, "listener-place", "Expected no listener on a compensation boundary event, but found one");
  }
});
