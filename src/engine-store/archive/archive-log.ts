import { mkdir, rm } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import type { LogBatch } from "../../engine/index.js";
import { AppError } from "../../platform/index.js";
import type { ArchivableStore } from "./archivable-store.js";
import { baseCopies, checkBase, writeBase } from "./base-copy.js";
import { type EntryFile, entryFiles, readEntryFile, writeEntryFile } from "./entry-files.js";

/** How the record log is shortened. */
export interface ArchiveOptions {
  /** Where base and entry files go. */
  readonly folder: string;
  /** How many of the newest entries stay in the database; at least one, by which keys and positions are never used again. */
  readonly keep: number;
  /** Entries of one file; default 10,000. Only whole files are made. */
  readonly entriesPerFile?: number;
  /** Waited for between slices, so that the engine's batches come in between; default one turn of the event loop. */
  readonly pause?: () => Promise<void>;
}

/** What one run has moved. */
export interface ArchivedLog {
  readonly entries: number;
  readonly files: number;
}

const ENTRIES_PER_FILE = 10_000;
const ENTRIES_AT_ONCE = 200;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Moves entries of the record log to files, the oldest first. An entry is removed only when its file is on the disk and reads
 * back as the entry, and when a base at or behind it is on the disk and whole. After a crash the next run goes on.
 *
 * @throws {AppError} UNAVAILABLE when a file that stands already is not what the log says; then nothing of it is removed.
 */
export async function archiveLog(store: ArchivableStore, options: ArchiveOptions): Promise<ArchivedLog> {
  const { folder, keep, pause = nextTurn, entriesPerFile = ENTRIES_PER_FILE } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files = await packWholeFiles(store, { folder, keep, pause, entriesPerFile });
  const last = files.at(-1)?.last;
  if (last === undefined) return { entries: 0, files: 0 };
  await requireBase(store, folder, last, pause);
  let entries = 0;
  for (;;) {
    const removed = await store.removeLog(last, ENTRIES_AT_ONCE);
    entries += removed;
    if (removed < ENTRIES_AT_ONCE) return { entries, files: files.length };
    await pause();
  }
}

/** Writes what is missing, and compares every file whose entries are still in the log with them. */
async function packWholeFiles(
  store: ArchivableStore,
  { folder, keep, pause, entriesPerFile }: Required<ArchiveOptions>,
): Promise<readonly EntryFile[]> {
  const { position } = await store.head();
  const goal = position - Math.max(keep, 1);
  const packed: EntryFile[] = [];
  for (;;) {
    const [oldest] = await store.readLog(packed.at(-1)?.last ?? 0, 1);
    if (oldest === undefined) return packed;
    const first = oldest.position;
    const known = entryFiles(folder).find((file) => file.first <= first && first <= file.last);
    const range = known ?? { first, last: first + entriesPerFile - 1 };
    if (range.last > goal) return packed;
    const file = known ?? (await writeEntryFile(folder, range, entriesOf(store, first, range.last, pause)));
    await requireEqual(file, entriesOf(store, first, range.last, pause), first);
    packed.push(file);
  }
}

/** Entries of the log from one position to another, read a few at a time. */
async function* entriesOf(
  store: ArchivableStore,
  first: number,
  last: number,
  pause: () => Promise<void>,
): AsyncGenerator<LogBatch> {
  for (let after = first - 1; after < last;) {
    const entries = await store.readLog(after, Math.min(ENTRIES_AT_ONCE, last - after));
    yield* entries;
    const newest = entries.at(-1);
    if (newest === undefined) return;
    after = newest.position;
    await pause();
  }
}

async function requireEqual(file: EntryFile, expected: AsyncIterable<LogBatch>, first: number): Promise<void> {
  const damaged = (cause?: unknown): AppError =>
    new AppError(
      "UNAVAILABLE",
      `Expected '${file.path}' to hold the log's entries ${file.first} to ${file.last}, but it does not. Move it away: it is written again`,
      { cause },
    );
  const written = readEntryFile(file);
  try {
    let entry = await written.next();
    while (entry.done !== true && entry.value.position < first) entry = await written.next();
    for await (const wanted of expected) {
      if (entry.done === true || !isDeepStrictEqual(entry.value, wanted)) throw damaged();
      entry = await written.next();
    }
    if (entry.done !== true) throw damaged();
  } catch (error) {
    throw error instanceof AppError ? error : damaged(error);
  } finally {
    await written.return(undefined);
  }
}

/** A base at or behind a position, whole and on the disk; older ones are not needed any more. */
async function requireBase(
  store: ArchivableStore,
  folder: string,
  position: number,
  pause: () => Promise<void>,
): Promise<void> {
  const newest = baseCopies(folder).at(-1);
  if (newest !== undefined && newest.position >= position) return checkBase(newest);
  const snapshot = await store.snapshot();
  try {
    await checkBase(await writeBase(folder, snapshot, pause));
  } finally {
    await snapshot.close();
  }
  for (const older of baseCopies(folder).slice(0, -1)) await rm(older.folder, { recursive: true });
}
