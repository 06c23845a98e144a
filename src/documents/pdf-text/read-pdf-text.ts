import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A run of letters at its place; the origin is the lower left corner of the page. */
interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly end: number;
  readonly size: number;
}

/** Text on one base line, left to right; a gap wider than a quarter of the letter becomes a space. */
const joinLine = (pieces: readonly Piece[]): string => {
  let text = "";
  let end = Number.POSITIVE_INFINITY;
  for (const piece of pieces.toSorted((a, b) => a.x - b.x)) {
    const isApart = piece.x - end > piece.size * 0.25;
    text += isApart && !text.endsWith(" ") ? ` ${piece.text}` : piece.text;
    end = piece.end;
  }
  return text.replaceAll(/[\s\u00A0]+/g, " ").trim();
};

const linesOf = (pieces: readonly Piece[]): string[] => {
  const lines: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    const isSame = line !== undefined && Math.abs((line[0]?.y ?? 0) - piece.y) < 2;
    if (isSame) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map(joinLine).filter((line) => line !== "");
};

/**
 * Text of a PDF: pages, each with its lines from top to bottom. For checks of documents.
 *
 * @throws {Error} when the bytes are no PDF.
 */
export async function readPdfText(pdf: Buffer): Promise<string[][]> {
  // A copy, because the library takes the bytes over.
  const task = getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: VerbosityLevel.ERRORS });
  try {
    const document = await task.promise;
    const pages: string[][] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(
        linesOf(
          items.flatMap((item) => {
            if (!("str" in item) || item.str === "") return [];
            const [, , , size, x, y] = item.transform as number[];
            return [{ text: item.str, x: x ?? 0, y: y ?? 0, end: (x ?? 0) + item.width, size: Math.abs(size ?? 0) }];
          }),
        ),
      );
    }
    return pages;
  } finally {
    await task.destroy();
  }
}
