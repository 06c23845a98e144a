import { openCsv } from "./csv-sheet.js";
import type { RawSheet } from "./raw-row.js";
import { tooLarge, unreadable } from "./unreadable.js";
import { openWorkbook } from "./workbook-sheets.js";

/** 50,000 rows of 20 columns make some 8 MB. */
const MOST_BYTES = 20 * 1024 * 1024;
const ZIP = Buffer.from("PK\u0003\u0004", "latin1");
const COMPOUND_FILE = Buffer.from("d0cf11e0", "hex");

const gather = async (source: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) {
      throw tooLarge(
        `it has more than ${MOST_BYTES} bytes`,
        "Lembar kerja lebih besar dari 20 MB. Bagilah menjadi beberapa berkas",
        "The spreadsheet is larger than 20 MB. Split it into several files",
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/**
 * The visible sheets of an xlsx or CSV, told apart by content. The packed file is held in memory (20 MB at most), its rows are not.
 * @throws {AppError} SPREADSHEET_UNREADABLE, TOO_LARGE
 */
export const openSpreadsheet = async (source: AsyncIterable<Uint8Array>): Promise<readonly RawSheet[]> => {
  const bytes = await gather(source);
  if (bytes.length === 0) {
    throw unreadable("it is empty", "Berkas kosong", "The file is empty");
  }
  const head = bytes.subarray(0, 4);
  return head.equals(ZIP) || head.equals(COMPOUND_FILE) ? openWorkbook(bytes) : openCsv(bytes);
};
