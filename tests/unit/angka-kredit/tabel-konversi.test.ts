import { describe, expect, it } from "@jest/globals";
import { hasil } from "../../support/hitung.js";
import { EMPAT_DESIMAL, PREDIKAT_TABEL, TABEL_BULAN, TABEL_SETAHUN } from "./fixtures/tabel-konversi.js";

const tigaDesimal = (shown: string): string => {
  const [whole = "0", part = ""] = (EMPAT_DESIMAL[shown] ?? shown).split(",");
  return `${whole}.${part.padEnd(3, "0")}`;
};

const satu = async (jenjang: string, predikat: string, bulanSelesai: number): Promise<string> => {
  const periode = [{ jenjang, tahun: 2024, bulanMulai: 1, bulanSelesai, predikat }];
  return (await hasil({ perhitungan: "konversi", periode })).jumlah;
};

describe("table of a full year (2.3.1)", () => {
  const cells = Object.entries(TABEL_SETAHUN).flatMap(([jenjang, row]) =>
    row.map((shown, at) => [jenjang, PREDIKAT_TABEL[at] ?? "", shown] as const),
  );
  it.each(cells)("should give %s with %s %s", async (jenjang, predikat, shown) => {
    expect(await satu(jenjang, predikat, 12)).toBe(tigaDesimal(shown));
  });
});

describe("table of months with Baik (2.3.2)", () => {
  const cells = Object.entries(TABEL_BULAN).flatMap(([jenjang, row]) =>
    row.split(" | ").map((shown, at) => [jenjang, at + 1, shown] as const),
  );
  it("should be complete", () => expect(cells).toHaveLength(96));
  it.each(cells)("should give %s after %d months %s", async (jenjang, months, shown) => {
    expect(await satu(jenjang, "BAIK", months)).toBe(tigaDesimal(shown));
  });
});
