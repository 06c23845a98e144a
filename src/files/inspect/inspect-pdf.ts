import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { passwordNeeded } from "./refusal.js";

/** Stands in the trailer of every encrypted PDF (ISO 32000-1, 7.5.5), never compressed. */
const MARK = Buffer.from("/Encrypt", "latin1");

const holdsMark = async (path: string): Promise<boolean> => {
  let tail = Buffer.alloc(0);
  for await (const piece of createReadStream(path)) {
    const chunk = Buffer.concat([tail, piece as Buffer]);
    if (chunk.includes(MARK)) return true;
    tail = chunk.subarray(-(MARK.length - 1));
  }
  return false;
};

const readRange = async (file: FileHandle, begin: number, end: number): Promise<Uint8Array> => {
  const { buffer, bytesRead } = await file.read(new Uint8Array(end - begin), 0, end - begin, begin);
  return buffer.subarray(0, bytesRead);
};

/** True when a reader asks for a password before it shows anything. Reads only the parts that it needs. */
const asksForPassword = async (file: FileHandle, sizeBytes: number): Promise<boolean> => {
  const { getDocument, PDFDataRangeTransport, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const range = new PDFDataRangeTransport(sizeBytes, null);
  range.requestDataRange = (begin, end) => {
    void readRange(file, begin, end).then(
      (bytes) => range.onDataRange(begin, bytes),
      () => range.abort(),
    );
  };
  const task = getDocument({ range, disableAutoFetch: true, disableStream: true, verbosity: VerbosityLevel.ERRORS });
  try {
    await task.promise;
    return false;
  } catch (error) {
    // Whatever else is wrong with it is not judged here: readers bear much that this one does not.
    return error instanceof Error && error.name === "PasswordException";
  } finally {
    await task.destroy();
  }
};

/**
 * Refuses a PDF that opens with a password only: evidence that nobody can look at. One that is merely locked against printing
 * or changing opens without, and is taken.
 * @throws {AppError} FILE_ENCRYPTED
 */
export const inspectPdf = async ({
  path,
  name,
  sizeBytes,
}: {
  readonly path: string;
  readonly name: string;
  readonly sizeBytes: number;
}): Promise<void> => {
  if (!(await holdsMark(path))) return;
  const file = await open(path, "r");
  try {
    if (await asksForPassword(file, sizeBytes)) throw passwordNeeded(name);
  } finally {
    await file.close();
  }
};
