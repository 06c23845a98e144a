import { type Ak, jumlahAk, NOL } from "./ak.js";
import { bulanDari, bulanKe, tahunDari } from "./bulan.js";
import type { Jenjang } from "./jenjang.js";
import { type Masalah, masalah } from "./masalah.js";
import type { Predikat } from "./predikat.js";
import { setengahKeAtas } from "./setengah-ke-atas.js";

/** Whole months of one calendar year with one grade. */
export interface PeriodePredikat {
  readonly jenjang: Jenjang;
  readonly tahun: number;
  /** 1 to 12, not after `bulanSelesai`. */
  readonly bulanMulai: number;
  readonly bulanSelesai: number;
  readonly predikat: Predikat;
}

/** Rates in force in one month. */
export interface TarifKonversi {
  /** Names the version of the rates: months of different versions are never one row. */
  readonly versi: string;
  /** Credit of a full year at 100 %. */
  readonly koefisien: Ak;
  /** Percent for the grade. */
  readonly persentase: number;
}

/** Rates by month (`bulanKe`), as the reference data in force then say. */
export type CariTarif = (jenjang: Jenjang, predikat: Predikat, bulan: number) => TarifKonversi;

/** One printed row. */
export interface BarisKonversi extends PeriodePredikat {
  readonly bulan: number;
  readonly persentase: number;
  readonly koefisien: Ak;
  readonly angkaKredit: Ak;
}

/** Credit of one level: a level promotion closes the account and the next one starts at nothing. */
export interface AkunJenjang {
  readonly jenjang: Jenjang;
  readonly angkaKredit: Ak;
  readonly status: "DITUTUP" | "BERJALAN";
}

export interface Konversi {
  readonly baris: readonly BarisKonversi[];
  readonly akun: readonly AkunJenjang[];
  /** The running account. */
  readonly jumlah: Ak;
}

/** koefisien × percent × months / 12, half up. Source: Peraturan BKN 3/2023 Pasal 13; domain note 2.3.2. */
export const akKonversi = ({ koefisien, persentase }: TarifKonversi, bulan: number): Ak =>
  setengahKeAtas(BigInt(koefisien) * BigInt(persentase) * BigInt(bulan), 1200n);

/**
 * Converts grades to credit. Consecutive months of one calendar year with the same level, grade and rates are one row and
 * are rounded once; totals are sums of rows; each level has an account of its own. The order of the periods does not
 * matter. Source: domain note 2.3.2, 2.3.6 (nothing is carried over a level promotion), 2.3.8.
 *
 * @throws {RangeError} for periods in which `periksaPeriode` finds a fault.
 */
export const konversi = (periode: readonly PeriodePredikat[], tarif: CariTarif): Konversi => {
  const [fault] = periksaPeriode(periode);
  if (fault !== undefined) throw new RangeError(`Expected periods that do not overlap, but ${fault.bidang} does`);
  const baris = gabung(periode, tarif);
  const akun = akunDari(baris);
  return { baris, akun, jumlah: akun.at(-1)?.angkaKredit ?? NOL };
};

/** Periods that end before they begin, or that share a month with an earlier one of the list. */
export const periksaPeriode = (periode: readonly PeriodePredikat[], bidang = "periode"): readonly Masalah[] => {
  const taken = new Map<number, number>();
  const faults: Masalah[] = [];
  for (const [index, { tahun, bulanMulai, bulanSelesai }] of periode.entries()) {
    const path = `${bidang}[${index}]`;
    if (bulanSelesai < bulanMulai) {
      faults.push(
        masalah(`${path}.bulanSelesai`, `bulan selesai ${bulanSelesai} mendahului bulan mulai ${bulanMulai}`),
      );
      continue;
    }
    const months = Array.from({ length: bulanSelesai - bulanMulai + 1 }, (_, at) => bulanKe(tahun, bulanMulai + at));
    const double = months.find((month) => taken.has(month));
    if (double !== undefined) {
      const other = `${bidang}[${taken.get(double)}]`;
      faults.push(
        masalah(
          `${path}.bulanMulai`,
          `bulan ${bulanDari(double)} tahun ${tahun} sudah dinilai di ${other}; satu bulan hanya punya satu predikat dan satu jenjang`,
        ),
      );
    }
    for (const month of months) if (!taken.has(month)) taken.set(month, index);
  }
  return faults;
};

interface Deret {
  readonly dari: number;
  readonly bulan: number;
  readonly jenjang: Jenjang;
  readonly predikat: Predikat;
  readonly tarif: TarifKonversi;
}

const gabung = (periode: readonly PeriodePredikat[], tarif: CariTarif): BarisKonversi[] => {
  const rows: Deret[] = [];
  const inOrder = periode.toSorted((a, b) => bulanKe(a.tahun, a.bulanMulai) - bulanKe(b.tahun, b.bulanMulai));
  for (const { jenjang, predikat, tahun, bulanMulai, bulanSelesai } of inOrder) {
    for (let bulan = bulanMulai; bulan <= bulanSelesai; bulan++) {
      const ke = bulanKe(tahun, bulan);
      const next: Deret = { dari: ke, bulan: 1, jenjang, predikat, tarif: tarif(jenjang, predikat, ke) };
      const last = rows.at(-1);
      if (last !== undefined && menyambung(last, next)) rows[rows.length - 1] = { ...last, bulan: last.bulan + 1 };
      else rows.push(next);
    }
  }
  return rows.map(barisDari);
};

const menyambung = (a: Deret, b: Deret): boolean =>
  a.dari + a.bulan === b.dari &&
  tahunDari(a.dari) === tahunDari(b.dari) &&
  a.jenjang === b.jenjang &&
  a.predikat === b.predikat &&
  a.tarif.versi === b.tarif.versi;

const barisDari = ({ dari, bulan, jenjang, predikat, tarif }: Deret): BarisKonversi => ({
  jenjang,
  tahun: tahunDari(dari),
  bulanMulai: bulanDari(dari),
  bulanSelesai: bulanDari(dari) + bulan - 1,
  bulan,
  predikat,
  persentase: tarif.persentase,
  koefisien: tarif.koefisien,
  angkaKredit: akKonversi(tarif, bulan),
});

/** In the order in which the levels were held last; only the level of the latest month is still running. */
const akunDari = (baris: readonly BarisKonversi[]): AkunJenjang[] => {
  const levels = [...new Set(baris.map(({ jenjang }) => jenjang).toReversed())].toReversed();
  return levels.map((jenjang, index) => ({
    jenjang,
    angkaKredit: jumlahAk(baris.filter((each) => each.jenjang === jenjang).map(({ angkaKredit }) => angkaKredit)),
    status: index === levels.length - 1 ? "BERJALAN" : "DITUTUP",
  }));
};
