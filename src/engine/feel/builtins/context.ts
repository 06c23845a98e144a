import { propertyOf } from "../property.js";
import type { Run } from "../run.js";
import type { FeelContext, FeelValue } from "../value.js";
import { entryOf, isContext, isList, setEntry } from "../value.js";
import type { BuiltinTable } from "./builtin.js";
import { fixed, ofList, overloaded } from "./builtin.js";

/** Functions of contexts. */
export const contextBuiltins: BuiltinTable = {
  "get value": overloaded(
    [
      ["context", "key"],
      ["context", "keys"],
      ["m", "key"],
    ],
    ([context = null, key = null], run) => getValue(context, key, run),
  ),
  "get entries": overloaded([["context"], ["m"]], ([context = null]) =>
    isContext(context) ? Object.entries(context).map(([key, value]) => ({ key, value })) : undefined,
  ),
  "context put": overloaded(
    [
      ["context", "key", "value"],
      ["context", "keys", "value"],
    ],
    ([context = null, key = null, value = null]) => put(context, key, value),
  ),
  put: fixed(["context", "key", "value"], ([context = null, key = null, value = null]) => put(context, key, value)),
  "context merge": ofList(merge, "contexts"),
  "put all": ofList(merge),
  context: fixed(["entries"], ([entries = null]) => fromEntries(entries)),
};

function getValue(context: FeelValue, key: FeelValue, run: Run): FeelValue | undefined {
  if (!isContext(context)) return undefined;
  if (typeof key === "string") return propertyOf(context, key, run);
  if (!isList(key) || key.length === 0 || !key.every((part) => typeof part === "string")) return undefined;
  return key.reduce<FeelValue>((value, part) => (isContext(value) ? (entryOf(value, part) ?? null) : null), context);
}

function put(context: FeelValue, key: FeelValue, value: FeelValue): FeelValue | undefined {
  if (!isContext(context)) return undefined;
  if (typeof key === "string") return withEntry(context, key, value);
  if (!isList(key)) return undefined;
  const [first, ...rest] = key;
  if (typeof first !== "string") return undefined;
  if (rest.length === 0) return withEntry(context, first, value);
  const inner = put(entryOf(context, first) ?? {}, rest, value);
  return inner === undefined ? undefined : withEntry(context, first, inner);
}

function withEntry(context: FeelContext, key: string, value: FeelValue): FeelContext {
  const copy: Record<string, FeelValue> = { ...context };
  setEntry(copy, key, value);
  return copy;
}

function merge(contexts: readonly FeelValue[]): FeelValue | undefined {
  if (!contexts.every(isContext)) return undefined;
  const merged: Record<string, FeelValue> = {};
  for (const context of contexts) for (const [name, value] of Object.entries(context)) setEntry(merged, name, value);
  return merged;
}

function fromEntries(entries: FeelValue): FeelValue | undefined {
  if (!isList(entries)) return undefined;
  const context: Record<string, FeelValue> = {};
  for (const entry of entries) {
    const key = isContext(entry) ? entryOf(entry, "key") : undefined;
    const value = isContext(entry) ? entryOf(entry, "value") : undefined;
    if (typeof key !== "string" || value === undefined) return undefined;
    setEntry(context, key, value);
  }
  return context;
}
