import { inflateSync } from "node:zlib";

/** An object of a PDF as the browser writes it: a dictionary and perhaps a stream. */
export interface PdfObject {
  readonly dictionary: string;
  /** Unpacked; undefined without a stream. */
  readonly stream: string | undefined;
}

const OBJECT = /(?:^|[\r\n])(\d+) 0 obj\b([\s\S]*?)\bendobj/g;
const STREAM = /\bstream\r?\n([\s\S]*?)\r?\nendstream/;

const unpack = (dictionary: string, packed: string): string => {
  const bytes = Buffer.from(packed, "latin1");
  return dictionary.includes("/FlateDecode") ? inflateSync(bytes).toString("latin1") : packed;
};

/** All objects by number. Fonts and pictures are unpacked when they are asked for, not before. */
export function readObjects(pdf: Buffer): ReadonlyMap<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  for (const [, number = "", body = ""] of pdf.toString("latin1").matchAll(OBJECT)) {
    const match = STREAM.exec(body);
    const dictionary = match === null ? body : body.slice(0, match.index);
    objects.set(Number(number), {
      dictionary,
      get stream() {
        return match === null ? undefined : unpack(dictionary, match[1] ?? "");
      },
    });
  }
  return objects;
}

/** Number of the object that `/Name N 0 R` refers to. */
export const reference = (dictionary: string, name: string): number | undefined => {
  const match = new RegExp(`/${name}\\s+(\\d+) 0 R`).exec(dictionary)?.[1];
  return match === undefined ? undefined : Number(match);
};
