import { randomInt } from "node:crypto";
import { Decimal } from "decimal.js";
import { FeelDuration } from "feelin";
import type { FeelNumber } from "../number.js";
import { exact, finiteOrNull, simplest, toPlainNumber } from "../number.js";
import { durationOfMonths, durationOfMs, totalMonths, totalMs } from "../temporal.js";
import type { FeelValue } from "../value.js";
import { isNumber } from "../value.js";
import type { Builtin, BuiltinTable } from "./builtin.js";
import { fixed, overloaded } from "./builtin.js";

/** Decimals beyond this are no rounding any more. */
const MAX_SCALE = 6111;
const RANDOM_STEPS = 2 ** 47;

/** Functions of numbers. */
export const numberBuiltins: BuiltinTable = {
  decimal: rounding(Decimal.ROUND_HALF_EVEN, false),
  floor: rounding(Decimal.ROUND_FLOOR, true),
  ceiling: rounding(Decimal.ROUND_CEIL, true),
  "round up": rounding(Decimal.ROUND_UP, false),
  "round down": rounding(Decimal.ROUND_DOWN, false),
  "round half up": rounding(Decimal.ROUND_HALF_UP, false),
  "round half down": rounding(Decimal.ROUND_HALF_DOWN, false),
  abs: fixed(["n"], ([value]) => absolute(value ?? null)),
  modulo: fixed(["dividend", "divisor"], ([a, b]) =>
    isNumber(a ?? null) && isNumber(b ?? null) ? modulo(a as FeelNumber, b as FeelNumber) : undefined,
  ),
  sqrt: ofNumber((value) => (exact(value).isNegative() ? null : simplest(exact(value).sqrt()))),
  log: ofNumber((value) => finiteOrNull(new Decimal(Math.log(toPlainNumber(value))))),
  exp: ofNumber((value) => finiteOrNull(new Decimal(Math.exp(toPlainNumber(value))))),
  odd: ofNumber((value) => exact(value).modulo(2).abs().equals(1)),
  even: ofNumber((value) => exact(value).modulo(2).isZero()),
  "random number": fixed([], () => randomInt(RANDOM_STEPS) / RANDOM_STEPS),
};

function ofNumber(apply: (value: FeelNumber) => FeelValue): Builtin {
  return fixed(["number"], ([value]) => (isNumber(value ?? null) ? apply(value as FeelNumber) : undefined));
}

function rounding(mode: Decimal.Rounding, scaleIsOptional: boolean): Builtin {
  return overloaded(scaleIsOptional ? [["n"], ["n", "scale"]] : [["n", "scale"]], ([n, scale = 0]) => {
    if (!isNumber(n ?? null) || !isNumber(scale)) return undefined;
    return roundTo(exact(n as FeelNumber), toPlainNumber(scale), mode);
  });
}

function roundTo(value: Decimal, scale: number, mode: Decimal.Rounding): FeelValue | undefined {
  const places = Math.trunc(scale);
  if (places < -MAX_SCALE || !Number.isFinite(places)) return undefined;
  if (places >= 0) return simplest(value.toDecimalPlaces(Math.min(places, MAX_SCALE), mode));
  const unit = exact(10).pow(-places);
  return simplest(value.dividedBy(unit).toDecimalPlaces(0, mode).times(unit));
}

function modulo(a: FeelNumber, b: FeelNumber): FeelValue {
  const divisor = exact(b);
  if (divisor.isZero()) return null;
  return simplest(exact(a).modulo(divisor).plus(divisor).modulo(divisor));
}

function absolute(value: FeelValue): FeelValue | undefined {
  if (isNumber(value)) return simplest(exact(value).abs());
  if (!(value instanceof FeelDuration)) return undefined;
  return value.yearsMonths ? durationOfMonths(Math.abs(totalMonths(value))) : durationOfMs(Math.abs(totalMs(value)));
}
