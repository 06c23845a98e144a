import { catchError, findErrorCatch, uncaughtMessage } from "../errors.js";
import { toText } from "../expressions.js";
import { complete, terminateChildren } from "../lifecycle.js";
import { type Behaviour, IncidentRaised } from "../processing.js";
import { subscribe } from "../subscriptions.js";
import { createElementJob } from "./job-work.js";

/** Waits for its event; behind an event-based gateway it has happened already. */
export const catchEvent: Behaviour = {
  activate(p, scope, element, variables) {
    if (variables === undefined) subscribe(p, scope, [element]);
    else complete(p, scope, variables);
  },
};

/** A job for messages, nothing for plain events. */
export const throwEvent: Behaviour = {
  activate(p, scope, element) {
    if (element.job === null) complete(p, scope);
    else createElementJob(p, scope, element);
  },
};

/** Ends a path: plainly, by a message (job), with an error, or with everything else in the scope. */
export const endEvent: Behaviour = {
  activate(p, scope, element) {
    const { event } = element;
    if (event?.kind === "error") {
      const code = event.code === null ? "" : toText(p, event.code, scope);
      const found = findErrorCatch(p, scope, code);
      if (found === undefined) throw new IncidentRaised("UNHANDLED_ERROR_EVENT", uncaughtMessage(code, ""));
      catchError(p, found, {});
    } else if (event?.kind === "terminate" && scope.parent !== null) {
      const around = scope.parent;
      p.emit({ t: "element.ended", key: scope.key, state: "COMPLETED" });
      terminateChildren(p, around);
      p.later({ step: "complete", key: around.key });
    } else if (element.job !== null) {
      createElementJob(p, scope, element);
    } else {
      complete(p, scope);
    }
  },
};
