import type { RawCell, RawRow, RawSheet } from "./raw-row.js";
import { unreadable } from "./unreadable.js";

/** Separators that office programs write, by the language of the computer; the more frequent one in the first line is taken. */
const SEPARATORS = [";", ",", "\t"] as const;

const decode = (bytes: Buffer): string => {
  if (bytes.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]))) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes.includes(0)) {
    throw unreadable(
      "it holds bytes that no text has",
      "Berkas bukan lembar kerja. Yang diterima: Excel (.xlsx) dan CSV",
      "The file is not a spreadsheet. Accepted are Excel (.xlsx) and CSV",
    );
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes); // what Excel writes as plain "CSV"
  }
};

/** `sep=;` on a line of its own is what Excel itself understands. */
const separatorOf = (text: string): { readonly separator: string; readonly start: number } => {
  const stated = /^sep=(.)\r?\n/iu.exec(text);
  if (stated !== null) return { separator: stated[1] as string, start: stated[0].length };
  const firstLine = (/\S[^\r\n]*/u.exec(text)?.[0] ?? "").replaceAll(/"[^"]*"/gu, "");
  const counted = SEPARATORS.map((separator) => ({ separator, count: firstLine.split(separator).length }));
  return { separator: counted.sort((a, b) => b.count - a.count)[0]?.separator ?? ";", start: 0 };
};

/** One field from `at`; gives where it ends. A field in quotes holds separators, line ends and doubled quotes. */
const fieldAt = (text: string, at: number, separator: string): { readonly field: string; readonly end: number } => {
  if (text[at] !== '"') {
    let end = at;
    while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end += 1;
    return { field: text.slice(at, end), end };
  }
  let field = "";
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) {
      throw unreadable(
        "a quoted field does not end",
        "Berkas CSV rusak: ada tanda kutip pembuka tanpa penutup",
        "The CSV file is damaged: an opening quote has no closing one",
      );
    }
    field += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { field, end: quote + 1 };
    field += '"';
    from = quote + 2;
  }
};

const textCell = (text: string): RawCell => ({ kind: "text", text });

async function* rowsOf(text: string): AsyncIterable<RawRow> {
  const { separator, start } = separatorOf(text);
  let cells = new Map<number, RawCell>();
  let column = 1;
  let number = start > 0 ? 2 : 1;
  for (let at = start; at < text.length;) {
    const { field, end } = fieldAt(text, at, separator);
    if (field !== "") cells.set(column, textCell(field));
    at = end;
    if (text[at] === separator) {
      column += 1;
      at += 1;
      continue;
    }
    if (at < text.length && text[at] !== "\n" && text[at] !== "\r") {
      throw unreadable(
        `row ${number} has text behind a closing quote`,
        `Berkas CSV rusak: pada baris ${number} ada teks sesudah tanda kutip penutup`,
        `The CSV file is damaged: row ${number} has text behind a closing quote`,
      );
    }
    at += text.startsWith("\r\n", at) ? 2 : 1;
    yield { number, cells };
    cells = new Map();
    column = 1;
    number += 1;
  }
  if (cells.size > 0) yield { number, cells };
}

/** A CSV as the one sheet of a file (RFC 4180; separator and encoding are recognised). Row numbers count records. */
export const openCsv = (bytes: Buffer): readonly RawSheet[] => {
  const text = decode(bytes).replace(/^\uFEFF/u, "");
  return [{ name: "CSV", isDate1904: false, rows: () => rowsOf(text) }];
};
