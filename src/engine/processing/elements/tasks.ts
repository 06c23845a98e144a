import { complete } from "../lifecycle.js";
import type { Behaviour } from "../processing.js";
import { subscribe, subscribeBoundaryEvents } from "../subscriptions.js";
import { toValue } from "../expressions.js";
import { evaluateCalledDecision } from "../decisions.js";
import { createElementJob } from "./job-work.js";

/** Service and send tasks: a job. */
export const jobTask: Behaviour = { activate: (p, scope, element) => createElementJob(p, scope, element) };

/** A FEEL script, or a job. */
export const scriptTask: Behaviour = {
  activate(p, scope, element) {
    if (element.script === null) {
      createElementJob(p, scope, element);
      return;
    }
    complete(p, scope, { [element.script.resultVariable]: toValue(p, element.script.expression, scope) });
  },
};

/** A decision, or a job. */
export const businessRuleTask: Behaviour = {
  activate(p, scope, element) {
    if (element.calledDecision === null) {
      createElementJob(p, scope, element);
      return;
    }
    complete(p, scope, {
      [element.calledDecision.resultVariable]: evaluateCalledDecision(p, scope, element.calledDecision),
    });
  },
};

/** Waits for a message. */
export const receiveTask: Behaviour = {
  activate(p, scope, element, variables) {
    if (variables === undefined)
      subscribe(p, scope, [element, ...(scope.parent?.type === "MULTI_INSTANCE_BODY" ? [] : element.boundaryEvents)]);
    else {
      subscribeBoundaryEvents(p, scope, element);
      complete(p, scope, variables);
    }
  },
};
