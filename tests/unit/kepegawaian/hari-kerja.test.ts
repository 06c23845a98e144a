import { describe, expect, it } from "@jest/globals";
import { adalahHariKerja, setelahHariKerja, tanggalWib } from "../../../plugins/kepegawaian/plugin.js";

const libur = new Set(["2026-12-24", "2026-12-25"]);

describe("working days", () => {
  it("should skip weekends and holidays", () => {
    const from = Date.parse("2026-12-22T03:00:00Z"); // Tuesday
    expect(new Date(setelahHariKerja(from, 1, libur)).toISOString()).toBe("2026-12-23T09:00:00.000Z");
    expect(new Date(setelahHariKerja(from, 2, libur)).toISOString()).toBe("2026-12-28T09:00:00.000Z");
  });

  it("should take the day of Western Indonesian Time", () => {
    const lateSunday = Date.parse("2026-11-22T18:00:00Z"); // Monday 01.00 WIB
    expect(tanggalWib(lateSunday)).toBe("2026-11-23");
    expect(new Date(setelahHariKerja(lateSunday, 1, libur)).toISOString()).toBe("2026-11-24T09:00:00.000Z");
  });

  it("should know Saturdays and holidays as free", () => {
    expect(adalahHariKerja("2026-11-21", libur)).toBe(false);
    expect(adalahHariKerja("2026-12-25", libur)).toBe(false);
    expect(adalahHariKerja("2026-11-23", libur)).toBe(true);
  });
});
