import { describe, expect, it } from "@jest/globals";
import {
  akumulasiKonvensional,
  bacaAk,
  komposisi,
  rezimUntuk,
  tabulasi,
  tulisAk,
} from "../../../plugins/angka-kredit/plugin.js";

describe("composition", () => {
  const rules = { persenPenunjangMaks: 20 };

  it("should withhold when utama is below 80 % of the requirement (B-07)", () => {
    const result = komposisi({ kebutuhan: bacaAk("50"), utama: bacaAk("38"), penunjang: bacaAk("14") }, rules);
    expect(result.terpenuhi).toBe(false);
    expect(tulisAk(result.kekuranganUtama)).toBe("2.000");
    expect(tulisAk(result.penunjangDihitung)).toBe("10.000");
    expect(tulisAk(result.penunjangTidakDihitung)).toBe("4.000");
    expect(tulisAk(result.jumlah)).toBe("48.000");
  });

  it("should hold at exactly 80 and 20 %", () => {
    const result = komposisi({ kebutuhan: bacaAk("50"), utama: bacaAk("40"), penunjang: bacaAk("10") }, rules);
    expect(result.terpenuhi).toBe(true);
  });

  it("should take 20 % of the total when asked", () => {
    const input = { kebutuhan: bacaAk("50"), utama: bacaAk("60"), penunjang: bacaAk("20"), dasar: "JUMLAH" } as const;
    expect(tulisAk(komposisi(input, rules).penunjangDihitung)).toBe("15.000");
  });
});

describe("accumulation", () => {
  it("should state the shortage and the surplus", () => {
    const short = akumulasiKonvensional({ lama: bacaAk("251.400"), baru: bacaAk("20.255"), kebutuhan: bacaAk("300") });
    expect([short.jumlah, short.kekurangan, short.kelebihan].map(tulisAk)).toEqual(["271.655", "28.345", "0.000"]);
    const over = akumulasiKonvensional({ lama: bacaAk("290"), baru: bacaAk("20.255"), kebutuhan: bacaAk("300") });
    expect([over.jumlah, over.kekurangan, over.kelebihan].map(tulisAk)).toEqual(["310.255", "0.000", "10.255"]);
  });
});

describe("tabulation", () => {
  it("should give the difference with its sign and ask for an explanation only when reduced", () => {
    const rows = tabulasi([
      { usul: bacaAk("0.6"), tpp: bacaAk("0") },
      { usul: bacaAk("1.8"), tpp: bacaAk("1.8") },
    ]);
    expect(rows.baris.map(({ selisih, perluPenjelasan }) => [tulisAk(selisih), perluPenjelasan])).toEqual([
      ["-0.600", true],
      ["0.000", false],
    ]);
    expect(tulisAk(rows.jumlah)).toBe("1.800");
  });
});

describe("regime", () => {
  it("should go by the period assessed", () => {
    expect(rezimUntuk("2022-12-31")).toBe("KONVENSIONAL");
    expect(rezimUntuk("2023-06-30")).toBe("KONVERSI");
  });
});
