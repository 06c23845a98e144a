import {
  type AlasanBaris,
  type AturanKonvensional,
  type BarisTerhitung,
  type ButirKegiatan,
  nilaiBaris,
  type Penulis,
} from "../../angka-kredit/plugin.js";
import type { Kegiatan, PeranPenulis } from "./inventarisasi.js";
import type { Perorangan } from "./perorangan.js";

/** An activity with what the rules make of it. */
export interface KegiatanTerhitung {
  readonly kegiatan: Kegiatan;
  readonly butir: ButirKegiatan;
  readonly hitung: BarisTerhitung;
}

const penulisDari = (peran: PeranPenulis | null): Penulis | null => {
  if (peran === null || peran === "TUNGGAL") return null;
  const [role, count] = peran.split("_");
  return {
    jumlah: Number(count),
    peran: role === "UTAMA" ? "UTAMA" : role === "PEMBANTU" ? "PEMBANTU" : "TIDAK_DITENTUKAN",
  };
};

/** Column 8: volume times credit by the rules, for all rows in their order, since limits are used up over the rows. */
export const hitungKegiatan = (
  rows: readonly Kegiatan[],
  butirById: ReadonlyMap<string, ButirKegiatan>,
  person: Pick<Perorangan, "jenjang" | "pendidikanDiperhitungkan">,
  aturan: AturanKonvensional,
): readonly KegiatanTerhitung[] => {
  const pairs = rows.map((kegiatan) => {
    const butir = butirById.get(kegiatan.butirId);
    if (butir === undefined)
      throw new Error(`Expected butir '${kegiatan.butirId}' of row '${kegiatan.id}', but it is absent`);
    return { kegiatan, butir };
  });
  const results = nilaiBaris(
    pairs.map(({ kegiatan, butir }) => ({
      butir,
      volume: kegiatan.volume,
      suratPerintah: kegiatan.suratPerintah,
      penulis: penulisDari(kegiatan.penulis),
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

type Kalimat = { readonly id: string; readonly en: string };
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
