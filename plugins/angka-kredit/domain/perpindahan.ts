import { type Ak, ak, NOL } from "./ak.js";
import { akKonversi, type TarifKonversi } from "./konversi.js";

export interface Perpindahan {
  readonly tahunDihitung: number;
  readonly konversi: Ak;
  readonly akDasar: Ak;
  readonly jumlah: Ak;
}

/**
 * Credit on moving from another kind of position: percent × koefisien of the new level × years in the last rank (the last
 * three at most) + AK dasar. Where a regulation grants one amount instead, it stands alone (`akKhusus`: a pelaksana of IV/a
 * who becomes Ahli Pertama gets 100). Source: Peraturan BKN 3/2023 Lampiran I and II no. 3; domain note 2.3.5.
 *
 * @param tahunDalamPangkat whole years, 0 or more.
 */
export const perpindahan = (
  tahunDalamPangkat: number,
  aturan: {
    readonly tarif: TarifKonversi;
    readonly akDasar: Ak;
    readonly tahunMaksimal: number;
    readonly akKhusus: Ak | null;
  },
): Perpindahan => {
  const { tarif, akDasar, tahunMaksimal, akKhusus } = aturan;
  if (akKhusus !== null) return { tahunDihitung: 0, konversi: NOL, akDasar: akKhusus, jumlah: akKhusus };
  const tahunDihitung = Math.min(tahunDalamPangkat, tahunMaksimal);
  const konversi = akKonversi(tarif, tahunDihitung * 12);
  return { tahunDihitung, konversi, akDasar, jumlah: ak(konversi + akDasar) };
};
