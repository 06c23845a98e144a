import { crc32, deflateRawSync } from "node:zlib";

export interface ZipPart {
  readonly name: string;
  readonly content: Buffer;
  readonly isEncrypted?: boolean;
  /** What the headers say of the size, when they lie. */
  readonly declaredBytes?: number;
}

// node:zlib has crc32 from 20.15 on.
const checksum = (content: Buffer): number => crc32(content);

/** A zip made by hand (APPNOTE 4.3), so that it can be wrong in one way at a time. */
export const aZip = (parts: readonly ZipPart[]): Buffer => {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, content, isEncrypted = false, declaredBytes } of parts) {
    const packed = deflateRawSync(content);
    const fileName = Buffer.from(name, "utf8");
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800 | (isEncrypted ? 1 : 0), 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(checksum(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declaredBytes ?? content.length, 18);
    common.writeUInt16LE(fileName.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), common, fileName, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), common, tail, fileName]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
};

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** Headers of a RAR 4 with stored contents; `areHeadersEncrypted` sets the flag of the main header. */
export const aRar4 = (
  parts: readonly { readonly name: string; readonly content: Buffer; readonly isEncrypted?: boolean }[],
  areHeadersEncrypted = false,
): Buffer => {
  const block = (type: number, flags: number, rest: Buffer): Buffer =>
    Buffer.concat([u16(0), Buffer.from([type]), u16(flags), u16(7 + rest.length), rest]);
  const files = parts.flatMap(({ name, content, isEncrypted = false }) => {
    const fileName = Buffer.from(name, "utf8");
    const head = Buffer.concat([
      u32(content.length),
      u32(content.length),
      Buffer.from([2]),
      u32(0),
      u32(0),
      Buffer.from([29, 0x30]),
      u16(fileName.length),
      u32(0x20),
      fileName,
    ]);
    return [block(0x74, 0x8000 | (isEncrypted ? 0x04 : 0), head), content];
  });
  return Buffer.concat([
    Buffer.from("Rar!\u001a\u0007\u0000", "latin1"),
    block(0x73, areHeadersEncrypted ? 0x80 : 0, Buffer.alloc(6)),
    ...files,
    block(0x7b, 0x4000, Buffer.alloc(0)),
  ]);
};

const vint = (value: number): Buffer => {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    rest = Math.floor(rest / 128);
  } while (rest > 0);
  return Buffer.from(bytes);
};

/** Headers of a RAR 5 with stored contents. */
export const aRar5 = (
  parts: readonly { readonly name: string; readonly content: Buffer; readonly isEncrypted?: boolean }[],
  areHeadersEncrypted = false,
): Buffer => {
  const block = (rest: Buffer): Buffer => Buffer.concat([u32(0), vint(rest.length), rest]);
  const files = parts.flatMap(({ name, content, isEncrypted = false }) => {
    const fileName = Buffer.from(name, "utf8");
    const extra = isEncrypted ? Buffer.concat([vint(2), vint(1), vint(0)]) : Buffer.alloc(0);
    const head = Buffer.concat([
      vint(2),
      vint(0x02 | (isEncrypted ? 0x01 : 0)),
      ...(isEncrypted ? [vint(extra.length)] : []),
      vint(content.length),
      vint(0),
      vint(content.length),
      vint(0x20),
      vint(0),
      vint(1),
      vint(fileName.length),
      fileName,
      extra,
    ]);
    return [block(head), content];
  });
  return Buffer.concat([
    Buffer.from("Rar!\u001a\u0007\u0001\u0000", "latin1"),
    block(Buffer.concat([vint(areHeadersEncrypted ? 4 : 1), vint(0), vint(0)])),
    ...files,
    block(Buffer.concat([vint(5), vint(0), vint(0)])),
  ]);
};

/** Smallest contents that their types are known by. */
export const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
export const PNG = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from([0, 0, 0, 13]),
  Buffer.from("IHDR", "latin1"),
  Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xde]),
  Buffer.from([0, 0, 0, 12]),
  Buffer.from("IDAT", "latin1"),
  Buffer.alloc(16),
]);
export const WINDOWS_PROGRAM = Buffer.concat([Buffer.from("MZ", "latin1"), Buffer.alloc(200)]);

/** A compound file (MS-CFB) whose directory has the streams named. */
export const aCompoundFile = (streams: readonly string[]): Buffer => {
  const header = Buffer.alloc(512);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(1, 48); // directory in sector 1
  header.fill(0xff, 76);
  header.writeUInt32LE(0, 76); // allocation table in sector 0
  const table = Buffer.alloc(512, 0xff);
  table.writeUInt32LE(2, 4); // directory goes on in sector 2
  table.writeUInt32LE(0xfffffffe, 8);
  const directory = Buffer.alloc(1024);
  for (const [index, name] of ["Root Entry", ...streams].entries()) {
    directory.write(name, index * 128, "utf16le");
    directory.writeUInt16LE((name.length + 1) * 2, index * 128 + 64);
  }
  return Buffer.concat([header, table, directory]);
};
