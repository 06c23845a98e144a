import { AppError } from "../../platform/index.js";
import { damagedWorkbook } from "./unreadable.js";
import type { WorkbookPackage } from "./workbook-package.js";
import { type XmlHandler, XmlReader } from "./xml-reader.js";

/**
 * Reads a part of the workbook from start to end and gives a turn after each piece, so that rows can be handed on while more arrive.
 * @throws {AppError} SPREADSHEET_UNREADABLE when it is not well formed.
 */
export async function* readXmlPieces(parts: WorkbookPackage, path: string, handler: XmlHandler): AsyncIterable<void> {
  const reader = new XmlReader(handler);
  try {
    for await (const piece of parts.read(path)) {
      reader.write(piece);
      yield;
    }
    reader.end();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw damagedWorkbook(`part '${path}' is not well formed`, error);
  }
}

/** The same for a part that is needed whole. */
export const readXmlPart = async (parts: WorkbookPackage, path: string, handler: XmlHandler): Promise<void> => {
  const pieces = readXmlPieces(parts, path, handler)[Symbol.asyncIterator]();
  while ((await pieces.next()).done !== true);
};
