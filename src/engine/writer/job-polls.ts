import type { Pending } from "./pending.js";

/** A request for jobs that waits. */
export interface ParkedPoll {
  /** What hands jobs to it; its answer goes to the request. */
  readonly command: Pending;
  /** The command is part of a batch now: whatever comes, the request waits for its answer. */
  take(): void;
}

interface Poll {
  /** Its place in the order of all that have ever joined. */
  readonly joined: number;
  woken: boolean;
  /** Why it was woken: jobs that came after this many had joined. */
  turn: number;
  wake: () => void;
  command: Pending | undefined;
  isTaken: boolean;
}

/** A place in the line of requests for jobs of a type. */
export interface PollPlace {
  /** Resolves when there are new jobs. */
  readonly woken: () => Promise<void>;
  /** True when a batch has the command of this request. */
  readonly isTaken: () => boolean;
  /** From now on jobs may be handed out by this command, in the batch that makes them. */
  readonly park: (command: Pending) => void;
  readonly leave: (served: boolean) => void;
}

/** Requests for jobs that wait. As many are woken as there are new jobs, the longest waiting first. */
export class JobPolls {
  readonly #waiting = new Map<string, Set<Poll>>();
  #joined = 0;

  /** Wakes waiting requests of a type: there are new jobs. */
  wake(type: string, count: number): void {
    this.#wake(type, count, this.#joined);
  }

  /** Those that joined later have asked for these jobs: waking them too could go round for ever. */
  #wake(type: string, count: number, turn: number): void {
    const polls = this.#waiting.get(type);
    if (polls === undefined) return;
    for (const poll of polls) {
      if (count <= 0) return;
      if (poll.woken || poll.isTaken || poll.joined > turn) continue;
      poll.woken = true;
      poll.turn = turn;
      poll.wake();
      count -= 1;
    }
  }

  /** The request that has waited longest for jobs of a type. */
  longestParked(type: string): ParkedPoll | undefined {
    for (const poll of this.#waiting.get(type) ?? []) {
      const { command } = poll;
      if (command === undefined || poll.woken || poll.isTaken) continue;
      return {
        command,
        take: () => {
          poll.isTaken = true;
        },
      };
    }
    return undefined;
  }

  /** Puts a request in the line. Do it before asking for jobs, so that nothing is missed in between. */
  join(type: string): PollPlace {
    const polls = this.#waiting.get(type) ?? new Set();
    this.#waiting.set(type, polls);
    let wake: () => void = () => undefined;
    const promise = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const joined = (this.#joined += 1);
    const poll: Poll = { joined, woken: false, turn: 0, wake, command: undefined, isTaken: false };
    polls.add(poll);
    return {
      woken: () => promise,
      isTaken: () => poll.isTaken,
      park: (command) => {
        poll.command = command;
      },
      leave: (served) => {
        polls.delete(poll);
        if (polls.size === 0) this.#waiting.delete(type);
        // The job it was woken for is still there, or not for this request: it is another one's turn.
        if (poll.woken && !served) this.#wake(type, 1, poll.turn);
      },
    };
  }

  /** Wakes everybody: the engine closes. */
  wakeAll(): void {
    for (const type of this.#waiting.keys()) this.wake(type, Number.POSITIVE_INFINITY);
  }
}
