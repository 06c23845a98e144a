import { type Masalah, masalah } from "./masalah.js";

const TOKEN = /\{(\w+)(?::(\d))?\}/g;
const KNOWN = new Set(["nomor", "bulan", "tahun"]);

/**
 * Official number from a pattern such as `HPAK/{nomor:4}/TPP-WI/{bulan}/{tahun}`; `{nomor:4}` is filled with zeros.
 * @param tanggal ISO date of issue. Source: domain note 1.8.3.
 */
export const susunNomor = (pola: string, nomor: number, tanggal: string): string => {
  const [tahun = "", bulan = ""] = tanggal.split("-");
  return pola.replaceAll(TOKEN, (_all, token: string, width: string | undefined) => {
    if (token === "nomor") return String(nomor).padStart(Number(width ?? "0"), "0");
    return token === "bulan" ? bulan : tahun;
  });
};

/** What speaks against a pattern: the counter starts anew each year, hence number and year must both be in it. */
export const periksaPola = (pola: string): readonly Masalah[] => {
  const tokens = [...pola.matchAll(TOKEN)].map(([, token = ""]) => token);
  const unknown = tokens.find((token) => !KNOWN.has(token));
  if (unknown !== undefined || /[{}]/.test(pola.replaceAll(TOKEN, ""))) {
    return [
      masalah(
        "pola",
        `Pola hanya mengenal {nomor}, {nomor:4}, {bulan}, dan {tahun}, tetapi tertulis "${pola}"`,
        `A pattern knows {nomor}, {nomor:4}, {bulan} and {tahun}, but this is "${pola}"`,
      ),
    ];
  }
  if (tokens.includes("nomor") && tokens.includes("tahun")) return [];
  return [
    masalah(
      "pola",
      "Pola harus memuat {nomor} dan {tahun}, karena hitungan mulai kembali setiap tahun",
      "A pattern needs {nomor} and {tahun}, since the count starts anew each year",
    ),
  ];
};
