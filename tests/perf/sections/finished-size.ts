import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { archiveLog, openSqliteEngineStore } from "../../../src/engine-store/index.js";
import { figure, type Figure } from "../figures.js";

/** Bytes of the pages that hold something: those that were freed are used again before the file grows. */
function bytesInUse(file: string): number {
  const database = new Database(file, { readonly: true });
  const pragma = (name: string): number => database.pragma(name, { simple: true }) as number;
  const bytes = (pragma("page_count") - pragma("freelist_count")) * pragma("page_size");
  database.close();
  return bytes;
}

const bytesBelow = (folder: string, isCounted: (path: string) => boolean): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(isCounted)
    .reduce((sum, path) => sum + statSync(path).size, 0);

/** What finished instances take in an engine's folder whose process has ended, before and after its record log is archived. */
export async function finishedSize(folder: string, instances: number): Promise<readonly Figure[]> {
  const file = join(folder, "engine.db");
  const archive = join(folder, "engine-archive");
  const before = bytesInUse(file);
  const store = openSqliteEngineStore({ file });
  await archiveLog(store, { folder: archive, keep: 100, entriesPerFile: 100 });
  await store.close();
  const each = (name: string, bytes: number): Figure => figure(name, "bytes", [bytes / instances]);
  return [
    each("in the database, per instance", before),
    each("in the database after archiving", bytesInUse(file)),
    each(
      "entry files of the archive",
      bytesBelow(archive, (path) => path.includes("entries-")),
    ),
    each(
      "base of the archive",
      bytesBelow(archive, (path) => path.includes("base-")),
    ),
  ];
}
