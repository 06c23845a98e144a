import { describe, expect, it } from "@jest/globals";
import { dayText, duration, longDayText, timeAgo } from "../../../src/web/shared/format/dates.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe("times as people say them", () => {
  it.each([
    [20_000, "<1 menit"],
    [12 * MINUTE, "12 menit"],
    [3 * HOUR + 5 * MINUTE, "3 jam 5 menit"],
    [2 * DAY + 4 * HOUR + 30 * MINUTE, "2 hari 4 jam"],
    [2 * DAY + 30 * MINUTE, "2 hari"],
  ])("should call %s ms %s", (ms, text) => {
    expect(duration(ms, "id")).toBe(text);
  });

  it("should tell how long ago something was", () => {
    expect(timeAgo(0, 2 * DAY, "en")).toBe("2 days ago");
    expect(timeAgo(0, 3 * HOUR, "id")).toBe("3 jam yang lalu");
  });

  it("should show the days of a sheet and leave other texts", () => {
    expect(dayText("2021-03-31", "id")).toBe("31 Mar 2021");
    expect(dayText("besok", "id")).toBe("besok");
    expect(longDayText("2021-03-02", "id")).toBe("2 Maret 2021");
    expect(longDayText("besok", "id")).toBe("besok");
  });
});
