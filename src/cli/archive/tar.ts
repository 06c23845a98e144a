import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { AppError } from "../../platform/index.js";

const BLOCK = 512;
/** Eleven octal digits. */
const LARGEST = 8 ** 11 - 1;

const octal = (value: number, length: number): string => value.toString(8).padStart(length - 1, "0") + "\0";

const headerOf = (name: string, size: number, modifiedAt: number): Buffer => {
  if (Buffer.byteLength(name) > 100) {
    throw new AppError("DATA_FOLDER", `Expected file names of at most 100 bytes, but '${name}' is longer`);
  }
  if (size > LARGEST) throw new AppError("DATA_FOLDER", `Expected files below 8 GiB, but '${name}' has ${size} bytes`);
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0);
  header.write(octal(0o600, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(size, 12), 124);
  header.write(octal(Math.floor(modifiedAt / 1000), 12), 136);
  header.write(" ".repeat(8), 148);
  header.write("0", 156);
  header.write("ustar\x0000", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(octal(sum, 7) + " ", 148);
  return header;
};

const padding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);

/** One file of an archive to be written: from the disk, or text made for it. */
export type TarSource = { readonly name: string } & ({ readonly path: string } | { readonly text: string });

/** The bytes of a ustar archive, streamed. Any tar program reads it. */
export async function* packTar(sources: AsyncIterable<TarSource> | Iterable<TarSource>): AsyncGenerator<Buffer> {
  for await (const source of sources) {
    if ("text" in source) {
      const body = Buffer.from(source.text);
      yield headerOf(source.name, body.length, 0);
      yield body;
      yield padding(body.length);
      continue;
    }
    const { size, mtimeMs } = await stat(source.path);
    yield headerOf(source.name, size, mtimeMs);
    // A file that grows meanwhile is cut at the size that its header tells.
    if (size > 0) yield* createReadStream(source.path, { end: size - 1 }) as AsyncIterable<Buffer>;
    yield padding(size);
  }
  yield Buffer.alloc(2 * BLOCK);
}

/** A file found in an archive. `body` must be read before the next one is asked for. */
export interface TarEntry {
  readonly name: string;
  readonly size: number;
  readonly body: AsyncIterable<Buffer>;
}

const damaged = (reason: string): AppError =>
  new AppError("DATA_FOLDER", `Expected an archive made by 'npm run backup', but ${reason}`);

/** Reads exact amounts from a stream of chunks. */
class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: Readable) {
    this.#chunks = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  }

  async *take(count: number): AsyncGenerator<Buffer> {
    let missing = count;
    while (missing > 0) {
      if (this.#rest.length === 0) {
        const next = await this.#chunks.next();
        if (next.done === true) throw damaged("it ends in the middle of a file");
        this.#rest = next.value;
      }
      const part = this.#rest.subarray(0, missing);
      this.#rest = this.#rest.subarray(part.length);
      missing -= part.length;
      yield part;
    }
  }

  async exactly(count: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.take(count)) parts.push(part);
    return Buffer.concat(parts);
  }
}

const textAt = (header: Buffer, start: number, length: number): string => {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.subarray(0, end === -1 ? length : end).toString();
};

const parseHeader = (header: Buffer): { readonly name: string; readonly size: number } => {
  const sum = Number.parseInt(textAt(header, 148, 8), 8);
  const actual = header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
  if (sum !== actual) throw damaged("a header in it is damaged");
  return { name: textAt(header, 0, 100), size: Number.parseInt(textAt(header, 124, 12), 8) };
};

/** The files of a ustar archive, one after another. @throws {AppError} DATA_FOLDER when it is damaged or cut off. */
export async function* unpackTar(stream: Readable): AsyncGenerator<TarEntry> {
  const reader = new ByteReader(stream);
  for (;;) {
    const header = await reader.exactly(BLOCK);
    if (header.every((byte) => byte === 0)) return;
    const { name, size } = parseHeader(header);
    const body = reader.take(size);
    yield { name, size, body };
    // What the reader left is skipped.
    for await (const part of body) void part;
    await reader.exactly(padding(size).length);
  }
}
