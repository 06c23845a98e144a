import { describe, expect, it } from "@jest/globals";
import { impossibleDay, typedImpossibleDay } from "../../../src/web/features/forms/typed-day.js";

describe("days that no calendar has", () => {
  it.each([
    ["31-02-2026", "2026-02-31"],
    ["12-13-2026", "2026-13-12"],
    ["29-02-2025", "2025-02-29"],
    ["31-0_-____", "0000-00-31"],
    ["00-00-0000", "0000-00-00"],
  ])("should keep %s as %s", (typed, value) => {
    expect(impossibleDay(typed)).toBe(value);
  });

  it.each(["28-02-2026", "29-02-2024", "", "__-__-____", "besok"])("should leave %s alone", (typed) => {
    expect(impossibleDay(typed)).toBeNull();
  });

  it("should show what it keeps as it was typed", () => {
    expect(typedImpossibleDay("2026-02-31")).toBe("31-02-2026");
    for (const value of ["2026-02-28", "2026-02-28T00:00:00+07:00", "", undefined, 5])
      expect(typedImpossibleDay(value)).toBeNull();
  });
});
