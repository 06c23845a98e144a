import { describe, expect, it } from "@jest/globals";
import { galat, hasil, hitung } from "../../support/hitung.js";

const aPeriod = (
  tahun: number,
  bulanMulai: number,
  bulanSelesai: number,
  predikat: string,
  jenjang = "AHLI_PERTAMA",
) => ({
  jenjang,
  tahun,
  bulanMulai,
  bulanSelesai,
  predikat,
});
const konversi = (...periode: object[]) => ({ perhitungan: "konversi", periode });

describe("conversion", () => {
  it("should print a full year and two months as the slides do (A-01)", async () => {
    const answer = await hasil(konversi(aPeriod(2023, 1, 12, "SANGAT_BAIK"), aPeriod(2024, 1, 2, "BAIK")));
    expect(answer).toEqual({
      baris: [
        {
          jenjang: "AHLI_PERTAMA",
          tahun: 2023,
          bulanMulai: 1,
          bulanSelesai: 12,
          bulan: 12,
          predikat: "SANGAT_BAIK",
          persentase: 150,
          koefisien: "12.500",
          angkaKredit: "18.750",
        },
        {
          jenjang: "AHLI_PERTAMA",
          tahun: 2024,
          bulanMulai: 1,
          bulanSelesai: 2,
          bulan: 2,
          predikat: "BAIK",
          persentase: 100,
          koefisien: "12.500",
          angkaKredit: "2.083",
        },
      ],
      akun: [{ jenjang: "AHLI_PERTAMA", angkaKredit: "20.833", status: "BERJALAN" }],
      jumlah: "20.833",
    });
  });

  it.each([
    ["A-02", [aPeriod(2024, 1, 12, "BUTUH_PERBAIKAN", "AHLI_MADYA")], "28.125"],
    ["A-03", [aPeriod(2023, 3, 12, "BAIK"), aPeriod(2024, 1, 2, "BAIK")], "12.500"],
    ["A-04", [aPeriod(2024, 1, 5, "BAIK", "AHLI_MUDA"), aPeriod(2024, 6, 12, "SANGAT_BAIK", "AHLI_MUDA")], "32.292"],
    ["A-07", [aPeriod(2024, 1, 6, "SANGAT_KURANG", "PENYELIA")], "3.125"],
    [
      "A-09",
      [
        aPeriod(2023, 1, 12, "BAIK"),
        aPeriod(2024, 1, 12, "BAIK"),
        aPeriod(2025, 1, 12, "SANGAT_BAIK"),
        aPeriod(2026, 1, 6, "SANGAT_BAIK"),
      ],
      "53.125",
    ],
  ])("should give the worked case %s", async (_case, periode, jumlah) => {
    expect((await hasil(konversi(...periode))).jumlah).toBe(jumlah);
  });

  it("should merge three four-month rows of one year into one twelve-month row", async () => {
    const { baris, jumlah } = await hasil(
      konversi(aPeriod(2024, 5, 8, "BAIK"), aPeriod(2024, 9, 12, "BAIK"), aPeriod(2024, 1, 4, "BAIK")),
    );
    expect(baris).toHaveLength(1);
    expect(baris[0]).toMatchObject({ bulanMulai: 1, bulanSelesai: 12, bulan: 12, angkaKredit: "12.500" });
    expect(jumlah).toBe("12.500");
  });

  it("should keep apart what is not consecutive, of another grade, or of another year", async () => {
    const { baris } = await hasil(
      konversi(
        aPeriod(2024, 1, 1, "BAIK"),
        aPeriod(2024, 3, 3, "BAIK"),
        aPeriod(2024, 4, 4, "SANGAT_BAIK"),
        aPeriod(2024, 12, 12, "BAIK"),
        aPeriod(2025, 1, 1, "BAIK"),
      ),
    );
    expect(baris).toHaveLength(5);
  });

  it("should close the account of a level at the next one and carry nothing over", async () => {
    const { akun, jumlah } = await hasil(
      konversi(aPeriod(2024, 7, 12, "BAIK", "AHLI_MUDA"), aPeriod(2023, 1, 12, "BAIK"), aPeriod(2024, 1, 6, "BAIK")),
    );
    expect(akun).toEqual([
      { jenjang: "AHLI_PERTAMA", angkaKredit: "18.750", status: "DITUTUP" },
      { jenjang: "AHLI_MUDA", angkaKredit: "12.500", status: "BERJALAN" },
    ]);
    expect(jumlah).toBe("12.500");
  });

  it("should name the regulations of the rows used and say how it came about", async () => {
    const { dasarHukum, penjelasan } = await hitung(konversi(aPeriod(2024, 1, 2, "BAIK")));
    expect(dasarHukum).toEqual([
      { peraturan: "PermenPANRB 1/2023", pasal: "Lampiran", berlakuMulai: "2023-01-01" },
      { peraturan: "Peraturan BKN 3/2023", pasal: "Pasal 13", berlakuMulai: "2023-01-01" },
    ]);
    expect(penjelasan[0]).toBe("Januari–Februari 2024, Ahli Pertama, Baik: 2/12 × 100% × 12,500 = 2,083.");
  });

  it.each([
    ["two grades in one month", [aPeriod(2024, 1, 6, "BAIK"), aPeriod(2024, 6, 12, "KURANG")], "periode[1].bulanMulai"],
    ["a month twice", [aPeriod(2024, 1, 6, "BAIK"), aPeriod(2024, 1, 6, "BAIK")], "periode[1].bulanMulai"],
    [
      "two levels in one month",
      [aPeriod(2024, 3, 4, "BAIK"), aPeriod(2024, 1, 3, "BAIK", "AHLI_MUDA")],
      "periode[1].bulanMulai",
    ],
    ["month 13", [aPeriod(2024, 1, 2, "BAIK"), aPeriod(2024, 13, 13, "BAIK")], "periode[1].bulanMulai"],
    ["month 0", [aPeriod(2024, 0, 2, "BAIK")], "periode[0].bulanMulai"],
    ["an end before the beginning", [aPeriod(2024, 5, 4, "BAIK")], "periode[0].bulanSelesai"],
    ["an unknown grade", [aPeriod(2024, 1, 2, "CUKUP")], "periode[0].predikat"],
    ["an unknown level", [aPeriod(2024, 1, 2, "BAIK", "MADYA")], "periode[0].jenjang"],
    ["half a month", [aPeriod(2024, 1.5, 2, "BAIK")], "periode[0].bulanMulai"],
    ["a year before the regime", [aPeriod(2022, 1, 12, "BAIK")], "periode[0].tahun"],
    ["an unknown property", [{ ...aPeriod(2024, 1, 2, "BAIK"), nilai: 1 }], "periode[0].nilai"],
    ["no period", [], "periode"],
  ])("should refuse %s and name the field", async (_what, periode, bidang) => {
    expect(await galat(konversi(...periode))).toMatchObject({ kode: "MASUKAN_TIDAK_SAH", bidang });
  });
});
