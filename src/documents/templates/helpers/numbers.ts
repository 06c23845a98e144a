const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

const groupThousands = (digits: string): string => digits.replaceAll(/\B(?=(\d{3})+$)/g, ".");

/**
 * A decimal string with a dot as Indonesia writes it: `1234.567` → `1.234,567`. Digits are filled up with zeros, never cut:
 * rounding belongs to the rules, and a number that does not fit is an error.
 */
export const angka = (value: unknown, digits: unknown): string => {
  const parts = typeof value === "string" || typeof value === "number" ? DECIMAL.exec(String(value)) : null;
  if (parts === null) {
    throw new Error(`Expected a decimal like "12.500" for 'angka', but it is ${JSON.stringify(value)}`);
  }
  const [, sign = "", whole = "", fraction = ""] = parts;
  const places = typeof digits === "number" ? digits : fraction.length;
  if (/[1-9]/.test(fraction.slice(places))) {
    throw new Error(`Expected at most ${places} decimals for 'angka', but it is "${String(value)}"`);
  }
  const decimals = fraction.slice(0, places).padEnd(places, "0");
  return `${sign}${groupThousands(whole)}${decimals === "" ? "" : `,${decimals}`}`;
};

/** NIP in its groups 8-6-1-3, NIWN in 8-6-1-4; anything else as it stands (legacy numbers). */
export const nip = (value: unknown): string => {
  if (typeof value !== "string") {
    throw new Error(`Expected a number as text for 'nip', but it is ${JSON.stringify(value)}`);
  }
  const parts = /^(\d{8})(\d{6})(\d)(\d{3,4})$/.exec(value.replaceAll(" ", ""));
  return parts === null ? value : parts.slice(1).join(" ");
};

const ONES = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split(" ");

/** Words of what is left over after the larger unit; nothing for zero. */
const rest = (number: number): string => (number === 0 ? "" : ` ${inWords(number)}`);

const inWords = (number: number): string => {
  if (number < 12) return ONES[number] ?? "";
  if (number < 20) return `${inWords(number - 10)} belas`;
  if (number < 100) return `${inWords(Math.floor(number / 10))} puluh${rest(number % 10)}`;
  if (number < 200) return `seratus${rest(number - 100)}`;
  if (number < 1_000) return `${inWords(Math.floor(number / 100))} ratus${rest(number % 100)}`;
  if (number < 2_000) return `seribu${rest(number - 1_000)}`;
  if (number < 1_000_000) return `${inWords(Math.floor(number / 1_000))} ribu${rest(number % 1_000)}`;
  return `${inWords(Math.floor(number / 1_000_000))} juta${rest(number % 1_000_000)}`;
};

/** A whole number below a thousand million in Indonesian words: 21 → `dua puluh satu`. */
export const terbilang = (value: unknown): string => {
  const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof number !== "number" || !Number.isInteger(number) || number < 0 || number >= 1_000_000_000) {
    throw new Error(`Expected a whole number for 'terbilang', but it is ${JSON.stringify(value)}`);
  }
  return inWords(number);
};
