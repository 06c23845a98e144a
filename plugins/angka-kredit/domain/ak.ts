declare const thousandths: unique symbol;

/** Angka kredit as a whole number of thousandths: `ak(1250)` is 1,250. Exact, so that a printed page adds up. */
export type Ak = number & { readonly [thousandths]: true };

/** Largest amount that any rule knows; a bigger one is a thousands point read as a decimal point (domain note 3.1). */
export const AK_TERBESAR = 2_000_000;

/** @throws {RangeError} when `value` is not a whole number of thousandths. */
export const ak = (value: number): Ak => {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Expected a whole number of thousandths, but got ${value}`);
  return (value === 0 ? 0 : value) as Ak;
};

export const NOL: Ak = ak(0);

/** Reads `"20.833"`, a dot and at most three decimals. @throws {RangeError} for any other text. */
export const bacaAk = (text: string): Ak => {
  const match = /^(-?)(\d{1,7})(?:\.(\d{1,3}))?$/.exec(text);
  if (match === null) throw new RangeError(`Expected angka kredit such as "20.833", but got "${text}"`);
  const [, sign = "", whole = "0", part = ""] = match;
  const value = Number(whole) * 1000 + Number(part.padEnd(3, "0"));
  return ak(sign === "-" ? -value : value);
};

/** Writes three decimals behind a dot: `"20.833"`, `"-0.600"`. */
export const tulisAk = (value: Ak): string => {
  const size = Math.abs(value);
  const text = `${Math.floor(size / 1000)}.${String(size % 1000).padStart(3, "0")}`;
  return value < 0 ? `-${text}` : text;
};

/** Exact sum. */
export const jumlahAk = (values: Iterable<Ak>): Ak => {
  let sum = 0;
  for (const value of values) sum += value;
  return ak(sum);
};

export const kurangAk = (a: Ak, b: Ak): Ak => ak(a - b);
export const terkecil = (a: Ak, b: Ak): Ak => (a < b ? a : b);
