import type { PdfFont } from "./pdf-font.js";

/** A run of glyphs on a page; units are points, `y` grows downwards. */
export interface TextPiece {
  readonly x: number;
  readonly y: number;
  readonly end: number;
  readonly size: number;
  readonly text: string;
}

type Matrix = readonly [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

const multiply = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
];

const TOKEN = /<([0-9A-Fa-f]*)>(?!>)|\/([^\s/<>[\]()]+)|(-?\d*\.?\d+)|([A-Za-z'"*]+)|<<|>>|[[\]]|\((?:\\.|[^\\)])*\)/g;

const asMatrix = (numbers: readonly number[]): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers.slice(-6);
  return [a, b, c, d, e, f];
};

/** Follows the drawing operators of one page and collects its text. */
export class PageReader {
  readonly pieces: TextPiece[] = [];
  #page: Matrix = IDENTITY;
  readonly #saved: Matrix[] = [];
  #line: Matrix = IDENTITY;
  #at: Matrix = IDENTITY;
  #font: PdfFont | undefined;
  #size = 0;

  constructor(private readonly fonts: ReadonlyMap<string, PdfFont>) {}

  read(content: string): readonly TextPiece[] {
    let numbers: number[] = [];
    let name = "";
    let glyphs = "";
    for (const [, hex, word, number, operator] of content.matchAll(TOKEN)) {
      if (hex !== undefined) glyphs += hex;
      else if (word !== undefined) name = word;
      else if (number !== undefined) numbers.push(Number(number));
      else if (operator !== undefined) {
        this.#apply(operator, numbers, name, glyphs);
        numbers = [];
        glyphs = "";
      }
    }
    return this.pieces;
  }

  #apply(operator: string, numbers: readonly number[], name: string, glyphs: string): void {
    switch (operator) {
      case "q":
        this.#saved.push(this.#page);
        break;
      case "Q":
        this.#page = this.#saved.pop() ?? IDENTITY;
        break;
      case "cm":
        this.#page = multiply(asMatrix(numbers), this.#page);
        break;
      case "BT":
        this.#at = this.#line = IDENTITY;
        break;
      case "Tf":
        this.#font = this.fonts.get(name);
        this.#size = numbers.at(-1) ?? 0;
        break;
      case "Tm":
        this.#at = this.#line = asMatrix(numbers);
        break;
      case "Td":
        this.#at = this.#line = multiply([1, 0, 0, 1, numbers.at(-2) ?? 0, numbers.at(-1) ?? 0], this.#line);
        break;
      case "Tj":
      case "TJ":
        this.#show(glyphs);
        break;
      default:
        break;
    }
  }

  #show(digits: string): void {
    const font = this.#font;
    if (font === undefined) return;
    const glyphs = (digits.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
    const width = (glyphs.reduce((sum, glyph) => sum + font.width(glyph), 0) / 1000) * this.#size;
    const start = multiply(this.#at, this.#page);
    this.#at = multiply([1, 0, 0, 1, width, 0], this.#at);
    const end = multiply(this.#at, this.#page);
    const scale = Math.hypot(start[2], start[3]);
    this.pieces.push({
      x: start[4],
      y: -start[5],
      end: end[4],
      size: this.#size * scale,
      text: glyphs.map((glyph) => font.text(glyph)).join(""),
    });
  }
}
