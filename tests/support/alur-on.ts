import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AlurTestOptions, type AlurWorld, openAlur } from "./alur.js";
import { type DatabaseKind, freshMariadb } from "./database.js";

/** A whole platform on that kind of database: SQLite in memory, or a schema and a folder of its own, which `close` removes. */
export const openAlurOn = async (
  kind: DatabaseKind,
  options: Omit<AlurTestOptions, "dataDir"> = {},
): Promise<AlurWorld> => {
  if (kind === "sqlite") return openAlur(options);
  const schema = await freshMariadb();
  const dataDir = mkdtempSync(join(tmpdir(), "alur-mariadb-"));
  const environment = { ...options.environment, ALUR_DATABASE_URL: schema.url };
  const world = await openAlur({ ...options, dataDir, environment });
  return {
    ...world,
    async close() {
      await world.close();
      await schema.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
