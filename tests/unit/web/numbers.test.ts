import { describe, expect, it } from "@jest/globals";
import { decimalText, fileSize, parseDecimal, spacedNip } from "../../../src/web/shared/format/numbers.js";

describe("numbers as people write them", () => {
  it.each([
    ["1234.5", "id", undefined, "1.234,5"],
    ["1234567.25", "en", undefined, "1,234,567.25"],
    ["0.6", "id", 3, "0,600"],
    ["-0.600", "id", 3, "-0,600"],
    ["12", "id", undefined, "12"],
    ["bukan angka", "id", 3, "bukan angka"],
  ] as const)("should show %s in '%s' with %s digits as %s", (value, language, scale, shown) => {
    expect(decimalText(value, language, scale)).toBe(shown);
  });

  it.each([
    ["1,250", "1.250"],
    ["1.250", "1.250"],
    ["1.234,5", "1234.5"],
    ["1,234.5", "1234.5"],
    [" 12 ", "12"],
    ["-0,6", "-0.6"],
    ["", null],
    ["12,", null],
    ["1e3", null],
    ["dua", null],
  ])("should read '%s' as %s", (typed, value) => {
    expect(parseDecimal(typed)).toBe(value);
  });

  it("should read back every decimal that it shows", () => {
    for (const value of ["0.001", "9.999", "1234.560", "1000000"]) {
      for (const language of ["id", "en"] as const) {
        const back = parseDecimal(decimalText(value, language));
        // A whole number with group signs only cannot be told from a decimal; typed inputs never get such signs.
        if (value.includes(".")) expect(back).toBe(value);
      }
    }
  });

  it("should space an employee number in its groups and leave other texts", () => {
    expect(spacedNip("198201012010012902")).toBe("19820101 201001 2 902");
    expect(spacedNip("Widyaiswara")).toBe("Widyaiswara");
  });

  it("should tell sizes in the unit that fits", () => {
    expect(fileSize(0, "id")).toBe("0 B");
    expect(fileSize(184_320, "id")).toBe("184,3 kB");
    expect(fileSize(104_857_600, "en")).toBe("104.9 MB");
  });
});
