import { describe, expect, it } from "@jest/globals";
import { ACUAN_AWAL } from "../../../plugins/angka-kredit/data/acuan-awal.js";
import { rekeningKonversi } from "../../../plugins/angka-kredit/domain/rekening-konversi.js";
import type { SaldoAwal } from "../../../plugins/angka-kredit/domain/saldo-awal.js";
import {
  aturanKategori,
  bacaAk,
  DaftarAcuan,
  type Golongan,
  type Jenjang,
  NOL,
  type PeriodePredikat,
  type Predikat,
  Rujukan,
  tarifKonversi,
  tulisAk,
} from "../../../plugins/angka-kredit/plugin.js";

const rujukan = new Rujukan(new DaftarAcuan(ACUAN_AWAL));

const saldo = (golonganMasuk: Golongan, more: Partial<SaldoAwal> = {}): SaldoAwal => ({
  presentasi: "AK_DASAR",
  golonganMasuk,
  akDasar: NOL,
  akLama: NOL,
  akPenyesuaian: NOL,
  akIntegrasi: NOL,
  ...more,
});

const year = (jenjang: Jenjang, tahun: number, predikat: Predikat, months = [1, 12]): PeriodePredikat => ({
  jenjang,
  tahun,
  bulanMulai: months[0] ?? 1,
  bulanSelesai: months[1] ?? 12,
  predikat,
});

const rekening = (
  jenjang: Jenjang,
  golongan: Golongan,
  opening: SaldoAwal,
  periode: readonly PeriodePredikat[],
  akPendidikan = NOL,
) => {
  const found = rekeningKonversi(
    { jenjang, golongan },
    { periode, saldo: opening, akPendidikan },
    tarifKonversi(rujukan),
    aturanKategori(rujukan, jenjang, "2026-01-01"),
  );
  const write = (value: typeof found.pangkat) => ({
    lebih: value.kelebihan === null ? null : tulisAk(value.kelebihan),
    kurang: value.kekurangan === null ? null : tulisAk(value.kekurangan),
  });
  return { jumlah: tulisAk(found.jumlah), pangkat: write(found.pangkat), jenjang: write(found.jenjang) };
};

describe("the account of a level", () => {
  it("should reach the rank and fall short of the level (A-09)", () => {
    const periods = [
      year("AHLI_PERTAMA", 2023, "BAIK"),
      year("AHLI_PERTAMA", 2024, "BAIK"),
      year("AHLI_PERTAMA", 2025, "SANGAT_BAIK"),
      year("AHLI_PERTAMA", 2026, "SANGAT_BAIK", [1, 6]),
    ];
    expect(rekening("AHLI_PERTAMA", "III/a", saldo("III/a"), periods)).toEqual({
      jumlah: "53.125",
      pangkat: { lebih: "3.125", kurang: null },
      jenjang: { lebih: null, kurang: "46.875" },
    });
  });

  it("should meet the rank exactly with the degree (A-13)", () => {
    const periods = [2023, 2024, 2025].map((tahun) => year("AHLI_MUDA", tahun, "BAIK"));
    expect(rekening("AHLI_MUDA", "III/c", saldo("III/c"), periods, bacaAk("25.000"))).toMatchObject({
      jumlah: "100.000",
      pangkat: { lebih: "0.000" },
    });
  });

  it.each([
    ["AHLI_PERTAMA", "III/b", "III/b", "50"],
    ["AHLI_MUDA", "III/d", "III/d", "100"],
    ["AHLI_MADYA", "IV/b", "IV/b", "150"],
    ["AHLI_MADYA", "IV/b", "IV/c", "150"],
    ["AHLI_MADYA", "IV/c", "IV/c", "300"],
  ] as const)(
    "should leave the same shortage with AK dasar and with a proportional target: %s entered at %s, now %s",
    (jenjang, masuk, golongan, dasar) => {
      const periods = [year(jenjang, 2024, "BAIK"), year(jenjang, 2025, "SANGAT_BAIK")];
      const full = rekening(jenjang, golongan, saldo(masuk, { akDasar: bacaAk(dasar) }), periods);
      const proportional = rekening(jenjang, golongan, saldo(masuk, { presentasi: "PROPORSIONAL" }), periods);
      expect([proportional.pangkat, proportional.jenjang]).toEqual([full.pangkat, full.jenjang]);
    },
  );

  it("should leave behind what was earned in another level", () => {
    const periods = [year("AHLI_PERTAMA", 2024, "SANGAT_BAIK"), year("AHLI_MUDA", 2025, "BAIK", [6, 12])];
    expect(rekening("AHLI_MUDA", "III/c", saldo("III/c"), periods).jumlah).toBe("14.583");
  });
});
