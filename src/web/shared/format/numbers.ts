type Language = "id" | "en";

/**
 * A decimal that travels as text with a dot, as people write it: "1234.5" → "1.234,500" (Indonesian, 3 digits).
 * Done on the text, because binary fractions would change the last digit.
 */
export function decimalText(value: string, language: Language, scale?: number): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value.trim());
  if (match === null) return value;
  const [point, group] = language === "id" ? [",", "."] : [".", ","];
  const fraction = scale === undefined ? (match[3] ?? "") : (match[3] ?? "").padEnd(scale, "0");
  const whole = (match[2] ?? "0").replace(/\B(?=(\d{3})+$)/g, group);
  return `${match[1] ?? ""}${whole}${fraction === "" ? "" : point + fraction}`;
}

/** The same without group signs, as it stands in an input: "1234.5" → "1234,5" (Indonesian). */
export const plainDecimal = (value: string, language: Language): string =>
  language === "id" ? value.replace(".", ",") : value;

/** Two forms of a number: digits with or without decimals, and with signs between thousands. */
const forms = {
  ",": { plain: /^-?\d+(?:,\d+)?$/, grouped: /^-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/ },
  ".": { plain: /^-?\d+(?:\.\d+)?$/, grouped: /^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/ },
} as const;

/**
 * What a person typed as a number, as text with a dot; null when it is none, or when it may be either of two: "1.250" is a
 * thousand and more for some, one and a quarter for others. The decimal sign of the language is always taken as that.
 */
export function parseDecimal(text: string, language: Language): string | null {
  const clean = text.replace(/\s/g, "");
  const [own, other] = language === "id" ? ([",", "."] as const) : ([".", ","] as const);
  const read = (sign: "," | "."): string => clean.replaceAll(sign === "," ? "." : ",", "").replace(",", ".");
  if (forms[own].plain.test(clean)) return read(own);
  const isGrouped = forms[own].grouped.test(clean);
  if (forms[other].plain.test(clean)) return isGrouped ? null : read(other);
  if (isGrouped) return read(own);
  return forms[other].grouped.test(clean) ? read(other) : null;
}

/**
 * What is left of a decimal after another is taken off, as text with a dot; null when they are equal or no decimals.
 * Counted in whole units of the smaller step, because binary fractions would leave crumbs.
 */
export function decimalDifference(value: string, other: string): string | null {
  const parts = [value, other].map((text) => /^(-?\d+)(?:\.(\d+))?$/.exec(text.trim()));
  const [left, right] = parts;
  if (left === null || left === undefined || right === null || right === undefined) return null;
  const scale = Math.max(left[2]?.length ?? 0, right[2]?.length ?? 0);
  const units = ([, whole = "0", fraction = ""]: RegExpExecArray): bigint =>
    BigInt(whole + fraction.padEnd(scale, "0"));
  const rest = units(left) - units(right);
  if (rest === 0n) return null;
  const digits = (rest < 0n ? -rest : rest).toString().padStart(scale + 1, "0");
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return `${rest < 0n ? "-" : ""}${text}`;
}

/** 1.234 (Indonesian) */
export const wholeNumber = (value: number, language: Language): string =>
  new Intl.NumberFormat(language === "id" ? "id-ID" : "en-GB").format(value);

const sizes = ["B", "kB", "MB", "GB"] as const;

/** 2,4 MB */
export function fileSize(bytes: number, language: Language): string {
  const step = Math.min(sizes.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  const digits = step === 0 ? 0 : 1;
  const amount = new Intl.NumberFormat(language === "id" ? "id-ID" : "en-GB", { maximumFractionDigits: digits });
  return `${amount.format(bytes / 1000 ** step)} ${sizes[step]}`;
}

/** An employee number in its groups 8-6-1-3 with spaces; other texts stay as they are. */
export const spacedNip = (value: string): string =>
  /^\d{18}$/.test(value) ? value.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, "$1 $2 $3 $4") : value;
