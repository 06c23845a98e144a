import { describe, expect, it } from "@jest/globals";
import {
  decimalText,
  fileSize,
  parseDecimal,
  plainDecimal,
  spacedNip,
} from "../../../src/web/shared/format/numbers.js";

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
    ["1,250", "id", "1.250"],
    ["1.250", "en", "1.250"],
    ["60.5", "id", "60.5"],
    ["60,5", "en", "60.5"],
    ["0.600", "id", "0.600"],
    ["1.234,5", "id", "1234.5"],
    ["1,234.5", "id", "1234.5"],
    ["1.234,5", "en", "1234.5"],
    ["1.234.567", "id", "1234567"],
    ["1 234 567", "id", "1234567"],
    [" 12 ", "id", "12"],
    ["-0,6", "id", "-0.6"],
  ] as const)("should read '%s' in '%s' as %s", (typed, language, value) => {
    expect(parseDecimal(typed, language)).toBe(value);
  });

  it.each([
    ["287.500", "id"],
    ["287,500", "en"],
    ["-1.250", "id"],
  ] as const)("should take neither of the two numbers that '%s' may be in '%s'", (typed, language) => {
    expect(parseDecimal(typed, language)).toBeNull();
  });

  it.each(["", "12,", ",5", "1e3", "dua", "1,5,5", "1.5.5", "1.23,45.6", "12.34,5", "--1", "0x10"])(
    "should take '%s' for no number",
    (typed) => {
      for (const language of ["id", "en"] as const) expect(parseDecimal(typed, language)).toBeNull();
    },
  );

  it("should read back every number as it stands in an input", () => {
    for (const value of ["0.001", "9.999", "1234.560", "1200", "1000000"]) {
      for (const language of ["id", "en"] as const) {
        expect(parseDecimal(plainDecimal(value, language), language)).toBe(value);
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
