import { type Ak, ak, jumlahAk, NOL } from "./ak.js";
import type { AturanKategori } from "./aturan-jenjang.js";
import type { Golongan } from "./golongan.js";
import type { Jenjang } from "./jenjang.js";
import { akkSatuKp, kebutuhanKj, kebutuhanKjProporsional, kebutuhanKp } from "./kebutuhan.js";
import { type BarisKonversi, type CariTarif, konversi, type PeriodePredikat } from "./konversi.js";
import { type Ambang, ambang, type IsiPak } from "./pak.js";
import type { SaldoAwal } from "./saldo-awal.js";

/** Account of one level: what it holds and what that is enough for. */
export interface RekeningKonversi {
  /** Conversions as printed, by time. */
  readonly baris: readonly BarisKonversi[];
  readonly isi: IsiPak;
  readonly jumlah: Ak;
  readonly pangkat: Ambang;
  readonly jenjang: Ambang;
}

/**
 * Conversions of one level, its opening balance and the degree, against the requirements for rank and level. Credit of
 * other levels stays behind: nothing is carried over a level promotion. Source: domain note 2.3.2 to 2.3.6, 3.10.
 */
export const rekeningKonversi = (
  { jenjang, golongan }: { readonly jenjang: Jenjang; readonly golongan: Golongan },
  {
    periode,
    saldo,
    akPendidikan,
  }: {
    readonly periode: readonly PeriodePredikat[];
    readonly saldo: SaldoAwal;
    readonly akPendidikan: Ak;
  },
  tarif: CariTarif,
  kategori: AturanKategori,
): RekeningKonversi => {
  const { baris } = konversi(
    periode.filter((each) => each.jenjang === jenjang),
    tarif,
  );
  const { akDasar, akLama, akPenyesuaian, akIntegrasi } = saldo;
  const akKonversi = jumlahAk(baris.map(({ angkaKredit }) => angkaKredit));
  const isi: IsiPak = { akDasar, akLama, akPenyesuaian, akIntegrasi, akKonversi, akPendidikan };
  const jumlah = jumlahAk(Object.values(isi) as Ak[]);
  return {
    baris,
    isi,
    jumlah,
    pangkat: ambang(jumlah, minimalPangkat(jenjang, golongan, saldo, kategori)),
    jenjang: ambang(jumlah, minimalJenjang(jenjang, saldo, kategori)),
  };
};

const minimalPangkat = (
  jenjang: Jenjang,
  golongan: Golongan,
  { presentasi, golonganMasuk }: SaldoAwal,
  kategori: AturanKategori,
): Ak | null => {
  const need = kebutuhanKp(jenjang, golongan, kategori);
  if (need === null || presentasi === "AK_DASAR") return need;
  // What the golongan below the one of entry would have asked for is what an AK dasar stands for.
  const entry = kebutuhanKp(jenjang, golonganMasuk, kategori) ?? NOL;
  const passed = entry - (akkSatuKp(golonganMasuk, kategori) ?? NOL);
  return ak(Math.max(0, need - passed));
};

const minimalJenjang = (
  jenjang: Jenjang,
  { presentasi, golonganMasuk }: SaldoAwal,
  kategori: AturanKategori,
): Ak | null =>
  presentasi === "AK_DASAR"
    ? kebutuhanKj(jenjang, kategori)
    : kebutuhanKjProporsional(jenjang, golonganMasuk, kategori);
