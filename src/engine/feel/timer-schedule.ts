import type { Evaluation, EvaluationOptions, Expression, FeelScope } from "./expression.js";

/** When a timer fires. */
export interface TimerSchedule {
  /** Epoch milliseconds; a time in the past fires at once. */
  readonly dueAtMs: number;
  /** How often it fires in all, this time included; null for ever; 1 for durations and dates. */
  readonly repetitions: number | null;
  /** What `nextDueAtMs` needs for the time after; null when it fires once. Kept with the timer (a text, so it can be stored). */
  readonly cycle: string | null;
}

/** Evaluates the text of a timer. */
export declare function evaluateTimer(
  timer: "duration" | "date" | "cycle",
  e: Expression,
  scope: FeelScope,
  options: EvaluationOptions,
): Evaluation<TimerSchedule>;

/** The time after `dueAtMs` of a cycle: counted from the due time, not from now. null when the cycle has no later time. */
export declare function nextDueAtMs(cycle: string, dueAtMs: number): number | null;
