import { describe, expect, it } from "@jest/globals";
import { evaluateTimer, nextDueAtMs, parseExpression } from "../../../../src/engine/feel/index.js";
import type { Evaluation, TimerSchedule } from "../../../../src/engine/feel/index.js";

const NOW_MS = Date.UTC(2026, 0, 31, 10);
const HOUR_MS = 3_600_000;

function schedule(timer: "duration" | "date" | "cycle", text: string): Evaluation<TimerSchedule> {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return evaluateTimer(timer, parsed.value, { get: () => undefined }, { nowMs: NOW_MS });
}

function valueOf(timer: "duration" | "date" | "cycle", text: string): TimerSchedule | string {
  const result = schedule(timer, text);
  return result.ok ? result.value : result.message;
}

describe("timer schedule", () => {
  it.each([
    ["PT1H", NOW_MS + HOUR_MS],
    ['= duration("PT90M")', NOW_MS + 1.5 * HOUR_MS],
    ["P1M", Date.UTC(2026, 1, 28, 10)],
    ["P1W", NOW_MS + 7 * 24 * HOUR_MS],
    ["PT0.25S", NOW_MS + 250],
    ["-PT1H", NOW_MS - HOUR_MS],
  ])("should fire once after %s", (text, dueAtMs) => {
    expect(valueOf("duration", text)).toEqual({ dueAtMs, repetitions: 1, cycle: null });
  });

  it("should fire once at a date", () => {
    const dueAtMs = Date.UTC(2026, 1, 1, 1);
    expect(valueOf("date", "2026-02-01T08:00:00+07:00")).toEqual({ dueAtMs, repetitions: 1, cycle: null });
    expect(valueOf("date", '= date and time("2026-02-01T08:00@Asia/Jakarta")')).toMatchObject({ dueAtMs });
  });

  it("should repeat an interval, counted from the due time", () => {
    expect(valueOf("cycle", "R3/PT1H")).toEqual({ dueAtMs: NOW_MS + HOUR_MS, repetitions: 3, cycle: "R3/PT1H" });
    expect(valueOf("cycle", '= cycle(duration("PT1H"))')).toMatchObject({ repetitions: null });
    expect(valueOf("cycle", "R2/2026-02-01T00:00:00Z/P1D")).toMatchObject({ dueAtMs: Date.UTC(2026, 1, 1) });
    expect(nextDueAtMs("R3/PT1H", NOW_MS)).toBe(NOW_MS + HOUR_MS);
  });

  it("should repeat by a calendar", () => {
    const first = valueOf("cycle", "0 0/15 * * * *");
    expect(first).toEqual({ dueAtMs: NOW_MS + HOUR_MS / 4, repetitions: null, cycle: "0 0/15 * * * *" });
    expect(nextDueAtMs("@hourly", NOW_MS)).toBe(NOW_MS + HOUR_MS);
  });

  it.each([
    ["duration", "five minutes"],
    ["duration", "= missing"],
    ["date", "tomorrow"],
    ["date", "2026-02-01T08:00:00"],
    ["cycle", "R0/PT1H"],
    ["cycle", "R3/2026/PT1H"],
    ["cycle", "99 * * * * *"],
  ] as const)("should refuse the %s '%s'", (timer, text) => {
    expect(valueOf(timer, text)).toMatch(/^Expected result of the expression/);
  });
});
