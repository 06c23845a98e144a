import type { TaskListenerEvent } from "../../deploy/index.js";
import type { GlobalTaskListenerRow } from "../../state/admin-rows.js";
import type { GlobalListener, GlobalListeners } from "../../state/rows.js";
import type { Processing } from "../processing.js";

const NONE: GlobalListeners = { before: [], after: [] };

/** Listeners of the cluster for an event: the higher their priority the earlier, of equals by id. */
export function globalListeners(p: Processing, event: TaskListenerEvent): GlobalListeners {
  const found = [...p.state.admin.all("global_task_listener")].filter(
    ({ eventTypes }) => eventTypes.includes("all") || eventTypes.includes(event),
  );
  if (found.length === 0) return NONE;
  found.sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
  return {
    before: found.filter(({ afterNonGlobal }) => !afterNonGlobal).map(asked),
    after: found.filter(({ afterNonGlobal }) => afterNonGlobal).map(asked),
  };
}

const asked = ({ type, retries }: GlobalTaskListenerRow): GlobalListener => ({ type, retries });
