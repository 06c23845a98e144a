/** A signal for one piece of work that has a limit of time. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Whether it was the time that aborted it. */
  readonly isOver: () => boolean;
  /** The work is done: nothing of it is kept by the timer or by the parent. */
  readonly end: () => void;
}

/**
 * Aborts with `parent`, or with `over()` when the time is up; `end` must be called in the end. Not `AbortSignal.any` with
 * `AbortSignal.timeout`: Node keeps an `any` that is listened to as long as its sources live, and a `timeout` as long as its
 * limit, so that every job and every request ever made would stay in memory.
 */
export const deadline = (limitMs: number, over: () => Error, parent?: AbortSignal): Deadline => {
  const controller = new AbortController();
  let isOver = false;
  const timer = setTimeout(() => {
    isOver = true;
    controller.abort(over());
  }, limitMs);
  const abort = (): void => controller.abort(parent?.reason);
  if (parent?.aborted === true) abort();
  else parent?.addEventListener("abort", abort, { once: true });
  return {
    signal: controller.signal,
    isOver: () => isOver,
    end: () => {
      clearTimeout(timer);
      parent?.removeEventListener("abort", abort);
    },
  };
};
