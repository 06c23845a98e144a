import { bacaAk } from "../domain/ak.js";
import type { ButirKegiatan } from "../domain/butir.js";
import type { JenisJabatan } from "../domain/jenis-acuan.js";
import { volume } from "../domain/volume.js";
import type { BarisButir } from "./baris-butir.js";
import { BUTIR_ANALIS } from "./butir-analis.js";
import { BUTIR_WIDYAISWARA } from "./butir-widyaiswara.js";

interface Daftar {
  readonly jenisJabatan: JenisJabatan;
  /** Part of the ids, stable over re-seeding. */
  readonly nomor: string;
  readonly peraturan: string;
  readonly pasal: string;
  readonly baris: readonly BarisButir[];
}

const DAFTAR: readonly Daftar[] = [
  {
    jenisJabatan: "WIDYAISWARA",
    nomor: "22-2014",
    peraturan: "PermenPANRB 22/2014",
    pasal: "Lampiran I",
    baris: BUTIR_WIDYAISWARA,
  },
  {
    jenisJabatan: "ANALIS_KEPEGAWAIAN",
    nomor: "7-2015",
    peraturan: "Perka BKN 7/2015",
    pasal: "Lampiran",
    baris: BUTIR_ANALIS,
  },
];

const MULAI = "2015-01-01"; // first full year; the annexes with the exact day were not readable

const butir = (
  { jenisJabatan, nomor, peraturan, pasal }: Daftar,
  [kode, uraian, ak, satuan, unsur, extra = {}]: BarisButir,
): ButirKegiatan => ({
  id: `${jenisJabatan}:${nomor}:${kode}`,
  jenisJabatan,
  kode,
  uraian,
  ak: bacaAk(ak),
  satuan,
  unsur,
  jenjang: extra.jenjang ?? null,
  tunggal: extra.tunggal ?? null,
  maksimum: extra.maksimum === undefined ? null : volume(extra.maksimum * 100),
  pendidikan: extra.pendidikan ?? null,
  berbagiPenulis: extra.penulis ?? false,
  jamMinimal: extra.jam?.[0] ?? null,
  jamMaksimal: extra.jam?.[1] ?? null,
  peraturan,
  pasal,
  status: "TERKONFIRMASI_SEKUNDER",
  berlakuMulai: MULAI,
  berlakuSampai: null,
});

/** Activities of every installation: domain note 2.5 (57 of the widyaiswara) and 2.6 (Analis Kepegawaian). */
export const BUTIR_AWAL: readonly ButirKegiatan[] = DAFTAR.flatMap((daftar) =>
  daftar.baris.map((baris) => butir(daftar, baris)),
);
