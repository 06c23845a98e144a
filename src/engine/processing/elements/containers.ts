import { complete, enter } from "../lifecycle.js";
import type { Behaviour } from "../processing.js";
import { armEventSubProcesses, subscribeBoundaryEvents } from "../subscriptions.js";

/** An embedded sub-process: begins with its none start event and ends when nothing is left inside. */
export const subProcess: Behaviour = {
  activate(p, scope, element) {
    subscribeBoundaryEvents(p, scope, element);
    const start = element.scope?.noneStartEvent;
    if (start === null || start === undefined) complete(p, scope);
    else enter(p, start, scope);
  },
};

/** An event sub-process: its start event has occurred. */
export const eventSubProcess: Behaviour = {
  activate(p, scope, element, variables) {
    const start = element.scope?.startEvents[0];
    if (start === undefined)
      throw new Error(`Expected event sub-process '${element.id}' to have a start event, but it has none`);
    enter(p, start, scope, { variables: variables ?? {} });
  },
};

/** A process instance whose start listeners are done, or whose start events are skipped. */
export const process: Behaviour = {
  activate(p, scope, _element, variables) {
    const startId = scope.row.runtime?.listeners?.start;
    const start =
      startId === undefined ? undefined : p.state.executable(scope.row.processDefinitionKey).elements.get(startId);
    if (start === undefined) armEventSubProcesses(p, scope);
    else enter(p, start, scope, variables === undefined ? {} : { variables });
  },
};
