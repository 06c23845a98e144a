/** What a typed amount means: a value with a dot, a question with the readings that are possible, or no number. */
export type AngkaTerbaca =
  | { readonly jenis: "NILAI"; readonly nilai: string }
  | { readonly jenis: "TANYA"; readonly pilihan: readonly string[] }
  | { readonly jenis: "BUKAN_ANGKA" };

/**
 * Reads an amount as Indonesian documents write it: decimal comma, points between thousands. A single point may be either
 * (`287.500`), so that the person is asked; the readings are given as they would have to be typed.
 */
export const bacaAngka = (text: string): AngkaTerbaca => {
  const clean = text.trim();
  if (/^\d+(?:,\d{1,3})?$/.test(clean) || /^\d{1,3}(?:\.\d{3})+,\d{1,3}$/.test(clean)) {
    return { jenis: "NILAI", nilai: clean.replaceAll(".", "").replace(",", ".") };
  }
  const point = /^(\d+)\.(\d{1,3})$/.exec(clean);
  if (point === null) return { jenis: "BUKAN_ANGKA" };
  const [, whole = "", part = ""] = point;
  const decimal = `${whole},${part}`;
  return { jenis: "TANYA", pilihan: part.length === 3 && whole.length <= 3 ? [decimal, whole + part] : [decimal] };
};
