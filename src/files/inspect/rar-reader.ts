import type { FileHandle } from "node:fs/promises";

/** A file in a rar, as its header says. */
export interface RarEntry {
  readonly name: string;
  readonly sizeBytes: number;
  readonly isEncrypted: boolean;
}

/** What the headers of a rar tell; the contents stay packed. */
export interface RarListing {
  readonly entries: readonly RarEntry[];
  /** Names themselves are behind a password. */
  readonly areHeadersEncrypted: boolean;
}

const RAR4 = Buffer.from([0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x00]);
const RAR5 = Buffer.from([0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x01, 0x00]);
/** Longest header that is believed; names are far shorter. */
const MOST_HEADER_BYTES = 2_097_152;
/** More headers than an accepted archive has entries. */
const MOST_HEADERS = 20_000;

class Damaged extends Error {}

const readAt = async (file: FileHandle, position: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
};

/** Reads numbers of a header one after another. @throws {Error} past its end. */
class Cursor {
  at = 0;
  constructor(readonly bytes: Buffer) {}

  take(length: number): Buffer {
    if (this.at + length > this.bytes.length) throw new Damaged("Expected more bytes of a rar header, but it ends");
    const part = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return part;
  }

  u16 = (): number => this.take(2).readUInt16LE();
  u32 = (): number => this.take(4).readUInt32LE();

  /** RAR5's numbers: seven bits a byte, lowest first, the high bit says that more follow. */
  vint(): number {
    let value = 0;
    for (let shift = 0; shift < 10; shift++) {
      const byte = this.take(1).readUInt8();
      value += (byte & 0x7f) * 2 ** (7 * shift);
      if ((byte & 0x80) === 0) return value;
    }
    throw new Damaged("Expected a number of at most ten bytes in a rar header, but it is longer");
  }
}

/** A file header of RAR 4 (block type 0x74), after the seven bytes that every block starts with. */
const rar4Entry = (
  cursor: Cursor,
  flags: number,
  packedLow: number,
): { entry: RarEntry | undefined; packed: number } => {
  let sizeBytes = cursor.u32();
  cursor.take(1 + 4 + 4 + 1 + 1); // system, checksum, time, version, method
  const nameLength = cursor.u16();
  cursor.take(4); // attributes
  let packed = packedLow;
  if ((flags & 0x100) !== 0) {
    packed += cursor.u32() * 2 ** 32;
    sizeBytes += cursor.u32() * 2 ** 32;
  }
  const raw = cursor.take(nameLength);
  const end = raw.indexOf(0); // with 0x200 a coded Unicode name follows the plain one
  const name = raw.subarray(0, end === -1 ? undefined : end).toString("utf8");
  const isFolder = (flags & 0xe0) === 0xe0;
  return { entry: isFolder ? undefined : { name, sizeBytes, isEncrypted: (flags & 0x04) !== 0 }, packed };
};

const readRar4 = async (file: FileHandle): Promise<RarListing> => {
  const entries: RarEntry[] = [];
  let position = RAR4.length;
  for (let count = 0; count < MOST_HEADERS; count++) {
    const start = await readAt(file, position, 7);
    if (start.length < 7) return { entries, areHeadersEncrypted: false };
    const type = start.readUInt8(2);
    const flags = start.readUInt16LE(3);
    const size = start.readUInt16LE(5);
    if (size < 7) throw new Damaged("Expected a rar header of seven bytes or more, but it is shorter");
    if (type === 0x7b) return { entries, areHeadersEncrypted: false };
    if (type === 0x73 && (flags & 0x80) !== 0) return { entries, areHeadersEncrypted: true };
    let added = 0;
    if (type === 0x74 || (flags & 0x8000) !== 0) {
      const cursor = new Cursor((await readAt(file, position, size)).subarray(7));
      added = cursor.u32();
      if (type === 0x74) {
        const { entry, packed } = rar4Entry(cursor, flags, added);
        if (entry !== undefined) entries.push(entry);
        added = packed;
      }
    }
    position += size + added;
  }
  throw new Damaged("Expected fewer headers in a rar");
};

/** True when the extra area has an encryption record (type 1). */
const isEncrypted5 = (extra: Buffer): boolean => {
  const cursor = new Cursor(extra);
  while (cursor.at < extra.length) {
    const size = cursor.vint();
    const record = new Cursor(cursor.take(size));
    if (size > 0 && record.vint() === 1) return true;
  }
  return false;
};

const rar5Entry = (cursor: Cursor, extra: Buffer): RarEntry | undefined => {
  const fileFlags = cursor.vint();
  const sizeBytes = cursor.vint();
  cursor.vint(); // attributes
  if ((fileFlags & 0x02) !== 0) cursor.u32(); // time
  if ((fileFlags & 0x04) !== 0) cursor.u32(); // checksum
  cursor.vint(); // compression
  cursor.vint(); // system
  const name = cursor.take(cursor.vint()).toString("utf8");
  return (fileFlags & 0x01) !== 0 ? undefined : { name, sizeBytes, isEncrypted: isEncrypted5(extra) };
};

const readRar5 = async (file: FileHandle): Promise<RarListing> => {
  const entries: RarEntry[] = [];
  let position = RAR5.length;
  for (let count = 0; count < MOST_HEADERS; count++) {
    const start = await readAt(file, position, 4 + 3);
    if (start.length === 0) return { entries, areHeadersEncrypted: false };
    const lengthCursor = new Cursor(start.subarray(4));
    const length = lengthCursor.vint();
    if (length > MOST_HEADER_BYTES) throw new Damaged("Expected a rar header of ordinary length, but it is longer");
    const body = await readAt(file, position + 4 + lengthCursor.at, length);
    if (body.length < length) throw new Damaged("Expected a whole rar header, but the file ends");
    const cursor = new Cursor(body);
    const type = cursor.vint();
    const flags = cursor.vint();
    const extraBytes = (flags & 0x01) === 0 ? 0 : cursor.vint();
    const dataBytes = (flags & 0x02) === 0 ? 0 : cursor.vint();
    if (type === 4) return { entries, areHeadersEncrypted: true };
    if (type === 5) return { entries, areHeadersEncrypted: false };
    if (type === 2) {
      const entry = rar5Entry(cursor, body.subarray(body.length - extraBytes));
      if (entry !== undefined) entries.push(entry);
    }
    position += 4 + lengthCursor.at + length + dataBytes;
  }
  throw new Damaged("Expected fewer headers in a rar");
};

/**
 * Lists a rar by its headers, versions 4 and 5 (https://www.rarlab.com/technote.htm).
 * @throws {Error} when the headers cannot be followed.
 */
export const readRar = async (file: FileHandle): Promise<RarListing> => {
  const start = await readAt(file, 0, 8);
  if (start.equals(RAR5)) return readRar5(file);
  if (start.subarray(0, 7).equals(RAR4)) return readRar4(file);
  throw new Damaged("Expected the signature of a rar, but it is another");
};
