import { afterAll, beforeAll } from "@jest/globals";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DatabaseKind, freshMariadb } from "./database.js";

export interface KeptDatabase {
  readonly url: string;
  /** Where SQLite has its files; empty for MariaDB. */
  readonly folder: string;
}

/** A database for the tests of a `describe` that is opened more than once, first by an older program; removed after them. */
export const keptDatabase = (kind: DatabaseKind): KeptDatabase => {
  const folder = mkdtempSync(join(tmpdir(), "alur-kept-"));
  let url = `sqlite:${join(folder, "alur.db")}`;
  let drop = (): Promise<void> => Promise.resolve();
  beforeAll(async () => {
    if (kind === "sqlite") return;
    const schema = await freshMariadb();
    url = schema.url;
    drop = () => schema.drop();
  });
  afterAll(async () => {
    await drop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    get url() {
      return url;
    },
  };
};
