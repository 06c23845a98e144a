import { PageReader, type TextPiece } from "./page-pieces.js";
import { type PdfFont, readFont } from "./pdf-font.js";
import { type PdfObject, readObjects } from "./pdf-objects.js";

const FONT_ENTRY = /\/([A-Za-z]+\d+)\s+(\d+) 0 R/g;

const fontsOf = (dictionary: string, font: (number: number) => PdfFont): ReadonlyMap<string, PdfFont> => {
  const entries = /\/Font\s*<<([\s\S]*?)>>/.exec(dictionary)?.[1] ?? "";
  return new Map([...entries.matchAll(FONT_ENTRY)].map(([, name = "", number]) => [name, font(Number(number))]));
};

const contentOf = (objects: ReadonlyMap<number, PdfObject>, dictionary: string): string => {
  const list = /\/Contents\s*(\[[^\]]*\]|\d+ 0 R)/.exec(dictionary)?.[1] ?? "";
  return [...list.matchAll(/(\d+) 0 R/g)].map(([, number]) => objects.get(Number(number))?.stream ?? "").join("\n");
};

/** Text on one base line, left to right; a gap wider than a quarter of the letter becomes a space. */
const joinLine = (pieces: readonly TextPiece[]): string => {
  let text = "";
  let end = Number.POSITIVE_INFINITY;
  for (const piece of pieces.toSorted((a, b) => a.x - b.x)) {
    const isApart = piece.x - end > piece.size * 0.25;
    text += isApart && !text.endsWith(" ") ? ` ${piece.text}` : piece.text;
    end = piece.end;
  }
  return text.replaceAll(/[\s\u00A0]+/g, " ").trim();
};

const linesOf = (pieces: readonly TextPiece[]): string[] => {
  const lines: TextPiece[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    const isSame = line !== undefined && Math.abs((line[0]?.y ?? 0) - piece.y) < 2;
    if (isSame) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map(joinLine).filter((line) => line !== "");
};

const pagesInOrder = (objects: ReadonlyMap<number, PdfObject>): PdfObject[] => {
  const kids = [...objects.values()]
    .filter(({ dictionary }) => /\/Type\s*\/Pages\b/.test(dictionary))
    .flatMap(({ dictionary }) => [...(/\/Kids\s*\[([^\]]*)\]/.exec(dictionary)?.[1] ?? "").matchAll(/(\d+) 0 R/g)]);
  return kids
    .map(([, number]) => objects.get(Number(number)))
    .filter((object): object is PdfObject => object !== undefined && /\/Type\s*\/Page\b/.test(object.dictionary));
};

/**
 * Text of a PDF that this module printed: pages, each with its lines from top to bottom. For checks of documents; a reader
 * of any PDF whatever it is not (encodings other than the browser's are left out).
 */
export function readPdfText(pdf: Buffer): string[][] {
  const objects = readObjects(pdf);
  const fonts = new Map<number, PdfFont>();
  const font = (number: number): PdfFont => {
    const known = fonts.get(number) ?? readFont(objects, number);
    fonts.set(number, known);
    return known;
  };
  return pagesInOrder(objects).map(({ dictionary }) => {
    const reader = new PageReader(fontsOf(dictionary, font));
    return linesOf(reader.read(contentOf(objects, dictionary)));
  });
}
