import { type Ak, ak, jumlahAk } from "./ak.js";
import type { AturanKategori } from "./aturan-jenjang.js";
import type { Golongan } from "./golongan.js";
import type { Jenjang } from "./jenjang.js";
import { kebutuhanKj, kebutuhanKp } from "./kebutuhan.js";

/** A requirement and how far the credit is above or below it; what does not apply is null and printed as "-". */
export interface Ambang {
  readonly minimal: Ak | null;
  readonly kelebihan: Ak | null;
  readonly kekurangan: Ak | null;
  readonly terpenuhi: boolean;
}

/** Rows of a PAK of the conversion regime. */
export interface IsiPak {
  readonly akDasar: Ak;
  readonly akLama: Ak;
  readonly akPenyesuaian: Ak;
  readonly akIntegrasi: Ak;
  readonly akKonversi: Ak;
  readonly akPendidikan: Ak;
}

export interface Pak {
  readonly jumlah: Ak;
  readonly pangkat: Ambang;
  readonly jenjang: Ambang;
  readonly kesimpulan: "DAPAT" | "TIDAK_DAPAT";
}

/** Credit against a requirement: at least, without tolerance. */
export const ambang = (angkaKredit: Ak, minimal: Ak | null): Ambang => {
  if (minimal === null) return { minimal, kelebihan: null, kekurangan: null, terpenuhi: false };
  const difference = angkaKredit - minimal;
  return difference >= 0
    ? { minimal, kelebihan: ak(difference), kekurangan: null, terpenuhi: true }
    : { minimal, kelebihan: null, kekurangan: ak(-difference), terpenuhi: false };
};

/**
 * Sum of a PAK and what it is enough for: the full requirement, since the AK dasar is row 1 of the PAK.
 * Source: Peraturan BKN 3/2023 Lampiran II no. 12; domain note 2.3.4, 3.10.
 */
export const pak = (
  { jenjang, golongan }: { readonly jenjang: Jenjang; readonly golongan: Golongan },
  isi: IsiPak,
  kategori: AturanKategori,
): Pak => {
  const jumlah = jumlahAk([
    isi.akDasar,
    isi.akLama,
    isi.akPenyesuaian,
    isi.akIntegrasi,
    isi.akKonversi,
    isi.akPendidikan,
  ]);
  const rank = ambang(jumlah, kebutuhanKp(jenjang, golongan, kategori));
  const level = ambang(jumlah, kebutuhanKj(jenjang, kategori));
  return {
    jumlah,
    pangkat: rank,
    jenjang: level,
    kesimpulan: rank.terpenuhi || level.terpenuhi ? "DAPAT" : "TIDAK_DAPAT",
  };
};
