import { type Ak, ak, terkecil } from "./ak.js";

export interface Komposisi {
  readonly penunjangDihitung: Ak;
  readonly penunjangTidakDihitung: Ak;
  readonly jumlah: Ak;
  readonly kekuranganUtama: Ak;
  readonly terpenuhi: boolean;
}

/**
 * Unsur utama at least 80 %, penunjang at most 20 %. What the percent is of is not settled in the sources, so the caller
 * says: of the requirement (default) or of the total. Withheld PAK: `terpenuhi` false. Source: domain note 2.4, open question 5.
 */
export const komposisi = (
  input: {
    readonly kebutuhan: Ak;
    readonly utama: Ak;
    readonly penunjang: Ak;
    readonly dasar?: "KEBUTUHAN" | "JUMLAH";
  },
  aturan: { readonly persenPenunjangMaks: number },
): Komposisi => {
  const { kebutuhan, utama, penunjang, dasar = "KEBUTUHAN" } = input;
  const percent = aturan.persenPenunjangMaks;
  // Of the total: penunjang <= p % of (utama + penunjang) means penunjang <= utama × p / (100 − p).
  const limit =
    dasar === "KEBUTUHAN" ? Math.floor((kebutuhan * percent) / 100) : Math.floor((utama * percent) / (100 - percent));
  const penunjangDihitung = terkecil(penunjang, ak(limit));
  const leastUtama = Math.ceil((kebutuhan * (100 - percent)) / 100);
  const kekuranganUtama = ak(Math.max(0, leastUtama - utama));
  const jumlah = ak(utama + penunjangDihitung);
  return {
    penunjangDihitung,
    penunjangTidakDihitung: ak(penunjang - penunjangDihitung),
    jumlah,
    kekuranganUtama,
    terpenuhi: kekuranganUtama === 0 && jumlah >= kebutuhan,
  };
};
