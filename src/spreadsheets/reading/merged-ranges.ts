import { columnNumber } from "../column-letter.js";
import { tooLarge } from "./unreadable.js";
import type { WorkbookPackage } from "./workbook-package.js";

/** Cells joined into one; numbers from 1, both ends included. */
export interface MergedRange {
  readonly ref: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const MOST_RANGES = 20_000;
/** Longer than any `mergeCell` tag, so that one cut in two by the end of a piece is found with the next piece. */
const OVERLAP = 200;
const MERGED = /<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["'][^>]*>/gu;

const rangeOf = ([, left = "", top = "", right = "", bottom = ""]:
  RegExpExecArray | RegExpMatchArray): MergedRange => ({
  ref: `${left}${top}:${right}${bottom}`,
  top: Number(top),
  bottom: Number(bottom),
  left: columnNumber(left),
  right: columnNumber(right),
});

/**
 * The merged ranges of a sheet from top to bottom. They stand behind the rows, so a sheet is run through once for them alone: by their
 * text, which takes a tenth of the time of reading it. (In a text of a cell `<` cannot stand, so nothing else looks like them.)
 */
export const readMergedRanges = async (parts: WorkbookPackage, path: string): Promise<readonly MergedRange[]> => {
  const found = new Map<string, MergedRange>();
  let rest = "";
  for await (const piece of parts.read(path)) {
    const text = rest + piece;
    for (const match of text.matchAll(MERGED)) {
      const range = rangeOf(match);
      found.set(range.ref, range);
    }
    if (found.size > MOST_RANGES) {
      throw tooLarge(
        `it has more than ${MOST_RANGES} merged cells`,
        "Terlalu banyak sel gabungan. Batalkan penggabungan sel, lalu unggah lagi",
        "There are too many merged cells. Unmerge them and upload the file again",
      );
    }
    rest = text.slice(-OVERLAP);
  }
  return [...found.values()].sort((a, b) => a.top - b.top);
};
