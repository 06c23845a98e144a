import { describe, expect, it } from "@jest/globals";
import {
  assert,
  boolean,
  constantFrom,
  infiniteStream,
  integer,
  nat,
  property,
  record,
  tuple,
  uniqueArray,
} from "fast-check";
import {
  ak,
  type BarisKonversi,
  bulanKe,
  capaian,
  type CariTarif,
  JENJANG,
  konversi,
  kenaikan,
  type PeriodePredikat,
  PREDIKAT,
  tulisAk,
} from "../../../plugins/angka-kredit/plugin.js";

const PERSEN = { SANGAT_BAIK: 150, BAIK: 100, BUTUH_PERBAIKAN: 75, KURANG: 50, SANGAT_KURANG: 25 } as const;
const KOEFISIEN = [3_750, 5_000, 12_500, 25_000, 12_500, 25_000, 37_500, 50_000] as const;
const tarif: CariTarif = (jenjang, predikat) => ({
  versi: `${jenjang}:${predikat}`,
  koefisien: ak(KOEFISIEN[JENJANG.indexOf(jenjang)] ?? 0),
  persentase: PERSEN[predikat],
});

/** Months of some years, each with at most one grade and level, as one-month periods. */
const months = uniqueArray(integer({ min: bulanKe(2023, 1), max: bulanKe(2027, 12) }), {
  minLength: 1,
  maxLength: 40,
}).chain((chosen) =>
  tuple(
    ...chosen.map((ke) =>
      record({ jenjang: constantFrom(...JENJANG), predikat: constantFrom(...PREDIKAT) }).map(
        (rest): PeriodePredikat => ({
          ...rest,
          tahun: Math.floor(ke / 12),
          bulanMulai: (ke % 12) + 1,
          bulanSelesai: (ke % 12) + 1,
        }),
      ),
    ),
  ),
);

const asPeriod = ({ jenjang, tahun, bulanMulai, bulanSelesai, predikat }: BarisKonversi): PeriodePredikat => ({
  jenjang,
  tahun,
  bulanMulai,
  bulanSelesai,
  predikat,
});

describe("properties of the conversion", () => {
  it("should not depend on the order of the rows", () => {
    assert(
      property(months, infiniteStream(nat()), (periode, random) => {
        const keys = new Map(periode.map((each) => [each, random.next().value]));
        const shuffled = periode.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
        expect(konversi(shuffled, tarif)).toEqual(konversi(periode, tarif));
      }),
    );
  });

  it("should give the same for the printed rows as for the months they were merged of", () => {
    assert(
      property(months, (periode) => {
        const printed = konversi(periode, tarif);
        expect(konversi(printed.baris.map(asPeriod), tarif)).toEqual(printed);
      }),
    );
  });

  it("should be additive: accounts are the sums of their rows and every month is in one row", () => {
    assert(
      property(months, (periode) => {
        const { baris, akun, jumlah } = konversi(periode, tarif);
        const sum = baris.reduce((total, { angkaKredit }) => total + angkaKredit, 0);
        expect(akun.reduce((total, { angkaKredit }) => total + angkaKredit, 0)).toBe(sum);
        expect(baris.reduce((total, { bulan }) => total + bulan, 0)).toBe(periode.length);
        expect(akun.filter(({ status }) => status === "BERJALAN").map(({ angkaKredit }) => angkaKredit)).toEqual([
          jumlah,
        ]);
      }),
    );
  });

  it("should never fall with another month nor with a better grade, and never pass the best year", () => {
    const one = record({ jenjang: constantFrom(...JENJANG), months: integer({ min: 1, max: 12 }) });
    assert(
      property(one, ({ jenjang, months: bulanSelesai }) => {
        const of = (predikat: (typeof PREDIKAT)[number], until: number): number =>
          konversi([{ jenjang, tahun: 2024, bulanMulai: 1, bulanSelesai: until, predikat }], tarif).jumlah;
        for (const [at, predikat] of PREDIKAT.entries()) {
          const value = of(predikat, bulanSelesai);
          if (bulanSelesai > 1) expect(value).toBeGreaterThan(of(predikat, bulanSelesai - 1));
          const worse = PREDIKAT[at + 1];
          if (worse !== undefined) expect(value).toBeGreaterThan(of(worse, bulanSelesai));
          expect(value).toBeLessThanOrEqual(1.5 * (KOEFISIEN[JENJANG.indexOf(jenjang)] ?? 0));
        }
      }),
    );
  });

  it("should print exact decimals, within half a thousandth of the fraction", () => {
    assert(
      property(months, (periode) => {
        for (const { angkaKredit, koefisien, persentase, bulan } of konversi(periode, tarif).baris) {
          expect(tulisAk(angkaKredit)).toMatch(/^\d+\.\d{3}$/);
          const twelveHundredths = BigInt(koefisien) * BigInt(persentase) * BigInt(bulan);
          const away = BigInt(angkaKredit) * 1200n - twelveHundredths;
          expect(away > -600n && away <= 600n).toBe(true);
        }
      }),
    );
  });
});

