import type { ColumnLayout } from "../schema/table-layout.js";

/** Code of a value that is bound. */
export const BOUND = 0;

const [NULL, FALSE, TRUE, EMPTY_LIST, EMPTY_OBJECT] = [1, 2, 3, 4, 5] as const;

/** Values that most rows share in the columns below. */
const WORDS = [
  "",
  "<default>",
  "ACTIVE",
  "COMPLETED",
  "TERMINATED",
  "CREATED",
  "CANCELED",
  "CORRELATED",
  "DELETED",
  "ACTIVATABLE",
  "ACTIVATED",
  "ENDED",
  "BPMN_ELEMENT",
  "UNSPECIFIED",
] as const;
const WORD_COLUMNS = new Set([
  "state",
  "availability",
  "kind",
  "listenerEventType",
  "messageSubscriptionState",
  "tenantId",
  "worker",
  "action",
]);

const LITERALS = ["?", "NULL", "0", "1", "'[]'", "'{}'", ...WORDS.map((word) => `'${word}'`)] as const;
const WORD_CODES: ReadonlyMap<unknown, number> = new Map(WORDS.map((word, index) => [word, EMPTY_OBJECT + 1 + index]));

/** How many codes there are. */
export const CODES = LITERALS.length;

/** A column that knows how its values are coded. */
export interface CodedColumn {
  readonly layout: ColumnLayout;
  readonly hasWords: boolean;
}

export const codedColumn = (layout: ColumnLayout): CodedColumn => ({
  layout,
  hasWords: layout.type === "text" && WORD_COLUMNS.has(layout.name),
});

/** What stands for the value in the text of a statement, as a code; BOUND where the value itself is sent. */
export function literalCode({ layout: { type, isNullable }, hasWords }: CodedColumn, value: unknown): number {
  // JSON has a null of its own, which is a value where the column must not be empty.
  if (value === null || value === undefined) return type === "json" && !isNullable ? BOUND : NULL;
  if (type === "bool") return value === true ? TRUE : FALSE;
  if (hasWords) return WORD_CODES.get(value) ?? BOUND;
  if (type === "json" && typeof value === "object") return emptiness(value);
  return BOUND;
}

function emptiness(value: object): number {
  if (Array.isArray(value)) return value.length === 0 ? EMPTY_LIST : BOUND;
  for (const _name in value) return BOUND;
  return EMPTY_OBJECT;
}

/** The text of a code. */
export const literalText = (code: number): string => LITERALS[code] ?? "?";
