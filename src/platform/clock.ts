/** Where the time comes from. Nothing else in the project asks the system for the time. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until it is told otherwise; for tests and the controlled engine clock. */
export class ControlledClock implements Clock {
  #now: number;
  readonly #listeners = new Set<() => void>();

  constructor(start: number | string) {
    this.#now = typeof start === "number" ? start : Date.parse(start);
  }

  now(): number {
    return this.#now;
  }

  /** Moves to an instant, forwards or backwards, and tells whoever waits for the time. */
  set(to: number | string): void {
    this.#now = typeof to === "number" ? to : Date.parse(to);
    for (const listener of this.#listeners) listener();
  }

  /** Moves forward by `ms` milliseconds. */
  advance(ms: number): void {
    this.set(this.#now + ms);
  }

  /** Calls `listener` after each move; returns the function that stops it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