describe("properties of the requirement", () => {
  it("should be reached in the first month in which the printed rows reach it", () => {
    const input = record({
      jenjang: constantFrom(...JENJANG),
      predikat: constantFrom(...PREDIKAT),
      kebutuhan: integer({ min: 1, max: 60_000 }).map(ak),
      mulai: integer({ min: bulanKe(2023, 1), max: bulanKe(2026, 12) }),
    });
    assert(
      property(input, ({ jenjang, predikat, kebutuhan, mulai }) => {
        const done = capaian({ kebutuhan, akDasar: ak(0), jenjang, predikat, mulai }, tarif);
        const after = (count: number): number =>
          konversi(
            Array.from({ length: count }, (_, at) => ({
              jenjang,
              predikat,
              tahun: Math.floor((mulai + at) / 12),
              bulanMulai: ((mulai + at) % 12) + 1,
              bulanSelesai: ((mulai + at) % 12) + 1,
            })),
            tarif,
          ).jumlah;
        expect(done?.angkaKredit).toBe(after(done?.bulan ?? 0));
        expect(done?.angkaKredit).toBeGreaterThanOrEqual(kebutuhan);
        expect(after((done?.bulan ?? 1) - 1)).toBeLessThan(kebutuhan);
      }),
      { numRuns: 50 },
    );
  });
});

describe("properties of promotions", () => {
  const level = (
    jenjang: "AHLI_PERTAMA" | "AHLI_MUDA",
    low: "III/a" | "III/c",
    high: "III/b" | "III/d",
    kp: number,
  ) => ({
    jenjang,
    golonganTerendah: low,
    golonganTertinggi: high,
    akkKp: ak(kp),
    akkKj: ak(2 * kp),
  });
  const kategori = [level("AHLI_PERTAMA", "III/a", "III/b", 50_000), level("AHLI_MUDA", "III/c", "III/d", 100_000)];
  const syarat = {
    kp: { tahunPangkat: 2, tahunPredikat: 2, predikatMinimal: "BAIK" },
    kj: { tahunJabatan: 1, tahunPredikat: 1, predikatMinimal: "BAIK" },
    periodeKp: (tanggal: string) => tanggal,
  } as const;

  it("should never be lost by more credit, and never give two ranks at once", () => {
    const input = record({
      angkaKredit: integer({ min: 0, max: 250_000 }),
      more: integer({ min: 0, max: 50_000 }),
      golongan: constantFrom("III/a" as const, "III/b" as const),
      lowongan: boolean(),
    });
    assert(
      property(input, ({ angkaKredit, more, golongan, lowongan }) => {
        const of = (credit: number) =>
          kenaikan(
            {
              jenjang: "AHLI_PERTAMA",
              golongan,
              angkaKredit: ak(credit),
              tanggal: "2026-04-01",
              tmtPangkat: "2022-04-01",
              tmtJabatan: "2022-04-01",
              predikat: [
                { tahun: 2024, predikat: "BAIK" },
                { tahun: 2025, predikat: "BAIK" },
              ],
              lowongan,
              lulusUjiKompetensi: true,
              sudahKpTanpaKj: false,
            },
            kategori,
            syarat,
          );
        const [less, enough] = [of(angkaKredit), of(angkaKredit + more)];
        expect(enough.urutan.length).toBeGreaterThanOrEqual(less.urutan.length);
        expect(enough.setelah.golongan <= (golongan === "III/a" ? "III/b" : "III/c")).toBe(true);
        expect(enough.setelah.angkaKredit).toBe(enough.kj.dapat ? 0 : angkaKredit + more);
      }),
    );
  });
});
