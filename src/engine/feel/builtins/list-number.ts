import { order } from "../compare.js";
import type { FeelNumber } from "../number.js";
import { add, compareNumbers, divide, exact, multiply, simplest } from "../number.js";
import type { FeelValue } from "../value.js";
import { isNumber } from "../value.js";
import type { Builtin, BuiltinTable } from "./builtin.js";
import { ofList } from "./builtin.js";

/** Functions that make one value of many. An empty list has no sum, mean or extreme: null. */
export const listNumberBuiltins: BuiltinTable = {
  min: ofList((list) => extreme(list, -1)),
  max: ofList((list) => extreme(list, 1)),
  sum: ofNumbers((numbers) => numbers.reduce(add)),
  product: ofNumbers((numbers) => numbers.reduce(multiply)),
  mean: ofNumbers((numbers) => divide(numbers.reduce(add), numbers.length)),
  median: ofNumbers(median),
  stddev: ofNumbers(standardDeviation),
  mode: ofList((list) => (list.every(isNumber) ? modes(list) : undefined)),
};

function ofNumbers(apply: (numbers: readonly FeelNumber[]) => FeelValue): Builtin {
  return ofList((list) => {
    if (list.length === 0) return null;
    return list.every(isNumber) ? apply(list) : undefined;
  });
}

function extreme(list: readonly FeelValue[], sign: 1 | -1): FeelValue | undefined {
  let best = list[0] ?? null;
  for (const item of list.slice(1)) {
    const difference = order(item, best);
    if (difference === null) return undefined;
    if (difference * sign > 0) best = item;
  }
  return best;
}

function median(numbers: readonly FeelNumber[]): FeelValue {
  const sorted = numbers.toSorted(compareNumbers);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : divide(add(sorted[middle - 1] ?? 0, upper), 2);
}

function standardDeviation(numbers: readonly FeelNumber[]): FeelValue {
  if (numbers.length < 2) return null;
  const mean = numbers
    .map(exact)
    .reduce((sum, value) => sum.plus(value))
    .dividedBy(numbers.length);
  const squares = numbers.map((value) => exact(value).minus(mean).pow(2)).reduce((sum, value) => sum.plus(value));
  return simplest(squares.dividedBy(numbers.length - 1).sqrt());
}

function modes(numbers: readonly FeelNumber[]): FeelValue {
  const counts = new Map<string, { readonly value: FeelNumber; count: number }>();
  for (const value of numbers) {
    const key = exact(value).toString();
    const entry = counts.get(key) ?? { value, count: 0 };
    entry.count += 1;
    counts.set(key, entry);
  }
  const most = Math.max(0, ...[...counts.values()].map(({ count }) => count));
  return [...counts.values()]
    .filter(({ count }) => count === most)
    .map(({ value }) => value)
    .toSorted(compareNumbers);
}
