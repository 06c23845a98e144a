import type { Processing } from "../processing/processing.js";
import type { Outcome, Rejection } from "../protocol/rejections.js";
import type { Actor } from "../state/actor.js";

/** A command in the queue. */
export interface Pending {
  readonly intent: string;
  readonly run: (p: Processing) => unknown;
  readonly answer: (outcome: Outcome<unknown>) => void;
  /** What it counts for in the bound of what may wait. */
  readonly weight: number;
  /** Found due, not sent by anybody. */
  readonly isDue?: true;
  readonly actor?: Actor;
  /** Called after the command was refused and has left nothing; what it emits is kept. */
  readonly refused?: (p: Processing, rejection: Rejection) => void;
}
