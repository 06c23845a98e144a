import { equal } from "../compare.js";
import { toPlainNumber } from "../number.js";
import type { Run } from "../run.js";
import type { FeelValue } from "../value.js";
import { type FeelCallable, isCallable, isList, isNumber } from "../value.js";
import { valueText } from "../value-text.js";
import type { Builtin, BuiltinTable } from "./builtin.js";
import { fixed, ofList, overloaded } from "./builtin.js";

type List = readonly FeelValue[];

/** Functions of lists. */
export const listBuiltins: BuiltinTable = {
  "list contains": onList(["list", "element"], (list, [element]) => includes(list, element ?? null)),
  count: onList(["list"], (list) => list.length),
  "is empty": onList(["list"], (list) => list.length === 0),
  all: ofList((list) => decide(list, false)),
  any: ofList((list) => decide(list, true)),
  sublist: overloaded(
    [
      ["list", "start position"],
      ["list", "start position", "length"],
    ],
    ([list, start, length]) => sublist(list, start, length),
  ),
  append: {
    signatures: [["list", "items"]],
    apply: ([list, ...items]) => (isList(list ?? null) ? [...(list as List), ...items] : undefined),
  },
  concatenate: { signatures: [["lists"]], apply: (lists, run) => joined(lists, run) },
  "insert before": fixed(["list", "position", "newItem"], ([list, at, item]) => spliced(list, at, 0, [item ?? null])),
  remove: fixed(["list", "position"], ([list, at]) => spliced(list, at, 1, [])),
  "list replace": overloaded(
    [
      ["list", "position", "newItem"],
      ["list", "match", "newItem"],
    ],
    ([list, at = null, item = null], run) =>
      isCallable(at) ? replaced(list, at, item, run) : spliced(list, at, 1, [item]),
  ),
  reverse: onList(["list"], (list) => list.toReversed()),
  "index of": onList(["list", "match"], (list, [match]) =>
    list.flatMap((item, index) => (equal(item, match ?? null) === true ? [index + 1] : [])),
  ),
  union: { signatures: [["lists"]], apply: (lists, run) => distinctOrNot(joined(lists, run), run) },
  "distinct values": onList(["list"], (list, _rest, run) => distinct(list, run)),
  "duplicate values": onList(["list"], (list, _rest, run) => duplicates(list, run)),
  flatten: onList(["list"], (list, _rest, run) => flatten(list, run)),
  sort: fixed(["list", "precedes"], ([list, precedes]) => sorted(list, precedes)),
  "string join": overloaded(
    [["list"], ["list", "delimiter"], ["list", "delimiter", "prefix", "suffix"]],
    ([list, delimiter = null, prefix = null, suffix = null], run) => stringJoin(list, [delimiter, prefix, suffix], run),
  ),
  partition: onList(["list", "size"], (list, [size]) => partition(list, size ?? null)),
};

function onList(
  parameters: readonly string[],
  apply: (list: List, rest: List, run: Run) => FeelValue | undefined,
): Builtin {
  return fixed(parameters, ([list, ...rest], run) => {
    return isList(list ?? null) ? apply(list as List, rest, run) : undefined;
  });
}

function includes(list: List, element: FeelValue): boolean {
  return list.some((item) => equal(item, element) === true);
}

/** The decisive value as soon as one item has it; null when one is no boolean. */
function decide(list: List, decisive: boolean): boolean | null {
  if (list.includes(decisive)) return decisive;
  return list.every((item) => typeof item === "boolean") ? !decisive : null;
}

function offsetOf(list: List, position: FeelValue | undefined): number | null {
  if (!isNumber(position ?? null)) return null;
  const at = toPlainNumber(position as number);
  if (!Number.isInteger(at) || at === 0) return null;
  return at > 0 ? at - 1 : list.length + at;
}

function sublist(
  list: FeelValue | undefined,
  start: FeelValue | undefined,
  length: FeelValue | undefined,
): FeelValue | undefined {
  if (!isList(list ?? null)) return undefined;
  const items = list as List;
  const from = offsetOf(items, start);
  if (from === null || from < 0) return undefined;
  if (length === undefined) return items.slice(from);
  return isNumber(length) ? items.slice(from, from + toPlainNumber(length)) : undefined;
}

function spliced(
  list: FeelValue | undefined,
  position: FeelValue | undefined,
  removed: number,
  added: List,
): FeelValue | undefined {
  if (!isList(list ?? null)) return undefined;
  const items = list as List;
  const at = offsetOf(items, position);
  return at === null || at < 0 ? undefined : items.toSpliced(at, removed, ...added);
}

/** Each item for which the function of it and the new one is true becomes the new one; undefined when it answers anything else than true and false. */
function replaced(
  list: FeelValue | undefined,
  match: FeelCallable,
  newItem: FeelValue,
  run: Run,
): FeelValue | undefined {
  if (!isList(list ?? null) || match.parameters.length !== 2) return undefined;
  const items = list as List;
  run.spend(items.length);
  const matches = items.map((item) => match.call([item, newItem]));
  if (!matches.every((answer) => typeof answer === "boolean")) return undefined;
  return items.map((item, index) => (matches[index] === true ? newItem : item));
}

function joined(lists: List, run: Run): List | undefined {
  if (!lists.every(isList)) return undefined;
  const all = lists.flat(1) as List;
  run.spend(all.length);
  return all;
}

function distinctOrNot(list: List | undefined, run: Run): List | undefined {
  return list === undefined ? undefined : distinct(list, run);
}

function distinct(list: List, run: Run): List {
  const kept: FeelValue[] = [];
  for (const item of list) {
    run.spend(kept.length);
    if (!includes(kept, item)) kept.push(item);
  }
  return kept;
}

function duplicates(list: List, run: Run): List {
  run.spend(list.length * list.length);
  return distinct(
    list.filter((item) => list.filter((other) => equal(item, other) === true).length > 1),
    run,
  );
}

function flatten(list: List, run: Run): List {
  run.spend(list.length);
  return list.flatMap((item) => (isList(item) ? flatten(item, run) : [item]));
}

function sorted(list: FeelValue | undefined, precedes: FeelValue | undefined): FeelValue | undefined {
  if (!isList(list ?? null) || !isCallable(precedes ?? null)) return undefined;
  const comes = precedes as { call: (args: List) => FeelValue };
  return (list as List).toSorted((a, b) => {
    if (comes.call([a, b]) === true) return -1;
    return comes.call([b, a]) === true ? 1 : 0;
  });
}

function stringJoin(list: FeelValue | undefined, [delimiter, prefix, suffix]: List, run: Run): FeelValue | undefined {
  if (!isList(list ?? null)) return undefined;
  const texts = (list as List).filter((item) => item !== null);
  if (!texts.every((item) => typeof item === "string")) return undefined;
  const [glue, before, after] = [delimiter, prefix, suffix].map((part) => (typeof part === "string" ? part : ""));
  run.spend(texts.length);
  return run.text((before ?? "") + texts.map(valueText).join(glue) + (after ?? ""));
}

function partition(list: List, size: FeelValue): FeelValue | undefined {
  const length = isNumber(size) ? toPlainNumber(size) : 0;
  if (!Number.isInteger(length) || length < 1) return undefined;
  return Array.from({ length: Math.ceil(list.length / length) }, (_, index) =>
    list.slice(index * length, (index + 1) * length),
  );
}
