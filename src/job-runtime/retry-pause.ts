/** Pauses before the second, third … attempt, milliseconds; the last one repeats. */
const PAUSES_MS = [5_000, 30_000, 180_000, 900_000, 3_600_000];
/** Jobs whose attempts are remembered; more than can fail at a time. */
const MOST_REMEMBERED = 10_000;

/**
 * How long a failed job rests. The engine tells attempts left, not attempts made, so they are counted here; after a restart
 * the pauses begin again with the shortest.
 */
export class RetryPauses {
  readonly #failures = new Map<string, number>();

  /** Notes one more failure. @returns the pause before the next attempt, milliseconds. */
  next(jobKey: string): number {
    const failures = (this.#failures.get(jobKey) ?? 0) + 1;
    this.#failures.delete(jobKey);
    this.#failures.set(jobKey, failures);
    const [oldest] = this.#failures.keys();
    if (this.#failures.size > MOST_REMEMBERED && oldest !== undefined) this.#failures.delete(oldest);
    return PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1] ?? 0;
  }

  forget(jobKey: string): void {
    this.#failures.delete(jobKey);
  }
}
