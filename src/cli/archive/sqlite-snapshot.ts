import Sqlite from "better-sqlite3";

/** A copy to be made: the database file and where its copy goes. */
export interface SnapshotOf {
  readonly file: string;
  readonly copy: string;
}

/** How long to wait for a writer; its transactions take milliseconds. */
const PATIENCE_MS = 10_000;

/**
 * Copies several databases as they were at one instant, while others write to them.
 *
 * For a moment nobody may commit to any of them; in it a reading connection of each takes its snapshot, and the backup copies
 * what that connection sees. Copying one after the other would give an engine that is ahead of the application.
 */
export const snapshotTogether = async (databases: readonly SnapshotOf[]): Promise<void> => {
  const open = databases.map(({ file, copy }) => ({
    writer: new Sqlite(file, { timeout: PATIENCE_MS, fileMustExist: true }),
    reader: new Sqlite(file, { timeout: PATIENCE_MS, fileMustExist: true }),
    copy,
  }));
  try {
    for (const { writer } of open) writer.exec("BEGIN IMMEDIATE");
    for (const { reader } of open) {
      reader.exec("BEGIN");
      // The snapshot is taken by the first read, not by BEGIN.
      reader.prepare("SELECT count(*) FROM sqlite_master").get();
    }
    for (const { writer } of open) writer.exec("ROLLBACK");
    for (const { reader, copy } of open) await reader.backup(copy);
  } finally {
    for (const { writer, reader } of open) {
      writer.close();
      reader.close();
    }
  }
};
