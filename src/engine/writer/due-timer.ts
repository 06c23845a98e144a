import type { Clock } from "../../platform/index.js";

/** Longest wait of a system timer; a later time is waited for in steps. */
const LONGEST_WAIT_MS = 3_600_000;

/** One system timer to the next due time; a controlled clock tells by itself that it has moved. */
export class DueTimer {
  #timer: NodeJS.Timeout | undefined;
  readonly #stopListening: () => void;

  constructor(
    private readonly clock: Clock,
    private readonly onDue: () => void,
  ) {
    const moving = clock as Clock & { readonly onChange?: (listener: () => void) => () => void };
    this.#stopListening = moving.onChange?.(onDue) ?? (() => undefined);
  }

  /** Waits for another time; undefined for none. */
  set(at: number | undefined): void {
    clearTimeout(this.#timer);
    if (at === undefined) return;
    this.#timer = setTimeout(this.onDue, Math.min(Math.max(0, at - this.clock.now()), LONGEST_WAIT_MS));
    this.#timer.unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#stopListening();
  }
}
