import type { Clock } from "../platform/index.js";
import type { ClockControl } from "./context.js";

/** A clock that follows another one until it is pinned; what `PUT /clock` and `POST /clock/reset` move. */
export class PinnableClock implements Clock, ClockControl {
  readonly #source: Clock;
  readonly #listeners = new Set<() => void>();
  #pinned: number | undefined;

  constructor(source: Clock) {
    this.#source = source;
  }

  now(): number {
    return this.#pinned ?? this.#source.now();
  }

  pin(epochMs: number): void {
    this.#pinned = epochMs;
    this.#tell();
  }

  reset(): void {
    this.#pinned = undefined;
    this.#tell();
  }

  /** Calls `listener` after each move; returns the function that stops it. The engine's timers listen. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
