import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { AppError } from "../../platform/index.js";

/** A SQLite database with the lock that keeps other engines away from it. */
export interface OpenDatabase {
  readonly database: Database.Database;
  /** Closes the database and frees the lock. */
  close(): void;
}

/** Where the database is. */
export type SqliteLocation = { readonly file: string } | { readonly memory: true };

const CACHE_KIB = 24 * 1024; // of each of the two connections; more makes nothing faster up to a million open tasks
const CHECKPOINT_PAGES = 4000; // 16 MB of log between checkpoints: fewer syncs of the database file

/**
 * Opens the database with durable commits: journal mode WAL and synchronous FULL, so that a commit is on the disk when
 * it returns.
 *
 * @throws {AppError} CONFLICT when another engine has the file open; UNAVAILABLE when it cannot be opened.
 */
export function openDatabase(location: SqliteLocation): OpenDatabase {
  if ("memory" in location) return opened(configured(new Database(":memory:")));
  const lock = lockFile(location.file);
  try {
    return opened(configured(new Database(location.file)), lock);
  } catch (error) {
    lock.close();
    throw unavailable(location.file, error);
  }
}

const opened = (database: Database.Database, lock?: Database.Database): OpenDatabase => ({
  database,
  close: () => {
    database.close();
    lock?.close();
  },
});

/** Settings of a connection that writes. */
export const PRAGMAS: readonly string[] = [
  "journal_mode = WAL",
  "synchronous = FULL",
  "temp_store = MEMORY",
  `cache_size = -${CACHE_KIB}`,
  `wal_autocheckpoint = ${CHECKPOINT_PAGES}`,
  "busy_timeout = 5000", // a backup reads while the engine writes
];

function configured(database: Database.Database): Database.Database {
  for (const pragma of PRAGMAS) database.pragma(pragma);
  return database;
}

/** The addon makes its errors itself: they are told by their members, not by their class. */
const codeOf = (error: unknown): string => (error as { readonly code?: string }).code ?? "";
const messageOf = (error: unknown): string => (error as { readonly message?: string }).message ?? String(error);

/** The operating system frees this lock when the process ends, however it ends. */
function lockFile(file: string): Database.Database {
  let lock: Database.Database;
  try {
    mkdirSync(dirname(file), { recursive: true });
    lock = new Database(`${file}-lock`, { timeout: 0 });
  } catch (error) {
    throw unavailable(file, error);
  }
  try {
    lock.pragma("locking_mode = EXCLUSIVE");
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch (error) {
    lock.close();
    if (codeOf(error).startsWith("SQLITE_BUSY")) {
      throw new AppError("CONFLICT", `Expected to be the only engine on '${file}', but another process has it open`, {
        cause: error,
      });
    }
    throw unavailable(file, error);
  }
}

const unavailable = (file: string, cause: unknown): AppError =>
  new AppError("UNAVAILABLE", `Expected to open the database '${file}', but ${messageOf(cause)}`, { cause });
