import { describe, expect, it } from "@jest/globals";
import { addWorkingDays, workingCalendar, workingDaysBetween } from "../../../src/tasks/index.js";

const at = (text: string): number => Date.parse(text);
const calendar = workingCalendar(["2026-03-19", "2026-03-20"]); // Nyepi and the day before Idulfitri

describe("working days", () => {
  it.each([
    ["2026-03-02T08:00:00+07:00", 0, "2026-03-02T08:00:00+07:00"],
    ["2026-03-02T08:00:00+07:00", 1, "2026-03-03T08:00:00+07:00"],
    ["2026-03-06T16:30:00+07:00", 1, "2026-03-09T16:30:00+07:00"], // Friday → Monday
    ["2026-03-07T10:00:00+07:00", 1, "2026-03-09T10:00:00+07:00"], // Saturday → Monday
    ["2026-03-18T09:00:00+07:00", 1, "2026-03-23T09:00:00+07:00"], // over two holidays and a week-end
    ["2026-03-02T08:00:00+07:00", 5, "2026-03-09T08:00:00+07:00"],
  ])("should lead from %s by %d to %s", (from, days, expected) => {
    expect(addWorkingDays(calendar, at(from), days)).toBe(at(expected));
  });

  it.each([
    ["2026-03-02T08:00:00+07:00", "2026-03-02T17:00:00+07:00", 0],
    ["2026-03-02T17:00:00+07:00", "2026-03-02T08:00:00+07:00", 0],
    ["2026-03-02T08:00:00+07:00", "2026-03-03T07:00:00+07:00", 1],
    ["2026-03-06T08:00:00+07:00", "2026-03-08T08:00:00+07:00", 0], // due on a Sunday
    ["2026-03-06T08:00:00+07:00", "2026-03-09T08:00:00+07:00", 1],
    ["2026-03-09T08:00:00+07:00", "2026-03-06T08:00:00+07:00", -1],
    ["2026-03-18T08:00:00+07:00", "2026-03-23T08:00:00+07:00", 1],
    ["2026-03-23T08:00:00+07:00", "2026-03-02T08:00:00+07:00", -13],
    // 23:30 in UTC is the next morning in Jakarta
    ["2026-03-02T23:30:00Z", "2026-03-03T10:00:00Z", 0],
  ])("should count from %s to %s as %d", (from, to, expected) => {
    expect(workingDaysBetween(calendar, at(from), at(to))).toBe(expected);
  });

  it("should count back what it added, whatever the start", () => {
    const start = at("2026-01-01T03:00:00Z");
    for (let hour = 0; hour < 24 * 30; hour += 7) {
      const from = start + hour * 3_600_000;
      expect(workingDaysBetween(calendar, from, addWorkingDays(calendar, from, 7))).toBe(7);
    }
  });
});
