import type { SheetColumn, SheetRow } from "../../../http/contract/cases.js";
import { dayText } from "../../shared/format/dates.js";
import { decimalText, parseDecimal, plainDecimal } from "../../shared/format/numbers.js";

type Value = SheetRow["values"][string];
/** The language decides which sign stands before decimals. */
export type Language = "id" | "en";

/** What a person types, by column. */
export type Typed = Readonly<Record<string, string>>;

/** Columns that this row lets one fill in. */
export const editableColumns = (columns: readonly SheetColumn[], row: SheetRow | null): SheetColumn[] =>
  columns.filter((column) => column.editable && column.kind !== "files" && row?.locked?.includes(column.key) !== true);

/** A value as it stands in the input of its column. */
export function typedValue(column: SheetColumn, value: Value | undefined, language: Language): string {
  if (value === null || value === undefined) return "";
  return column.kind === "decimal" ? plainDecimal(String(value), language) : String(value);
}

/** The row's values as they stand in the inputs. */
export const typedValues = (columns: readonly SheetColumn[], row: SheetRow | null, language: Language): Typed =>
  Object.fromEntries(columns.map((column) => [column.key, typedValue(column, row?.values[column.key], language)]));

/** Why a typed value cannot be sent. */
export type TypedFault = "required" | "decimal" | "integer";

/** Typed texts as values, or what is wrong with them. The rules proper are the server's. */
export function readTyped(
  columns: readonly SheetColumn[],
  typed: Typed,
  language: Language,
): { values: Record<string, Value>; faults: Record<string, TypedFault> } {
  const values: Record<string, Value> = {};
  const faults: Record<string, TypedFault> = {};
  for (const column of columns) {
    const text = (typed[column.key] ?? "").trim();
    if (text === "") {
      values[column.key] = null;
      if (column.required) faults[column.key] = "required";
      continue;
    }
    const number = column.kind === "decimal" || column.kind === "integer" ? parseDecimal(text, language) : text;
    if (number === null) faults[column.key] = column.kind === "integer" ? "integer" : "decimal";
    else if (column.kind === "integer" && !/^-?\d+$/.test(number)) faults[column.key] = "integer";
    else values[column.key] = column.kind === "integer" ? Number(number) : number;
  }
  return { values, faults };
}

/** A value as it is read in a list. */
export function shownValue(column: SheetColumn, value: Value | undefined, language: Language): string {
  if (value === null || value === undefined || value === "") return "";
  if (column.kind === "decimal") return decimalText(String(value), language, column.scale);
  if (column.kind === "date") return dayText(String(value), language);
  if (column.kind === "choice")
    return column.choices?.find((choice) => choice.value === value)?.label[language] ?? String(value);
  return String(value);
}

/**
 * The columns that name a row: the first that is searched for together with the first plain text ("12 Tatap muka"),
 * or the first that holds words.
 */
export function titleColumns(columns: readonly SheetColumn[]): SheetColumn[] {
  const named = (["search", "text"] as const).flatMap((kind) => columns.find((column) => column.kind === kind) ?? []);
  const first = columns.find(({ kind }) => kind === "longtext") ?? columns[0];
  return named.length > 0 || first === undefined ? named : [first];
}

/** Name of a row; empty when its naming columns are. */
export const rowTitle = (columns: readonly SheetColumn[], row: SheetRow, language: Language): string =>
  titleColumns(columns)
    .map((column) => shownValue(column, row.values[column.key], language))
    .filter((text) => text !== "")
    .join(" ");

/** Numbers stand right-aligned. */
export const isNumeric = ({ kind }: SheetColumn): boolean => kind === "decimal" || kind === "integer";
