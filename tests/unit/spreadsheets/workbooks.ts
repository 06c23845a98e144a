import ExcelJS from "exceljs";
import { aZip, type ZipPart } from "../files/archives.js";

/** An xlsx as a program writes it: with styles, shared texts, whatever `fill` puts in. */
export const aWorkbook = async (fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
};

/** The same with one sheet of plain rows. */
export const aSheet = (
  rows: readonly (readonly ExcelJS.CellValue[])[],
  change?: (sheet: ExcelJS.Worksheet) => void,
): Promise<Buffer> =>
  aWorkbook((book) => {
    const sheet = book.addWorksheet("Data");
    sheet.addRows(rows.map((row) => [...row]));
    change?.(sheet);
  });

const part = (name: string, content: string): ZipPart => ({ name, content: Buffer.from(content) });

/** An xlsx made by hand of the XML of its one sheet, so that it can be unusual or wrong in one way at a time. */
export const aRawWorkbook = (sheet: string, more: readonly ZipPart[] = []): Buffer =>
  aZip([
    part(
      "_rels/.rels",
      '<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    ),
    part(
      "xl/workbook.xml",
      '<workbook xmlns:r="r"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    part(
      "xl/_rels/workbook.xml.rels",
      '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
    ),
    part("xl/worksheets/sheet1.xml", sheet),
    ...more,
  ]);

/** The bytes in small pieces, as a network gives them. */
export async function* inPieces(bytes: Buffer, size = 1_000): AsyncIterable<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Everything that an async iterable gives. */
export const gathered = async <T>(source: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const each of source) all.push(each);
  return all;
};
