import { createWriteStream } from "node:fs";
import { open, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

/** Writes lines as a gzip file that is there whole and on the disk, or not at all. */
export async function writeLinesDurably(path: string, lines: AsyncIterable<string>): Promise<void> {
  const half = `${path}.half`;
  await pipeline(Readable.from(lines, { objectMode: true }), createGzip(), createWriteStream(half, { mode: 0o600 }));
  await syncToDisk(half);
  await rename(half, path);
  await syncToDisk(dirname(path));
}

/** Returns when the system has the file, or the names of a folder, on the disk. */
export async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
