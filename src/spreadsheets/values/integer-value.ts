import type { RawCell } from "../reading/raw-row.js";
import { decimalValue } from "./decimal-value.js";
import { expected, type Reading } from "./reading.js";

/** A whole number. */
export const integerValue = (cell: RawCell): Reading<number> => {
  const decimal = decimalValue(cell);
  if ("expected" in decimal) return decimal;
  const value = Number(decimal.value);
  return Number.isSafeInteger(value) && !decimal.value.includes(".")
    ? { value }
    : expected("bilangan bulat", "a whole number");
};
