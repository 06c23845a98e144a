import { describe, expect, it } from "@jest/globals";
import { periksaPola, susunNomor } from "../../../plugins/kepegawaian/domain/nomor.js";

describe("official numbers", () => {
  it.each([
    ["HPAK/{nomor:4}/TPP-WI/{bulan}/{tahun}", "HPAK/0007/TPP-WI/03/2026"],
    ["{tahun}-{nomor}", "2026-7"],
    ["{nomor:2}/{nomor:2}/{tahun}", "07/07/2026"],
  ])("should be made by the pattern %s: %s", (pola, nomor) => {
    expect(susunNomor(pola, 7, "2026-03-05")).toBe(nomor);
    expect(periksaPola(pola)).toEqual([]);
  });

  it("should not cut a number that is longer than its places", () => {
    expect(susunNomor("{nomor:2}/{tahun}", 1234, "2026-03-05")).toBe("1234/2026");
  });

  it.each(["HPAK/{tahun}", "HPAK/{nomor}", "{nomor}/{hari}/{tahun}", "{nomor/{tahun}", ""])(
    "should refuse the pattern '%s'",
    (pola) => {
      expect(periksaPola(pola).map(({ kolom }) => kolom)).toEqual(["pola"]);
    },
  );
});
