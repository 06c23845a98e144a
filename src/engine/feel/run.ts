import type { EvaluationWarning, FeelScope } from "./expression.js";

/** How much one evaluation may do before it is cut off: loop rounds, list items and calls of functions together. */
export const MAX_STEPS = 1_000_000;
/** The longest text an expression may build, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 4_000_000;
/** Warnings kept of one evaluation; more help nobody. */
const MAX_WARNINGS = 100;

/** Ends an evaluation with a sentence for the incident: a limit, or a failed `assert`. */
export class EvaluationFailure extends Error {}

/** One evaluation: its variables, its clock, its budget, its warnings. */
export class Run {
  readonly scope: FeelScope;
  readonly nowMs: number;
  readonly timeZone: string;
  readonly warnings: EvaluationWarning[] = [];
  private stepsLeft = MAX_STEPS;

  constructor(scope: FeelScope, nowMs: number, timeZone: string) {
    this.scope = scope;
    this.nowMs = nowMs;
    this.timeZone = timeZone;
  }

  /** Counts work that an author can multiply. @throws EvaluationFailure beyond the limit. */
  spend(steps: number): void {
    this.stepsLeft -= steps;
    if (this.stepsLeft < 0) {
      throw new EvaluationFailure(
        `Expected the expression to need at most ${MAX_STEPS} steps (rounds of loops, items of lists, calls), but it needs more`,
      );
    }
  }

  /** Passes a text on that is not longer than allowed. @throws EvaluationFailure when it is. */
  text(value: string): string {
    if (value.length > MAX_TEXT_LENGTH) {
      throw new EvaluationFailure(
        `Expected a text of at most ${MAX_TEXT_LENGTH} characters, but the expression builds a longer one`,
      );
    }
    return value;
  }

  /** Notes why something became null. */
  warn(type: string, message: string): null {
    if (this.warnings.length < MAX_WARNINGS) this.warnings.push({ type, message });
    return null;
  }
}
