import {
  type AlasanBaris,
  type AturanKonvensional,
  type BarisTerhitung,
  type ButirKegiatan,
  nilaiBaris,
  type Volume,
} from "../../angka-kredit/plugin.js";
import { penulisDari, type PeranPenulis } from "./peran-penulis.js";
import type { Perorangan } from "./perorangan.js";

/** What of a row its credit goes by. */
export interface BarisDinilai {
  readonly id: string;
  readonly butirId: string;
  readonly volume: Volume;
  readonly penulis: PeranPenulis | null;
  /** A written assignment for a task of another level; absent where the app knows none. */
  readonly suratPerintah?: boolean;
}

/** Credit of all rows of one DUPAK or month in their order, since limits are used up over the rows. */
export const hitungBaris = <T extends BarisDinilai>(
  rows: readonly T[],
  butirById: ReadonlyMap<string, ButirKegiatan>,
  person: Pick<Perorangan, "jenjang" | "pendidikanDiperhitungkan">,
  aturan: AturanKonvensional,
): readonly { readonly row: T; readonly butir: ButirKegiatan; readonly hitung: BarisTerhitung }[] => {
  const pairs = rows.map((row) => {
    const butir = butirById.get(row.butirId);
    if (butir === undefined) throw new Error(`Expected butir '${row.butirId}' of row '${row.id}', but it is absent`);
    return { row, butir };
  });
  const results = nilaiBaris(
    pairs.map(({ row: { volume, suratPerintah = false, penulis }, butir }) => ({
      butir,
      volume,
      suratPerintah,
      penulis: penulisDari(penulis),
    })),
    person,
    aturan,
  );
  return pairs.map((pair, index) => {
    const hitung = results[index];
    if (hitung === undefined) throw new Error("Expected one result for each row");
    return { ...pair, hitung };
  });
};

interface Kalimat {
  readonly id: string;
  readonly en: string;
}

const REASONS: Readonly<Record<AlasanBaris, Kalimat>> = {
  TANPA_SURAT_PERINTAH: {
    id: "Tidak dinilai: butir jenjang lain tanpa surat perintah",
    en: "Not counted: another level without a written assignment",
  },
  JENJANG_TERLALU_JAUH: {
    id: "Tidak dinilai: butir dua jenjang atau lebih dari jenjang sendiri",
    en: "Not counted: two or more levels away",
  },
  MELEBIHI_BATAS: {
    id: "Melebihi batas: hanya volume sampai batas yang dihitung",
    en: "Over the limit: only the volume up to it counts",
  },
  PENULIS_TERLALU_BANYAK: { id: "Tidak dinilai: lebih dari empat penulis", en: "Not counted: more than four authors" },
  IJAZAH_SUDAH_DIPERHITUNGKAN: {
    id: "Tidak dinilai: ijazah sudah diperhitungkan",
    en: "Not counted: this degree has been counted",
  },
};

/** What to tell about a row that brings less than volume times credit. */
export const kalimatAlasan = (alasan: AlasanBaris): Kalimat => REASONS[alasan];
