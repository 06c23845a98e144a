/** Runs one piece of work after another, in the order they came; a failing one does not stop the next. */
export class WorkQueue {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Settles when everything queued so far has ended. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
