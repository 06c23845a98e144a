import type { Rejection } from "../protocol/rejections.js";

/** The outcome of a command that was not done, whatever it says. */
export interface Refusal {
  readonly ok: false;
  readonly rejection: Rejection;
}

/** Nobody can do it now. */
export const unavailable = (intent: string, reason: string): Refusal => ({
  ok: false,
  rejection: { code: "UNAVAILABLE", reason, intent },
});

/** Too many are waiting. */
export const exhausted = (intent: string, waiting: number): Refusal => ({
  ok: false,
  rejection: {
    code: "RESOURCE_EXHAUSTED",
    reason: `Expected the engine to have room for the command, but ${waiting} are waiting already: send it again later`,
    intent,
  },
});
