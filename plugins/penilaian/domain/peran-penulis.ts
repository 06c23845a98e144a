import type { Penulis } from "../../angka-kredit/plugin.js";

interface Nama {
  readonly id: string;
  readonly en: string;
}

/** Place among the authors of a work, and how many they are. */
const PERAN = {
  TUNGGAL: { id: "Penulis tunggal", en: "Single author" },
  UTAMA_2: { id: "Utama, 2 penulis", en: "Main, 2 authors" },
  PEMBANTU_2: { id: "Pembantu, 2 penulis", en: "Co-author, 2 authors" },
  SETARA_2: { id: "Peran tidak ditentukan, 2 penulis", en: "Equal, 2 authors" },
  UTAMA_3: { id: "Utama, 3 penulis", en: "Main, 3 authors" },
  PEMBANTU_3: { id: "Pembantu, 3 penulis", en: "Co-author, 3 authors" },
  SETARA_3: { id: "Peran tidak ditentukan, 3 penulis", en: "Equal, 3 authors" },
  UTAMA_4: { id: "Utama, 4 penulis", en: "Main, 4 authors" },
  PEMBANTU_4: { id: "Pembantu, 4 penulis", en: "Co-author, 4 authors" },
  SETARA_4: { id: "Peran tidak ditentukan, 4 penulis", en: "Equal, 4 authors" },
} as const satisfies Readonly<Record<string, Nama>>;

export type PeranPenulis = keyof typeof PERAN;
export const PERAN_PENULIS = Object.keys(PERAN) as readonly PeranPenulis[];

/** Choices of a sheet's column. */
export const PILIHAN_PENULIS = PERAN_PENULIS.map((value): { readonly value: string; readonly label: Nama } => ({
  value,
  label: PERAN[value],
}));

/** As the rules of sharing take it; null = the whole credit. */
export const penulisDari = (peran: PeranPenulis | null): Penulis | null => {
  if (peran === null || peran === "TUNGGAL") return null;
  const [role, count] = peran.split("_");
  return {
    jumlah: Number(count),
    peran: role === "UTAMA" ? "UTAMA" : role === "PEMBANTU" ? "PEMBANTU" : "TIDAK_DITENTUKAN",
  };
};
