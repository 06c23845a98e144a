import type { Outcome } from "../protocol/rejections.js";
import type { Key } from "../state/rows.js";
import type { Batch, Processed } from "./batch.js";
import type { Pending } from "./pending.js";
import { unavailable } from "./refusals.js";
import type { EndedTransition } from "./unit-of-work.js";

/** A sender whose answer depends on task listeners. */
interface Waiting {
  readonly command: Pending;
  readonly timer: NodeJS.Timeout;
  readonly outcome: Outcome<unknown>;
}

/** Answers the commands of durable batches; keeps those waiting that task listeners are asked about. */
export class Answers {
  /** By user task. */
  readonly #waiting = new Map<Key, Waiting>();

  /** Milliseconds that a sender waits for task listeners. */
  constructor(private readonly patienceMs: number) {}

  give({ commands, outcomes, transitions }: Batch): void {
    for (const [index, command] of commands.entries()) this.#give(command, outcomes[index]);
    for (const ended of transitions) this.#transitionEnded(ended);
  }

  /** Nobody is kept waiting any more: the engine closes. */
  close(): void {
    for (const { command, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      command.answer(unavailable(command.intent, "Expected the task listeners to answer, but the engine is closing"));
    }
    this.#waiting.clear();
  }

  #give(command: Pending, processed: Processed | undefined): void {
    if (processed === undefined) return;
    const { outcome, answeredBy } = processed;
    if (answeredBy === undefined || !outcome.ok) {
      command.answer(outcome);
      return;
    }
    const timer = setTimeout(() => {
      this.#waiting.delete(answeredBy);
      command.answer({
        ok: false,
        rejection: {
          code: "TIMEOUT",
          reason: "Expected the task listeners to answer in time, but they have not",
          intent: command.intent,
        },
      });
    }, this.patienceMs);
    timer.unref();
    this.#waiting.set(answeredBy, { command, timer, outcome });
  }

  #transitionEnded({ userTaskKey, refusal }: EndedTransition): void {
    const waiting = this.#waiting.get(userTaskKey);
    if (waiting === undefined) return;
    this.#waiting.delete(userTaskKey);
    clearTimeout(waiting.timer);
    const { command, outcome } = waiting;
    command.answer(refusal === undefined ? outcome : { ok: false, rejection: { ...refusal, intent: command.intent } });
  }
}
