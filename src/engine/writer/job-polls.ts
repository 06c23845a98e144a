/** A request that waits for jobs of a type. */
interface Poll {
  woken: boolean;
  wake: () => void;
}

/** Requests for jobs that wait. As many are woken as there are new jobs, the longest waiting first. */
export class JobPolls {
  readonly #waiting = new Map<string, Set<Poll>>();

  /** Wakes waiting requests of a type. */
  wake(type: string, count: number): void {
    const polls = this.#waiting.get(type);
    if (polls === undefined) return;
    for (const poll of polls) {
      if (count <= 0) return;
      if (poll.woken) continue;
      poll.woken = true;
      poll.wake();
      count -= 1;
    }
  }

  /** Puts a request in the line. Do it before asking for jobs, so that nothing is missed in between. */
  join(type: string): { readonly woken: () => Promise<void>; readonly leave: (served: boolean) => void } {
    const polls = this.#waiting.get(type) ?? new Set();
    this.#waiting.set(type, polls);
    let wake: () => void = () => undefined;
    const promise = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const poll: Poll = { woken: false, wake };
    polls.add(poll);
    return {
      woken: () => promise,
      leave: (served) => {
        polls.delete(poll);
        if (polls.size === 0) this.#waiting.delete(type);
        // The job it was woken for is still there: it is another one's turn.
        if (poll.woken && !served) this.wake(type, 1);
      },
    };
  }

  /** Wakes everybody: the engine closes. */
  wakeAll(): void {
    for (const type of this.#waiting.keys()) this.wake(type, Number.POSITIVE_INFINITY);
  }
}
