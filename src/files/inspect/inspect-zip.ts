import { fileTypeFromBuffer } from "file-type";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { AppError } from "../../platform/index.js";
import type { ArchiveEntry, Budget } from "./budget.js";
import { hasExecutableName, hasExecutableStart } from "./executable.js";
import { inspectRar } from "./inspect-rar.js";
import { damaged, emptyArchive, encrypted, executable } from "./refusal.js";

/** Enough for every magic number that is looked for. */
const HEAD_BYTES = 4_100;

export interface ArchiveAt {
  readonly path: string;
  /** Name for messages: the upload's, or that of the entry it came from. */
  readonly name: string;
  readonly depth: number;
  readonly budget: Budget;
  /** Makes a path for a nested archive; the caller removes the folder afterwards. */
  readonly scratch: () => string;
}

const isFolder = (entry: Entry): boolean => entry.fileName.endsWith("/");

/** Unpacks one entry, counting; keeps its first bytes, and all of it at `keepAt`. A declared size that lies ends here. */
const unpack = async (zip: ZipFile, entry: Entry, budget: Budget, keepAt?: string): Promise<Buffer> => {
  const head: Buffer[] = [];
  let headBytes = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        budget.addBytes(chunk.length);
      } catch (error) {
        done(error as Error);
        return;
      }
      if (headBytes < HEAD_BYTES) head.push(chunk);
      headBytes += chunk.length;
      done(null, keepAt === undefined ? undefined : chunk);
    },
  });
  const source = await zip.openReadStreamPromise(entry);
  if (keepAt === undefined) await pipeline(source, counter.resume());
  else await pipeline(source, counter, createWriteStream(keepAt));
  return Buffer.concat(head).subarray(0, HEAD_BYTES);
};

const nestedKind = async (head: Buffer): Promise<"zip" | "rar" | undefined> => {
  const type = await fileTypeFromBuffer(head);
  if (type?.ext === "rar") return "rar";
  // Office files are zips too; their own parts are looked at like any other entry's.
  return head.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004", "latin1")) ? "zip" : undefined;
};

const inspectEntry = async (zip: ZipFile, entry: Entry, at: ArchiveAt): Promise<void> => {
  const name = entry.fileName;
  if (entry.isEncrypted()) throw encrypted(name);
  if (hasExecutableName(name)) throw executable(name);
  const isArchive = /\.(zip|rar|docx|xlsx|pptx|odt|ods|odp)$/iu.test(name);
  const keepAt = isArchive ? at.scratch() : undefined;
  const head = await unpack(zip, entry, at.budget, keepAt);
  if (hasExecutableStart(head)) throw executable(name);
  if (keepAt === undefined) return;
  const kind = await nestedKind(head);
  const nested = { ...at, path: keepAt, name, depth: at.depth + 1 };
  if (kind === "zip") await inspectZip(nested);
  if (kind === "rar") await inspectRar(nested);
  await rm(keepAt, { force: true });
};

/**
 * Looks into a zip: every entry is unpacked once (and thrown away), so that neither names nor declared sizes are believed.
 * @throws {AppError} ARCHIVE_DAMAGED, ARCHIVE_ENCRYPTED, ARCHIVE_EXECUTABLE, ARCHIVE_BOMB, ARCHIVE_EMPTY.
 */
export const inspectZip = async (at: ArchiveAt): Promise<readonly ArchiveEntry[]> => {
  at.budget.checkDepth(at.depth);
  const found: ArchiveEntry[] = [];
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(at.path, { lazyEntries: true, autoClose: false });
    for await (const entry of zip.eachEntry()) {
      at.budget.addEntry();
      if (isFolder(entry)) continue;
      await inspectEntry(zip, entry, at);
      found.push({ name: entry.fileName, sizeBytes: entry.uncompressedSize });
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw damaged(at.name, error);
  } finally {
    zip?.close();
  }
  if (found.length === 0) throw emptyArchive(at.name);
  return found;
};
