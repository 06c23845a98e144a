/** Suffix of the name of a position → its level. Old names too. Source: domain note 2.1. */
const JENJANG: readonly (readonly [suffix: string, jenjang: string])[] = [
  ["Ahli Pertama", "AHLI_PERTAMA"],
  ["Ahli Muda", "AHLI_MUDA"],
  ["Ahli Madya", "AHLI_MADYA"],
  ["Ahli Utama", "AHLI_UTAMA"],
  ["Pelaksana Lanjutan", "MAHIR"],
  ["Pelaksana Pemula", "PEMULA"],
  ["Pemula", "PEMULA"],
  ["Terampil", "TERAMPIL"],
  ["Mahir", "MAHIR"],
  ["Penyelia", "PENYELIA"],
];

/** Splits `Widyaiswara Ahli Muda` into position and level; positions without levels have none. */
export const pisahJenjang = (nama: string): { readonly jabatan: string; readonly jenjang: string | null } => {
  const text = nama.trim().replaceAll(/\s+/g, " ");
  const found = JENJANG.find(([suffix]) => text.toLowerCase().endsWith(` ${suffix.toLowerCase()}`));
  if (found === undefined) return { jabatan: text, jenjang: null };
  const [suffix, jenjang] = found;
  return { jabatan: text.slice(0, -suffix.length - 1).replace(/,$/u, ""), jenjang };
};
