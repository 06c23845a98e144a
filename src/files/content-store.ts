import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { AppError } from "../platform/index.js";

/** A content written to disk and not yet kept. */
export interface Draft {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Its first bytes. */
  readonly head: Buffer;
}

const HEAD_BYTES = 4_100;

const tooLarge = (name: string, maxBytes: number): AppError => {
  const megabytes = Math.floor(maxBytes / 1_048_576);
  return new AppError("TOO_LARGE", `Expected at most ${maxBytes} bytes, but '${name}' is larger`, {
    detail: {
      id: `Berkas '${name}' lebih besar dari ${megabytes} MB`,
      en: `The file '${name}' is larger than ${megabytes} MB`,
    },
  });
};

/** A rename is durable only when the folder is. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Contents on disk: `<directory>/<first two of the hash>/<hash>`; what is still arriving stands in `incoming/`. */
export class ContentStore {
  constructor(
    private readonly directory: string,
    private readonly maxBytes: number,
  ) {}

  #pathOf = (sha256: string): string => join(this.directory, sha256.slice(0, 2), sha256);

  get incoming(): string {
    return join(this.directory, "incoming");
  }

  /**
   * Streams a content to disk and hashes it on the way; memory stays flat.
   * @throws {AppError} TOO_LARGE, FILE_EMPTY; or what the stream throws. Nothing is left behind then.
   */
  async write(draftName: string, fileName: string, stream: Readable): Promise<Draft> {
    await mkdir(this.incoming, { recursive: true });
    const path = join(this.incoming, draftName);
    try {
      return await this.#stream(path, fileName, stream);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  async #stream(path: string, fileName: string, stream: Readable): Promise<Draft> {
    const hash = createHash("sha256");
    const head: Buffer[] = [];
    let sizeBytes = 0;
    const file = await open(path, "wx");
    try {
      for await (const piece of stream) {
        const chunk = Buffer.isBuffer(piece) ? piece : Buffer.from(piece as string);
        if (sizeBytes < HEAD_BYTES) head.push(chunk.subarray(0, HEAD_BYTES));
        sizeBytes += chunk.length;
        if (sizeBytes > this.maxBytes) throw tooLarge(fileName, this.maxBytes);
        hash.update(chunk);
        await file.writeFile(chunk); // writes on from where the last one ended
      }
      await file.sync();
    } finally {
      await file.close();
    }
    if (sizeBytes === 0) {
      throw new AppError("FILE_EMPTY", `Expected a file with content, but '${fileName}' has none`, {
        detail: { id: `Berkas '${fileName}' kosong`, en: `The file '${fileName}' is empty` },
      });
    }
    return { path, sha256: hash.digest("hex"), sizeBytes, head: Buffer.concat(head).subarray(0, HEAD_BYTES) };
  }

  /** Keeps a draft under its hash; the same content is kept once. */
  async keep({ path, sha256 }: Draft): Promise<void> {
    const target = this.#pathOf(sha256);
    await mkdir(dirname(target), { recursive: true });
    await rename(path, target);
    await syncFolder(dirname(target));
  }

  async discard({ path }: Draft): Promise<void> {
    await rm(path, { force: true });
  }

  /**
   * Removes a content that was last written before `instant` (epoch ms of the disk's clock). A younger one may have been
   * kept again a moment ago by a transaction that is not yet durable.
   */
  async removeOlder(sha256: string, instant: number): Promise<void> {
    const path = this.#pathOf(sha256);
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && found.mtimeMs < instant) await rm(path, { force: true });
  }

  /** @throws {AppError} NOT_FOUND when the content is gone from disk. */
  async read(sha256: string): Promise<Readable> {
    const path = this.#pathOf(sha256);
    await stat(path).catch((cause: unknown) => {
      throw new AppError("NOT_FOUND", `Expected content '${sha256}' on disk, but it is gone`, { cause });
    });
    return createReadStream(path);
  }

  /** Hashes of contents that were last written before `instant`, in pieces of one folder. */
  async *writtenBefore(instant: number): AsyncGenerator<readonly string[]> {
    const folders = await readdir(this.directory).catch(() => []);
    for (const folder of folders.filter((name) => /^[0-9a-f]{2}$/u.test(name))) {
      const names = await readdir(join(this.directory, folder));
      const old: string[] = [];
      for (const name of names) {
        const found = await stat(join(this.directory, folder, name)).catch(() => undefined);
        if (found !== undefined && found.mtimeMs < instant) old.push(name);
      }
      yield old;
    }
  }

  /** Half-written files that were last written before `instant` (epoch ms of the disk's clock). */
  async removeStaleDrafts(instant: number): Promise<number> {
    const names = await readdir(this.incoming).catch(() => []);
    let removed = 0;
    for (const name of names) {
      const path = join(this.incoming, name);
      const written = await stat(path).catch(() => undefined);
      if (written === undefined || written.mtimeMs >= instant) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }
}
