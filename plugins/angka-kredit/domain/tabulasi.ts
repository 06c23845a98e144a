import { type Ak, jumlahAk, kurangAk } from "./ak.js";

export interface BarisTabulasi {
  /** What stands in the end: the score of the last assessor. */
  readonly ditetapkan: Ak;
  /** Set minus proposed; negative when something was taken off. */
  readonly selisih: Ak;
  /** The person is owed an explanation: less was set than proposed. */
  readonly perluPenjelasan: boolean;
}

/** Compares proposal and decision row by row. Source: domain note 3.6. */
export const tabulasi = (
  rows: readonly { readonly usul: Ak; readonly tpp: Ak }[],
): { readonly baris: readonly BarisTabulasi[]; readonly jumlah: Ak } => {
  const baris = rows.map(({ usul, tpp }) => ({
    ditetapkan: tpp,
    selisih: kurangAk(tpp, usul),
    perluPenjelasan: tpp < usul,
  }));
  return { baris, jumlah: jumlahAk(baris.map(({ ditetapkan }) => ditetapkan)) };
};
