import type { LogBatch, RebuiltTables } from "../../engine/index.js";
import { baseCopies, readBase } from "./base-copy.js";
import { entryFiles, readEntryFile } from "./entry-files.js";

/** The newest base of an archive with the position behind which replay goes on; undefined when there is none. */
export async function readNewestBase(
  folder: string,
): Promise<{ readonly position: number; readonly tables: RebuiltTables } | undefined> {
  const newest = baseCopies(folder).at(-1);
  return newest === undefined ? undefined : { position: newest.position, tables: await readBase(newest) };
}

/** All entries in an archive's files, from the first. @throws {Error} when a file is damaged or one is missing between others. */
export async function* readArchivedLog(folder: string): AsyncGenerator<LogBatch> {
  let next = 1;
  for (const file of entryFiles(folder)) {
    if (file.first !== next)
      throw new Error(`Expected entry ${next} of the log in the archive, but the next file begins at ${file.first}`);
    yield* readEntryFile(file);
    next = file.last + 1;
  }
}
