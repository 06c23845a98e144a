import { broadcast } from "./broadcast-signal.js";
import { checkCondition, checkConditions } from "./conditions.js";
import { finishScope, resumeEnding } from "./canceling.js";
import { activate, complete, listenerAnswered, terminateInstance } from "./lifecycle.js";
import { correlateBuffered, startByNextMessage } from "./message/buffered-messages.js";
import { fulfil } from "./elements/ad-hoc.js";
import type { Processing, Step } from "./processing.js";
import { removeInstance, removeScope, terminateChild } from "./remove-scope.js";
import { triggerEvent } from "./trigger.js";
import { restartTransition } from "./user-task/task-transition.js";

/** Does a follow-up command. What it was meant for may have ended meanwhile: then there is nothing to do. */
export function doStep(p: Processing, step: Step): void {
  switch (step.step) {
    case "activate": {
      const scope = p.state.opened(step.key);
      if (scope !== undefined) activate(p, scope, step.variables);
      return;
    }
    case "complete": {
      const scope = p.state.opened(step.key);
      if (scope !== undefined) complete(p, scope, step.variables);
      return;
    }
    case "check-condition":
      checkCondition(p, step.scope, step.target);
      return;
    case "check-conditions":
      checkConditions(p, step.scope, step.variable, step.change);
      return;
    case "listener-answered": {
      const scope = p.state.opened(step.key);
      if (scope !== undefined) listenerAnswered(p, scope, step.phase, step.variables);
      return;
    }
    case "correlate":
      correlateBuffered(p, step.scope, step.subscription);
      return;
    case "broadcast":
      broadcast(p, step.name, step.tenantId, step.variables);
      return;
    case "resume-ending": {
      const scope = p.state.opened(step.key);
      if (scope !== undefined) resumeEnding(p, scope);
      return;
    }
    case "terminate-instance": {
      const scope = p.state.opened(step.key);
      if (scope !== undefined) terminateInstance(p, scope);
      return;
    }
    case "remove-instance": {
      const scope = p.state.opened(step.key);
      if (scope !== undefined) removeInstance(p, scope);
      return;
    }
    case "remove": {
      const scope = p.state.opened(step.key);
      if (scope !== undefined) removeScope(p, scope);
      return;
    }
    case "terminate-child": {
      const scope = p.state.opened(step.key);
      if (scope !== undefined) terminateChild(p, scope);
      return;
    }
    case "fulfil-ad-hoc": {
      const scope = p.state.opened(step.key);
      if (scope !== undefined) fulfil(p, scope, true);
      return;
    }
    case "finish-scope": {
      const scope = p.state.opened(step.key);
      if (scope !== undefined) finishScope(p, scope);
      return;
    }
    case "trigger": {
      const scope = p.state.opened(step.scope);
      if (scope !== undefined) triggerEvent(p, scope, step.target, step.variables);
      return;
    }
    case "restart-transition": {
      const scope = p.state.opened(step.key);
      if (scope?.row.runtime?.task !== undefined) restartTransition(p, scope);
      return;
    }
    case "start-by-next-message":
      startByNextMessage(p, step);
  }
}
