import { crc32 } from "node:zlib";

/** A file of an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Without ZIP64 an archive ends at 4 GB and 65,535 entries. */
export const ZIP_LIMIT_BYTES = 0xff_ff_ff_ff;

const LOCAL = 0x04_03_4b_50;
const CENTRAL = 0x02_01_4b_50;
const END = 0x06_05_4b_50;
/** Names are UTF-8. */
const FLAGS = 0x08_00;
/** 1 January 1980, the first day that the format knows: an archive made again is the same. */
const DOS_DAY = 0x00_21;

const little = (...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer => {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
};

/** The fields that both headers of an entry share: stored as it is, since a PDF is compressed already. */
const common = (crc: number, size: number, name: Buffer): Buffer =>
  little([20, 2], [FLAGS, 2], [0, 2], [0, 2], [DOS_DAY, 2], [crc, 4], [size, 4], [size, 4], [name.length, 2], [0, 2]);

/** A ZIP archive piece by piece, each file as it comes; nothing but the list of names is kept in memory. */
export async function* zipStream(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const { name, bytes } of entries) {
    const encoded = Buffer.from(name, "utf8");
    const shared = common(crc32(bytes), bytes.length, encoded);
    const local = Buffer.concat([little([LOCAL, 4]), shared, encoded]);
    directory.push(
      Buffer.concat([
        little([CENTRAL, 4], [20, 2]),
        shared,
        little([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
        encoded,
      ]),
    );
    yield local;
    yield bytes;
    offset += local.length + bytes.length;
  }
  const central = Buffer.concat(directory);
  const count = directory.length;
  yield central;
  yield little([END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [central.length, 4], [offset, 4], [0, 2]);
}
