import { type Clock, ControlledClock } from "../platform/index.js";

/** Longest time that one timer can run. */
const LONGEST_MS = 2_147_483_647;

/** One timer to the next instant at which something is due. A controlled clock rings when it is moved. */
export interface WakeUp {
  /** Replaces the instant waited for; undefined waits for nothing. */
  at(instant: number | undefined): void;
  stop(): void;
}

export const createWakeUp = (clock: Clock, ring: () => void): WakeUp => {
  let timer: NodeJS.Timeout | undefined;
  const unlisten = clock instanceof ControlledClock ? clock.onChange(ring) : undefined;
  return {
    at(instant) {
      clearTimeout(timer);
      if (instant === undefined || unlisten !== undefined) return;
      timer = setTimeout(ring, Math.min(Math.max(instant - clock.now(), 0), LONGEST_MS));
      timer.unref(); // waiting for a retry must not keep a finished process alive
    },
    stop() {
      clearTimeout(timer);
      unlisten?.();
    },
  };
};
