/** Levels of a functional position, lowest first within each category. Source: PermenPANRB 1/2023; domain note 2.1. */
export const JENJANG = [
  "PEMULA",
  "TERAMPIL",
  "MAHIR",
  "PENYELIA",
  "AHLI_PERTAMA",
  "AHLI_MUDA",
  "AHLI_MADYA",
  "AHLI_UTAMA",
] as const;
export type Jenjang = (typeof JENJANG)[number];

const NAMES: Readonly<Record<Jenjang, string>> = {
  PEMULA: "Pemula",
  TERAMPIL: "Terampil",
  MAHIR: "Mahir",
  PENYELIA: "Penyelia",
  AHLI_PERTAMA: "Ahli Pertama",
  AHLI_MUDA: "Ahli Muda",
  AHLI_MADYA: "Ahli Madya",
  AHLI_UTAMA: "Ahli Utama",
};

export const namaJenjang = (jenjang: Jenjang): string => NAMES[jenjang];

const KETERAMPILAN = 4;
const kategori = (jenjang: Jenjang): "KETERAMPILAN" | "KEAHLIAN" =>
  JENJANG.indexOf(jenjang) < KETERAMPILAN ? "KETERAMPILAN" : "KEAHLIAN";

/** The levels of the category that a level belongs to, lowest first. */
export const jenjangSekategori = (jenjang: Jenjang): readonly Jenjang[] =>
  JENJANG.filter((each) => kategori(each) === kategori(jenjang));

/** Steps from `dari` up to `ke` within one category (negative: downwards); undefined across categories. */
export const selisihJenjang = (dari: Jenjang, ke: Jenjang): number | undefined =>
  kategori(dari) === kategori(ke) ? JENJANG.indexOf(ke) - JENJANG.indexOf(dari) : undefined;
