import type { EventOf } from "../protocol/events.js";
import type { MutableState } from "../state/mutable.js";
import { updateRuntime } from "./scope-count.js";

/** The ad-hoc sub-process completes when nothing is active in it any more. */
export function adHocFulfilled(event: EventOf<"ad-hoc.fulfilled">, state: MutableState): void {
  updateRuntime(state, state.scope(event.key), { adHocFulfilled: true });
}

/** A job is withdrawn. */
export function jobCanceled({ key }: EventOf<"job.canceled">, state: MutableState, time: number): void {
  const job = state.job(key);
  if (job === undefined) throw new Error(`Expected the job '${key}' to be open, but it is not`);
  state.update("job", job, {
    state: "CANCELED",
    open: false,
    availability: "ENDED",
    dueAt: null,
    endTime: time,
    lastUpdateTime: time,
  });
}
