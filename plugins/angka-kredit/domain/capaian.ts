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

/**
 * When a requirement is reached with the same grade throughout, month by month. Each calendar year is one row that is
 * rounded once, as `konversi` prints it; a periodic conversion may end in any month. Source: domain note 2.3.2, 2.3.8.
 *
 * @param input `mulai` is a running month number (`bulanKe`). @returns undefined when it is not reached in a hundred years.
 */
export const capaian = (
  input: {
    readonly kebutuhan: Ak;
    readonly akDasar: Ak;
    readonly jenjang: Jenjang;
    readonly predikat: Predikat;
    readonly mulai: number;
  },
  tarif: CariTarif,
): Capaian | undefined => {
  const { kebutuhan, akDasar, jenjang, predikat, mulai } = input;
  if (akDasar >= kebutuhan) return { kebutuhan, bulan: 0, selesai: mulai, angkaKredit: akDasar };
  let closed: number = akDasar;
  let open: { readonly tarif: TarifKonversi; readonly tahun: number; readonly bulan: number } | undefined;
  for (let bulan = 1; bulan <= BATAS_BULAN; bulan++) {
    const ke = mulai + bulan - 1;
    const rate = tarif(jenjang, predikat, ke);
    const goesOn = open?.tahun === tahunDari(ke) && open.tarif.versi === rate.versi;
    if (open !== undefined && !goesOn) closed += akKonversi(open.tarif, open.bulan);
    open = { tarif: rate, tahun: tahunDari(ke), bulan: goesOn && open !== undefined ? open.bulan + 1 : 1 };
    const angkaKredit = ak(closed + akKonversi(rate, open.bulan));
    if (angkaKredit >= kebutuhan) return { kebutuhan, bulan, selesai: ke, angkaKredit };
  }
  return undefined;
};
