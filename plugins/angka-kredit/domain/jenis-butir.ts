import { JENIS_JABATAN } from "./jenis-acuan.js";
import type { UraianJenis } from "./jenis-acuan.js";

/** Kind under which activities are changed; its key is `<jenis jabatan>:<kode>`. */
export const BUTIR = "butir";

/** Fields of an activity that a change states; what it leaves out stays as it is. Source: domain note 2.5, 2.6. */
export const URAIAN_BUTIR: UraianJenis = {
  judul: "Butir kegiatan",
  title: "Activities",
  kunci: [],
  bidang: {
    ak: { tipe: "AK", label: "Angka kredit" },
    uraian: { tipe: "TEKS", label: "Uraian butir" },
    satuan: { tipe: "TEKS", label: "Satuan hasil" },
    unsur: { tipe: "UNSUR", label: "Unsur" },
  },
};

/** Position and code of a key; undefined when it is none. */
export const bacaKunciButir = (
  kunci: string,
): { readonly jenisJabatan: (typeof JENIS_JABATAN)[number]; readonly kode: string } | undefined => {
  const [jabatan, kode = ""] = kunci.split(":");
  const jenisJabatan = JENIS_JABATAN.find((each) => each === jabatan);
  return jenisJabatan !== undefined && /^[0-9A-Za-z.-]{1,16}$/.test(kode) ? { jenisJabatan, kode } : undefined;
};
