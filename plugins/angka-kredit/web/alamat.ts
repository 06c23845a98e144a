import type { Isian } from "./isian.js";

const BAGIAN = "hitung";
const BARIS = "baris";
const PEMISAH = "~";

/** The part that an address asks for; null when it names none. */
export const bagianDari = (query: URLSearchParams): string | null => query.get(BAGIAN);

/** Whether an address carries inputs, so that its result is wanted at once. */
export const berisiIsian = (query: URLSearchParams): boolean =>
  [...query.keys()].some((key) => key !== BAGIAN && key !== "bahasa");

/** Inputs as an address: every field that is filled in, each line of the list as one value. */
export const keAlamat = (bagian: string, { nilai, baris }: Isian, kolom: readonly string[]): URLSearchParams => {
  const query = new URLSearchParams({ [BAGIAN]: bagian });
  for (const [nama, text] of Object.entries(nilai)) {
    if (text !== "") query.set(nama, text);
  }
  for (const line of baris) query.append(BARIS, kolom.map((nama) => line[nama] ?? "").join(PEMISAH));
  return query;
};

/** Inputs of an address; names that the part does not know are left out. */
export const dariAlamat = (query: URLSearchParams, nama: readonly string[], kolom: readonly string[]): Isian => ({
  nilai: Object.fromEntries(nama.flatMap((each) => (query.has(each) ? [[each, query.get(each) ?? ""]] : []))),
  baris: query.getAll(BARIS).map((text) => {
    const parts = text.split(PEMISAH);
    return Object.fromEntries(kolom.map((each, index) => [each, parts[index] ?? ""]));
  }),
});
