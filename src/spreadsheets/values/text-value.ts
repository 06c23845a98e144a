import type { RawCell } from "../reading/raw-row.js";
import { expected, type Reading } from "./reading.js";

/** A spreadsheet keeps 15 digits of a number and writes zeros for the others. */
const DIGITS_KEPT = 15;

const lost = expected(
  "teks (sebagai angka, Excel hanya menyimpan 15 digit dan sisanya hilang: ubah format kolom menjadi Teks, lalu ketik ulang)",
  "text (a number keeps 15 digits only and the others are lost: format the column as Text and type it again)",
);

const ofNumber = (cell: Extract<RawCell, { kind: "number" }>): Reading<string> => {
  const number = Number(cell.text);
  if (Math.abs(number) >= 10 ** DIGITS_KEPT) return lost;
  if (cell.look !== "plain" || !Number.isInteger(number)) {
    return expected(
      "teks (ubah format sel menjadi Teks, lalu ketik ulang)",
      "text (format the cell as Text and type it again)",
    );
  }
  return { value: String(number) };
};

/** A text without blanks around it. A whole number is taken as its digits, as long as a spreadsheet keeps them all. */
export const textValue = (cell: RawCell): Reading<string> => {
  if (cell.kind === "number") return ofNumber(cell);
  const value = cell.text.trim().normalize("NFC");
  return /^\d([.,]\d+)?E\+?\d{2,3}$/iu.test(value) ? lost : { value };
};
