import { open } from "node:fs/promises";
import type { ArchiveEntry, Budget } from "./budget.js";
import { hasExecutableName } from "./executable.js";
import { type RarListing, readRar } from "./rar-reader.js";
import { damaged, emptyArchive, encrypted, executable } from "./refusal.js";

export interface RarAt {
  readonly path: string;
  readonly name: string;
  readonly depth: number;
  readonly budget: Budget;
}

const list = async ({ path, name }: RarAt): Promise<RarListing> => {
  const file = await open(path, "r");
  try {
    return await readRar(file);
  } catch (error) {
    throw damaged(name, error);
  } finally {
    await file.close();
  }
};

/**
 * Looks at a rar's headers: names, sizes, passwords. There is no free unpacker to look deeper with.
 * @throws {AppError} ARCHIVE_DAMAGED, ARCHIVE_ENCRYPTED, ARCHIVE_EXECUTABLE, ARCHIVE_BOMB, ARCHIVE_EMPTY.
 */
export const inspectRar = async (at: RarAt): Promise<readonly ArchiveEntry[]> => {
  at.budget.checkDepth(at.depth);
  const { entries, areHeadersEncrypted } = await list(at);
  if (areHeadersEncrypted) throw encrypted(at.name);
  for (const { name, sizeBytes, isEncrypted } of entries) {
    at.budget.addEntry();
    if (isEncrypted) throw encrypted(name);
    if (hasExecutableName(name)) throw executable(name);
    at.budget.addBytes(sizeBytes);
  }
  if (entries.length === 0) throw emptyArchive(at.name);
  return entries.map(({ name, sizeBytes }) => ({ name, sizeBytes }));
};
