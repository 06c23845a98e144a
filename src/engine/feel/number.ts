import { Decimal as DecimalClass } from "decimal.js";
import type { Decimal } from "decimal.js";

/** Arithmetic with 34 digits, half to even, exponents as in IEEE 754: the decimal numbers that the standard asks for. */
export const Decimal34 = DecimalClass.clone({
  precision: 34,
  rounding: DecimalClass.ROUND_HALF_EVEN,
  maxE: 6144,
  minE: -6176,
});

/** A number of either form. */
export type FeelNumber = number | Decimal;

/** The simplest form of a number: a plain one when it is a whole number that fits. */
export function simplest(value: Decimal): FeelNumber {
  if (!value.isInteger()) return value;
  const plain = value.toNumber();
  return Number.isSafeInteger(plain) ? plain : value;
}

/** The value as exact decimal; a plain number counts as what is written for it (0.1 is one tenth). */
export function exact(value: FeelNumber): Decimal {
  return new Decimal34(value);
}

/** The nearest JSON number. */
export function toPlainNumber(value: FeelNumber): number {
  return typeof value === "number" ? value : value.toNumber();
}

/** Negative, zero or positive. */
export function compareNumbers(a: FeelNumber, b: FeelNumber): number {
  return typeof a === "number" && typeof b === "number" ? a - b : exact(a).comparedTo(b);
}

/** Sum. */
export function add(a: FeelNumber, b: FeelNumber): FeelNumber {
  const plain = wholeResult(a, b, (x, y) => x + y);
  return plain ?? simplest(exact(a).plus(b));
}

/** Difference. */
export function subtract(a: FeelNumber, b: FeelNumber): FeelNumber {
  const plain = wholeResult(a, b, (x, y) => x - y);
  return plain ?? simplest(exact(a).minus(b));
}

/** Product. */
export function multiply(a: FeelNumber, b: FeelNumber): FeelNumber {
  const plain = wholeResult(a, b, (x, y) => x * y);
  return plain ?? simplest(exact(a).times(b));
}

/** Quotient; null for a division by zero. */
export function divide(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  return exact(b).isZero() ? null : simplest(exact(a).dividedBy(b));
}

/** Power; null when there is no real, finite result. */
export function power(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (exact(b).abs().greaterThan(9999)) return null;
  return finiteOrNull(exact(a).pow(b));
}

/** The number, or null for what is not finite. */
export function finiteOrNull(value: Decimal): FeelNumber | null {
  return value.isFinite() ? simplest(value) : null;
}

/** Digits without exponent. */
export function numberText(value: FeelNumber): string {
  return exact(value).toFixed();
}

function wholeResult(a: FeelNumber, b: FeelNumber, compute: (x: number, y: number) => number): number | null {
  if (typeof a !== "number" || typeof b !== "number" || !Number.isInteger(a) || !Number.isInteger(b)) return null;
  const result = compute(a, b);
  // -0 is no number of FEEL; adding 0 makes it 0.
  return Number.isSafeInteger(result) ? result + 0 : null;
}
