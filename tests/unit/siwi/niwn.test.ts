import { describe, expect, it } from "@jest/globals";
import { bacaNiwn, susunNiwn, tulisNiwn } from "../../../plugins/siwi/domain/niwn.js";

const person = { tanggalLahir: "1960-04-15", jenisKelamin: "L" as const, terbit: "2021-06-20", nomor: 37 };

describe("NIWN", () => {
  it("should be made of birth date, month of issue, sex and running number (C-07)", () => {
    expect(tulisNiwn(susunNiwn(person))).toBe("19600415 202106 1 0037");
    expect(susunNiwn(person)).toHaveLength(19);
    expect(susunNiwn(person, "DDMMYY")).toBe("1960041520062110037");
    expect(susunNiwn(person, "DDMM")).toBe("19600415200610037");
  });

  it("should take the legacy form with a mark (C-07)", () => {
    expect(bacaNiwn("19600415 1506 1 0037")).toEqual({
      niwn: "19600415150610037",
      tanggalLahir: "1960-04-15",
      jenisKelamin: "L",
      nomor: 37,
      tanda: ["FORMAT_LEGACY_17"],
    });
    expect(bacaNiwn("19600415 202106 1 0037")?.tanda).toEqual([]);
    expect(tulisNiwn("19600415150610037")).toBe("19600415 1506 1 0037");
  });

  it.each([
    "",
    "123",
    "19601315 202106 1 0037",
    "19600415 202106 3 0037",
    "19600415 202106 1 0000",
    "19600415 20210 1 0037",
    "abc",
  ])("should not take '%s'", (text) => expect(bacaNiwn(text)).toBeUndefined());

  it.each([0, 10_000, 1.5])("should refuse the running number %d", (nomor) => {
    expect(() => susunNiwn({ ...person, nomor })).toThrow(/Expected a running number/);
  });
});
