import type { InstanceEnded } from "../processing/processing.js";
import type { Outcome } from "../protocol/rejections.js";
import type { Key } from "../state/rows.js";
import type { Pending } from "./pending.js";
import type { EndedTransition } from "./unit-of-work.js";

/** A processed command; with `answeredBy` its answer waits for that user task's listeners. */
export interface Processed {
  readonly outcome: Outcome<unknown>;
  readonly answeredBy: Key | undefined;
}

/** Commands that share a commit, with what they have brought about in memory. */
export class Batch {
  readonly commands: Pending[] = [];
  readonly outcomes: Processed[] = [];
  /** JSON of the events, in order. */
  readonly events: string[] = [];
  readonly ended: InstanceEnded[] = [];
  readonly transitions: EndedTransition[] = [];
  /** Steps taken so far, those of refused commands too. */
  steps = 0;
  /** Rows that the variables of its commands count for. */
  weight = 0;

  /** All its commands happen at this time, epoch milliseconds. */
  constructor(readonly now: number) {}

  get isEmpty(): boolean {
    return this.commands.length === 0;
  }

  add(command: Pending, processed: Processed): void {
    this.commands.push(command);
    this.outcomes.push(processed);
    this.weight += command.weight;
  }

  /** What senders wait for; what is due is found again. */
  get sent(): readonly Pending[] {
    return this.commands.filter(({ isDue }) => isDue !== true);
  }
}
