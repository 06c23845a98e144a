import { once } from "node:events";
import { PassThrough, type Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { sheetName } from "./sheet-name.js";
import type { SpreadsheetKind } from "./spreadsheet-column.js";
import { FORMATS, type WrittenValue, writtenCell } from "./written-cell.js";

/** Media type of what `writeSheet` makes. */
export const XLSX_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A column to be written. */
export interface WrittenColumn {
  readonly key: string;
  readonly heading: string;
  readonly kind: SpreadsheetKind;
  /** In characters; by default as wide as the heading, 12 at least. */
  readonly width?: number;
}

/** After so many rows the writer waits for the reader of the stream: little enough to hold, much enough not to slow. */
const ROWS_PER_TURN = 200;
const LEAST_WIDTH = 12;
const ROOM_BESIDE_HEADING = 3; // for the filter's button

/** Waits until the stream takes more, or until nobody reads it any longer. */
const roomIn = async (output: PassThrough): Promise<void> => {
  await setImmediate();
  if (!output.writableNeedDrain || output.destroyed) return;
  await Promise.race([once(output, "drain"), once(output, "close")]);
};

const fill = async (
  columns: readonly WrittenColumn[],
  rows: AsyncIterable<Readonly<Record<string, WrittenValue>>>,
  title: string,
  output: PassThrough,
): Promise<void> => {
  const { default: excel } = await import("exceljs"); // 40 MB that most runs of the program never need
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet(sheetName(title), { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = columns.map(({ key, heading, kind, width }) => ({
    key,
    width: width ?? Math.max(LEAST_WIDTH, heading.length + ROOM_BESIDE_HEADING),
    style: { numFmt: FORMATS[kind] },
  }));
  const headings = sheet.addRow(columns.map(({ heading }) => heading));
  headings.font = { bold: true };
  headings.commit();
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  let count = 0;
  for await (const row of rows) {
    sheet.addRow(columns.map(({ key, kind }) => writtenCell(row[key] ?? null, kind))).commit();
    count += 1;
    if (count % ROWS_PER_TURN === 0) await roomIn(output);
    if (output.destroyed) return;
  }
  await workbook.commit();
};

/**
 * Writes a table as xlsx while its rows arrive. The first row holds the headings and stays in view. Texts are written as texts, whatever
 * they start with; decimals and dates as numbers that a spreadsheet computes with.
 *
 * The stream fails with what `rows` throws, or a RangeError for a value that is not of its column's kind.
 *
 * @param title name of the sheet; characters that Excel refuses are left out.
 */
export const writeSheet = (
  columns: readonly WrittenColumn[],
  rows: AsyncIterable<Readonly<Record<string, WrittenValue>>>,
  title: string,
): Readable => {
  const output = new PassThrough();
  fill(columns, rows, title, output).catch((error: unknown) => {
    output.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return output;
};
