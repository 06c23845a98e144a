import { type Ak, ak } from "./ak.js";
import { tahunDari } from "./bulan.js";
import type { Jenjang } from "./jenjang.js";
import { akKonversi, type CariTarif, type TarifKonversi } from "./konversi.js";
import type { Predikat } from "./predikat.js";

export interface Capaian {
  readonly kebutuhan: Ak;
  /** Months of work until it is reached; 0 when it is already. */
  readonly bulan: number;
  /** Running number (`bulanKe`) of the month at whose end it is reached. */
  readonly selesai: number;
  /** AK dasar and conversions at that time. */
  readonly angkaKredit: Ak;
}

/** A hundred years: nobody serves longer, so the requirement is out of reach. */
const BATAS_BULAN = 1200;

/** What is asked; `mulai` is a running month number (`bulanKe`). */
export interface PertanyaanCapaian {
  readonly kebutuhan: Ak;
  readonly akDasar: Ak;
  readonly jenjang: Jenjang;
  readonly predikat: Predikat;
  readonly mulai: number;
}

/** Credit at the end of a month; `ke` is a running month number. */
export interface SaldoBulan {
  readonly ke: number;
  readonly angkaKredit: Ak;
}

/**
 * Credit at the end of each month with the same grade throughout. Each calendar year is one row that is rounded once, as
 * `konversi` prints it; a periodic conversion may end in any month. Source: domain note 2.3.2, 2.3.8.
 */
function* saldoBulanan(
  { akDasar, jenjang, predikat, mulai }: PertanyaanCapaian,
  tarif: CariTarif,
): Generator<SaldoBulan, void> {
  let closed: number = akDasar;
  let open: { readonly tarif: TarifKonversi; readonly tahun: number; readonly bulan: number } | undefined;
  for (let ke = mulai; ke < mulai + BATAS_BULAN; ke++) {
    const rate = tarif(jenjang, predikat, ke);
    const goesOn = open?.tahun === tahunDari(ke) && open.tarif.versi === rate.versi;
    if (open !== undefined && !goesOn) closed += akKonversi(open.tarif, open.bulan);
    open = { tarif: rate, tahun: tahunDari(ke), bulan: goesOn && open !== undefined ? open.bulan + 1 : 1 };
    yield { ke, angkaKredit: ak(closed + akKonversi(rate, open.bulan)) };
  }
}

/**
 * The months until a requirement is reached, the last one included; none when it is reached already.
 * @returns undefined when it is not reached in a hundred years.
 */
export const jejakCapaian = (input: PertanyaanCapaian, tarif: CariTarif): readonly SaldoBulan[] | undefined => {
  if (input.akDasar >= input.kebutuhan) return [];
  const months: SaldoBulan[] = [];
  for (const month of saldoBulanan(input, tarif)) {
    months.push(month);
    if (month.angkaKredit >= input.kebutuhan) return months;
  }
  return undefined;
};

/** When a requirement is reached. @returns undefined when it is not reached in a hundred years. */
export const capaian = (input: PertanyaanCapaian, tarif: CariTarif): Capaian | undefined => {
  const months = jejakCapaian(input, tarif);
  if (months === undefined) return undefined;
  const { kebutuhan, mulai, akDasar } = input;
  const last = months.at(-1) ?? { ke: mulai, angkaKredit: akDasar };
  return { kebutuhan, bulan: months.length, selesai: last.ke, angkaKredit: last.angkaKredit };
};
