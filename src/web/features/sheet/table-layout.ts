import type { SheetColumn, SheetPage, SheetRow } from "../../../http/contract/cases.js";
import { decimalDifference } from "../../shared/format/numbers.js";
import { isNumeric, shownValue, titleColumns } from "./row-values.js";

type Language = "id" | "en";

/** Where each column of a sheet stands in its table. */
export interface TableLayout {
  /** They name the row. */
  readonly title: readonly SheetColumn[];
  /** A column of their own, in the order of the sheet. */
  readonly cells: readonly SheetColumn[];
  /** One line below the name. */
  readonly folded: readonly SheetColumn[];
  /** Long texts, each on a line below the name. */
  readonly long: readonly SheetColumn[];
  /** What has to be filled in for a row to be done; empty when rows are composed or only read. */
  readonly work: readonly SheetColumn[];
}

/**
 * Summaries and what one has to fill in get columns, so that nobody scrolls sideways to their own work; the rest is read
 * below the name. While rows are composed every column can be filled in: then numbers that are required stay columns too.
 */
export function tableLayout({ columns, canAdd }: Pick<SheetPage, "columns" | "canAdd">): TableLayout {
  const title = titleColumns(columns);
  const rest = columns.filter((column) => column.kind !== "files" && !title.includes(column));
  const isCell = (column: SheetColumn): boolean => {
    if (!canAdd && column.editable) return true;
    if (column.kind === "longtext") return false;
    return column.summary === true || (canAdd && column.required && isNumeric(column));
  };
  const below = rest.filter((column) => !isCell(column));
  return {
    title,
    cells: rest.filter(isCell),
    folded: below.filter(({ kind }) => kind !== "longtext"),
    long: below.filter(({ kind }) => kind === "longtext"),
    work: canAdd ? [] : columns.filter((column) => column.editable && column.required),
  };
}

/** The folded columns of a row in one line: dates that follow each other as a span, numbers with their name and unit. */
export function foldedLine(folded: readonly SheetColumn[], row: SheetRow, language: Language): string {
  const parts: { text: string; kind: SheetColumn["kind"] }[] = [];
  const units = new Map(folded.flatMap(({ key, unitIn }) => (unitIn === undefined ? [] : [[unitIn, key] as const])));
  const textOf = (key: string): string => {
    const column = folded.find((each) => each.key === key);
    return column === undefined ? "" : shownValue(column, row.values[key], language);
  };
  for (const column of folded) {
    const text = textOf(column.key);
    const before = parts.at(-1);
    if (text === "" || textOf(units.get(column.key) ?? "") !== "") continue;
    if (column.kind === "date" && before?.kind === "date") {
      before.text += before.text === text ? "" : ` – ${text}`;
      continue;
    }
    const unit = column.unitIn === undefined ? "" : textOf(column.unitIn);
    const number = `${column.label[language]} ${text}${unit === "" ? "" : ` ${unit}`}`;
    parts.push({ text: isNumeric(column) ? number : text, kind: column.kind });
  }
  return parts.map(({ text }) => text).join(" · ");
}

/** Whether everything that has to be filled in is; false when nothing has to. */
export const isDone = (work: readonly SheetColumn[], row: SheetRow): boolean =>
  work.length > 0 && work.every(({ key }) => (row.values[key] ?? "") !== "");

/** By how much a value differs from the one that its column is compared to ("-0.600"); null when it does not. */
export function difference(column: SheetColumn, row: SheetRow): string | null {
  const [own, other] = [row.values[column.key], column.comparedTo === undefined ? null : row.values[column.comparedTo]];
  if (own === null || own === undefined || other === null || other === undefined) return null;
  return decimalDifference(String(own), String(other));
}
