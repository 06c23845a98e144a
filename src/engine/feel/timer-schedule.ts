import { CronExpressionParser } from "cron-parser";
import { FeelDuration } from "feelin";
import type { Evaluation, EvaluationOptions, Expression, FeelScope } from "./expression.js";
import type { IsoInterval } from "./iso-interval.js";
import { addInterval, parseIsoInterval } from "./iso-interval.js";
import { evaluateAs, instantOf } from "./typed-evaluation.js";
import { temporalText } from "./temporal-text.js";
import type { FeelValue } from "./value.js";

/** When a timer fires. */
export interface TimerSchedule {
  /** Epoch milliseconds; a time in the past fires at once. */
  readonly dueAtMs: number;
  /** How often it fires in all, this time included; null for ever; 1 for durations and dates. */
  readonly repetitions: number | null;
  /** What `nextDueAtMs` needs for the time after; null when it fires once. Kept with the timer (a text, so it can be stored). */
  readonly cycle: string | null;
}

type ParsedCycle =
  | {
      readonly kind: "interval";
      readonly repetitions: number | null;
      readonly startMs: number | null;
      readonly interval: IsoInterval;
    }
  | { readonly kind: "cron"; readonly text: string };

const REPEATING = /^R(-?\d*)\/(?:([^/]+)\/)?([^/]+)$/;
const CRON = /^(@[a-z]+|\S+(\s+\S+){5})$/;
const SYSTEM_TIME_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Evaluates the text of a timer. */
export function evaluateTimer(
  timer: "duration" | "date" | "cycle",
  e: Expression,
  scope: FeelScope,
  options: EvaluationOptions,
): Evaluation<TimerSchedule> {
  switch (timer) {
    case "duration":
      return evaluateAs(e, scope, options, "a duration such as PT15M", (value) => {
        const interval = intervalOf(value);
        return interval === null ? undefined : once(addInterval(options.nowMs, interval));
      });
    case "date":
      return evaluateAs(e, scope, options, "a date and time with a zone such as 2026-01-31T08:00:00+07:00", (value) => {
        const instant = instantOf(value);
        return instant === null ? undefined : once(instant);
      });
    case "cycle":
      return evaluateAs(e, scope, options, "a cycle such as R3/PT1H or 0 0 8 * * MON-FRI", (value) =>
        typeof value === "string" ? firstOfCycle(value, options.nowMs) : undefined,
      );
  }
}

/** The time after `dueAtMs` of a cycle: counted from the due time, not from now. null when the cycle has no later time. */
export function nextDueAtMs(cycle: string, dueAtMs: number): number | null {
  const parsed = parseCycle(cycle);
  if (parsed === null) return null;
  return parsed.kind === "cron" ? nextOfCron(parsed.text, dueAtMs) : addInterval(dueAtMs, parsed.interval);
}

function once(dueAtMs: number): TimerSchedule {
  return { dueAtMs, repetitions: 1, cycle: null };
}

function intervalOf(value: FeelValue): IsoInterval | null {
  if (value instanceof FeelDuration) return parseIsoInterval(temporalText(value));
  return typeof value === "string" ? parseIsoInterval(value) : null;
}

function firstOfCycle(text: string, nowMs: number): TimerSchedule | undefined {
  const parsed = parseCycle(text);
  if (parsed === null) return undefined;
  if (parsed.kind === "interval") {
    return {
      dueAtMs: parsed.startMs ?? addInterval(nowMs, parsed.interval),
      repetitions: parsed.repetitions,
      cycle: text,
    };
  }
  const dueAtMs = nextOfCron(parsed.text, nowMs);
  return dueAtMs === null ? undefined : { dueAtMs, repetitions: null, cycle: text };
}

function parseCycle(text: string): ParsedCycle | null {
  const trimmed = text.trim();
  const match = REPEATING.exec(trimmed);
  if (match !== null) return parseRepeating(match[1] ?? "", match[2], match[3] ?? "");
  return CRON.test(trimmed) && nextOfCron(trimmed, 0) !== null ? { kind: "cron", text: trimmed } : null;
}

function parseRepeating(count: string, start: string | undefined, span: string): ParsedCycle | null {
  const interval = parseIsoInterval(span);
  const startMs = start === undefined ? null : instantOf(start);
  if (interval === null || (start !== undefined && startMs === null) || count === "-" || count === "0") return null;
  const repetitions = count === "" || count.startsWith("-") ? null : Number(count);
  return { kind: "interval", repetitions, startMs, interval };
}

function nextOfCron(text: string, afterMs: number): number | null {
  try {
    return CronExpressionParser.parse(text, { currentDate: new Date(afterMs), tz: SYSTEM_TIME_ZONE })
      .next()
      .getTime();
  } catch {
    return null;
  }
}
