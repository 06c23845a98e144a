import { columnNumber } from "../column-letter.js";
import { unescapeCellText } from "./cell-text.js";
import type { NumberLook, RawCell, RawRow } from "./raw-row.js";
import { readXmlPieces } from "./read-xml-part.js";
import type { WorkbookPackage } from "./workbook-package.js";
import type { XmlHandler } from "./xml-reader.js";

/** What cells refer to. */
export interface CellContext {
  readonly sharedStrings: readonly string[];
  readonly looks: readonly NumberLook[];
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string | undefined;
  formula: string | undefined;
}

const cellOf = (
  { type, style, value, formula }: OpenCell,
  { sharedStrings, looks }: CellContext,
): RawCell | undefined => {
  if (formula !== undefined) return { kind: "formula", text: `=${formula}` };
  if (value === undefined) return undefined;
  switch (type) {
    case "s": {
      const text = sharedStrings[Number(value)];
      if (text === undefined) throw new Error(`Expected a shared text with number ${value}`);
      return { kind: "text", text };
    }
    case "inlineStr":
    case "str":
    case "d": // a date as ISO text
      return { kind: "text", text: unescapeCellText(value) };
    case "b":
      return { kind: "boolean", text: value === "1" ? "TRUE" : "FALSE" };
    case "e":
      return { kind: "error", text: value };
    default:
      return { kind: "number", text: value, look: looks[style] ?? "plain" };
  }
};

/** Gathers rows from the tags of a sheet (ECMA-376 part 1, 18.3). */
class RowGatherer implements XmlHandler {
  readonly rows: RawRow[] = [];
  #row: { number: number; cells: Map<number, RawCell> } | undefined;
  #lastRow = 0;
  #lastColumn = 0;
  #cell: OpenCell | undefined;
  #into: "value" | "formula" | undefined;
  #isAid = false;

  constructor(private readonly context: CellContext) {}

  open(name: string, attribute: (name: string) => string | undefined): void {
    switch (name) {
      case "row":
        this.#lastRow = Number(attribute("r") ?? this.#lastRow + 1);
        this.#lastColumn = 0;
        this.#row = { number: this.#lastRow, cells: new Map() };
        break;
      case "c":
        this.#openCell(attribute);
        break;
      case "rPh":
        this.#isAid = true;
        break;
      case "v":
      case "t":
        if (this.#cell !== undefined && !this.#isAid) this.#into = "value";
        break;
      case "f":
        if (this.#cell !== undefined) {
          this.#into = "formula";
          this.#cell.formula = "";
        }
        break;
      default:
    }
  }

  text(text: string): void {
    if (this.#cell === undefined || this.#into === undefined) return;
    this.#cell[this.#into] = (this.#cell[this.#into] ?? "") + text;
  }

  close(name: string): void {
    this.#into = undefined;
    if (name === "rPh") this.#isAid = false;
    if (name === "c") this.#closeCell();
    if (name === "row" && this.#row !== undefined) {
      this.rows.push(this.#row);
      this.#row = undefined;
    }
  }

  #openCell(attribute: (name: string) => string | undefined): void {
    const letters = /^[A-Z]{1,3}/u.exec(attribute("r") ?? "")?.[0];
    this.#lastColumn = letters === undefined ? this.#lastColumn + 1 : columnNumber(letters);
    this.#cell = {
      column: this.#lastColumn,
      type: attribute("t") ?? "n",
      style: Number(attribute("s") ?? 0),
      value: undefined,
      formula: undefined,
    };
  }

  #closeCell(): void {
    if (this.#cell === undefined || this.#row === undefined) return;
    const cell = cellOf(this.#cell, this.context);
    if (cell !== undefined) this.#row.cells.set(this.#cell.column, cell);
    this.#cell = undefined;
  }
}

/**
 * The rows of a sheet, as they are read: never more than one piece of the sheet is held.
 * @throws {AppError} SPREADSHEET_UNREADABLE, TOO_LARGE
 */
export async function* readSheetRows(
  parts: WorkbookPackage,
  path: string,
  context: CellContext,
): AsyncIterable<RawRow> {
  const gatherer = new RowGatherer(context);
  const pieces = readXmlPieces(parts, path, gatherer)[Symbol.asyncIterator]();
  try {
    for (let isOver = false; !isOver;) {
      isOver = (await pieces.next()).done === true;
      yield* gatherer.rows.splice(0);
    }
  } finally {
    await pieces.return?.();
  }
}
