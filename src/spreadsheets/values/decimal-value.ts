import { Decimal } from "decimal.js";
import type { RawCell } from "../reading/raw-row.js";
import { expected, type Reading } from "./reading.js";

/** Digits that a spreadsheet shows; those behind are traces of binary arithmetic (0.285 is stored as 0.28499999999999998). */
const DIGITS_SHOWN = 15;
const MOST_CHARACTERS = 40;

const number = expected("angka, misalnya 12,5", "a number, e.g. 12,5");

const canonical = (text: string): Reading<string> => ({ value: new Decimal(text).toFixed() });

/** Ways of writing a number that mean one thing only, each with what makes digits and a point of it. */
const CLEAR: readonly (readonly [pattern: RegExp, toPoint: (text: string) => string])[] = [
  [/^-?\d+$/u, (text) => text],
  [/^-?\d+,\d+$/u, (text) => text.replace(",", ".")],
  [/^-?\d{1,3}(\.\d{3})+,\d+$/u, (text) => text.replaceAll(".", "").replace(",", ".")],
  [/^-?\d{1,3}(\.\d{3}){2,}$/u, (text) => text.replaceAll(".", "")],
  [/^-?\d{1,3}(,\d{3})+\.\d+$/u, (text) => text.replaceAll(",", "")],
  [/^-?\d{1,3}(,\d{3}){2,}$/u, (text) => text.replaceAll(",", "")],
  [/^-?\d+\.\d+$/u, (text) => text],
];
/** One point and three digits: thousands in Indonesian, thousandths in English. A leading zero leaves the second only. */
const AMBIGUOUS = /^-?[1-9]\d{0,2}\.\d{3}$/u;

const ofText = (written: string): Reading<string> => {
  const text = written.trim().replace("\u2212", "-");
  if (text.length > MOST_CHARACTERS) return number;
  if (AMBIGUOUS.test(text)) {
    const thousands = text.replace(".", "");
    const decimal = text.replace(".", ",");
    return expected(
      `angka yang tidak bermakna ganda: tulis ${thousands} (tanpa titik ribuan) atau ${decimal} (dengan koma desimal)`,
      `an unambiguous number: write ${thousands} (no thousands point) or ${decimal} (decimal comma)`,
    );
  }
  const clear = CLEAR.find(([pattern]) => pattern.test(text));
  return clear === undefined ? number : canonical(clear[1](text));
};

/** An exact decimal as text with a point and without closing zeros: `12.5`. Texts are read with the Indonesian comma. */
export const decimalValue = (cell: RawCell): Reading<string> => {
  if (cell.kind === "text") return ofText(cell.text);
  if (cell.kind !== "number") return number;
  const value = Number(cell.text);
  if (cell.look === "date") {
    return expected(
      "angka (sel berformat tanggal: ubah format menjadi Angka, lalu ketik ulang)",
      "a number (the cell is formatted as a date: format it as Number and type it again)",
    );
  }
  if (cell.look === "percent") {
    return expected("angka tanpa format persen", "a number that is not formatted as a percentage");
  }
  if (!Number.isFinite(value) || Math.abs(value) >= 10 ** DIGITS_SHOWN) return number;
  return canonical(value.toPrecision(DIGITS_SHOWN));
};
