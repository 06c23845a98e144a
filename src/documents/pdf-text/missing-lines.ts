import { readPdfText } from "./read-pdf-text.js";

const plain = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** Lines of `expected` (as in expected.txt; empty ones do not count) that stand nowhere in the PDF. */
export async function missingLines(pdf: Buffer, expected: string): Promise<string[]> {
  const lines = (await readPdfText(pdf)).flat().map(plain);
  const wanted = expected
    .split("\n")
    .map(plain)
    .filter((line) => line !== "");
  return wanted.filter((line) => !lines.some((each) => each.includes(line)));
}
