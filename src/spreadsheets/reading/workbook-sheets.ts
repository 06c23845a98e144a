import { MergedMarker } from "./mark-merged.js";
import { readMergedRanges } from "./merged-ranges.js";
import { readNumberLooks } from "./number-looks.js";
import type { RawRow, RawSheet } from "./raw-row.js";
import { readXmlPart } from "./read-xml-part.js";
import { relationshipsOf } from "./relationships.js";
import { readSharedStrings } from "./shared-strings.js";
import { type CellContext, readSheetRows } from "./sheet-rows.js";
import { damagedWorkbook } from "./unreadable.js";
import { openWorkbookPackage, type WorkbookPackage } from "./workbook-package.js";

interface SheetList {
  readonly isDate1904: boolean;
  /** Sheets that a person sees, in their order. */
  readonly sheets: readonly { readonly name: string; readonly relationshipId: string }[];
}

const listSheets = async (parts: WorkbookPackage, workbook: string): Promise<SheetList> => {
  const sheets: { name: string; relationshipId: string }[] = [];
  let isDate1904 = false;
  await readXmlPart(parts, workbook, {
    open(name, attribute) {
      if (name === "workbookPr") isDate1904 = ["1", "true"].includes(attribute("date1904") ?? "0");
      if (name !== "sheet" || (attribute("state") ?? "visible") !== "visible") return;
      sheets.push({ name: attribute("name") ?? "", relationshipId: attribute("id") ?? "" });
    },
    text: () => undefined,
    close: () => undefined,
  });
  return { isDate1904, sheets };
};

async function* markedRows(parts: WorkbookPackage, path: string, context: CellContext): AsyncIterable<RawRow> {
  const marker = new MergedMarker(await readMergedRanges(parts, path));
  for await (const row of readSheetRows(parts, path, context)) yield marker.mark(row);
}

/**
 * The visible sheets of an xlsx. Hidden rows and columns are read like others; formulas are never evaluated and their stored results
 * never used.
 * @throws {AppError} SPREADSHEET_UNREADABLE, TOO_LARGE
 */
export const openWorkbook = async (bytes: Buffer): Promise<readonly RawSheet[]> => {
  const parts = await openWorkbookPackage(bytes);
  const workbook = (await relationshipsOf(parts, "")).find(({ type }) => type === "officeDocument")?.path;
  if (workbook === undefined || !parts.has(workbook)) throw damagedWorkbook("it has no workbook part");
  const { isDate1904, sheets } = await listSheets(parts, workbook);
  const related = await relationshipsOf(parts, workbook);
  const pathOf = (type: string): string => related.find((each) => each.type === type)?.path ?? "";
  const context: CellContext = {
    sharedStrings: await readSharedStrings(parts, pathOf("sharedStrings")),
    looks: await readNumberLooks(parts, pathOf("styles")),
  };
  return sheets.flatMap(({ name, relationshipId }) => {
    const path = related.find(({ id, type }) => id === relationshipId && type === "worksheet")?.path;
    return path === undefined || !parts.has(path)
      ? []
      : [{ name, isDate1904, rows: () => markedRows(parts, path, context) }];
  });
};
