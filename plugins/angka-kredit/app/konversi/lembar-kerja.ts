import { buffer } from "node:stream/consumers";
import { writeSheet, type WrittenColumn, type WrittenValue } from "../../../../src/plugin-api/index.js";

/** A table as the bytes of an xlsx. */
export const lembarKerja = (
  columns: readonly WrittenColumn[],
  rows: AsyncIterable<Readonly<Record<string, WrittenValue>>>,
  judul: string,
): Promise<Buffer> => buffer(writeSheet(columns, rows, judul));
