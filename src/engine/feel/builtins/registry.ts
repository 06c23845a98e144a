import { booleanBuiltins } from "./boolean.js";
import type { Builtin } from "./builtin.js";
import { contextBuiltins } from "./context.js";
import { conversionBuiltins } from "./conversion.js";
import { listBuiltins } from "./list.js";
import { listNumberBuiltins } from "./list-number.js";
import { numberBuiltins } from "./number.js";
import { rangeBuiltins } from "./range.js";
import { stringBuiltins } from "./string.js";
import { temporalBuiltins } from "./temporal.js";

/** Every built-in function by name: the standard's, Camunda's extensions, the engine's `cycle` and `fromAi`. */
export const BUILTINS: ReadonlyMap<string, Builtin> = new Map(
  [
    booleanBuiltins,
    contextBuiltins,
    conversionBuiltins,
    listBuiltins,
    listNumberBuiltins,
    numberBuiltins,
    rangeBuiltins,
    stringBuiltins,
    temporalBuiltins,
  ].flatMap((table) => Object.entries(table)),
);
