import { type PdfObject, reference } from "./pdf-objects.js";

/** A font as far as reading needs it: what a glyph means and how wide it is. */
export interface PdfFont {
  text(glyph: number): string;
  /** Thousandths of the font's size. */
  width(glyph: number): number;
}

const PAIR = /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g;
const TRIPLE = /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g;

const hex = (text: string | undefined): number => Number.parseInt(text ?? "0", 16);

/** UTF-16, big-endian, as ToUnicode maps hold it. */
const decode = (digits: string): string =>
  (digits.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(hex(unit))).join("");

const sections = (map: string, name: string): string[] =>
  [...map.matchAll(new RegExp(`begin${name}([\\s\\S]*?)end${name}`, "g"))].map((match) => match[1] ?? "");

const readMeanings = (map: string): ReadonlyMap<number, string> => {
  const meanings = new Map<number, string>();
  for (const section of sections(map, "bfchar")) {
    for (const [, glyph, text = ""] of section.matchAll(PAIR)) meanings.set(hex(glyph), decode(text));
  }
  for (const section of sections(map, "bfrange")) {
    for (const [, first, last, text] of section.matchAll(TRIPLE)) {
      for (let glyph = hex(first); glyph <= hex(last); glyph++) {
        meanings.set(glyph, String.fromCharCode(hex(text) + glyph - hex(first)));
      }
    }
  }
  return meanings;
};

/** `/W [first [w w w] first last w …]`. */
const readWidths = (dictionary: string): ReadonlyMap<number, number> => {
  const widths = new Map<number, number>();
  const list = /\/W\s*\[([\s\S]*)\]/.exec(dictionary)?.[1] ?? "";
  for (const [, first, each, last, same] of list.matchAll(/(\d+)\s*(?:\[([^\]]*)\]|(\d+)\s+([\d.]+))/g)) {
    if (each !== undefined) {
      each
        .trim()
        .split(/\s+/)
        .forEach((width, index) => widths.set(Number(first) + index, Number(width)));
    } else {
      for (let glyph = Number(first); glyph <= Number(last); glyph++) widths.set(glyph, Number(same));
    }
  }
  return widths;
};

/** Reads a composite font with a ToUnicode map, the only kind that the browser embeds. */
export function readFont(objects: ReadonlyMap<number, PdfObject>, number: number): PdfFont {
  const dictionary = objects.get(number)?.dictionary ?? "";
  const meanings = readMeanings(objects.get(reference(dictionary, "ToUnicode") ?? -1)?.stream ?? "");
  const descendant = /\/DescendantFonts\s*\[(\d+) 0 R/.exec(dictionary)?.[1];
  const widths = readWidths(objects.get(Number(descendant ?? "-1"))?.dictionary ?? "");
  return { text: (glyph) => meanings.get(glyph) ?? "", width: (glyph) => widths.get(glyph) ?? 500 };
}
