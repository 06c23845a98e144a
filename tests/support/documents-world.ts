import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDocuments, type DocumentsModule, entities, migrations } from "../../src/documents/index.js";
import {
  createFiles,
  entities as fileEntities,
  type FilesService,
  migrations as fileMigrations,
} from "../../src/files/index.js";
import { type Clock, randomIds, silentLogger } from "../../src/platform/index.js";
import type { Database } from "../../src/platform/db/index.js";
import { type DatabaseKind, openTestDatabase } from "./database.js";

/** Documents and files over a database and a folder of their own, with the templates of this repository. */
export interface DocumentsWorld {
  readonly db: Database;
  readonly files: FilesService;
  readonly documents: DocumentsModule;
  readonly folder: string;
  close(): Promise<void>;
}

export const openDocumentsWorld = async (kind: DatabaseKind, clock: Clock): Promise<DocumentsWorld> => {
  const folder = await mkdtemp(join(tmpdir(), "alur-documents-"));
  const db = await openTestDatabase(kind, {
    entities: [...entities, ...fileEntities],
    migrations: [...migrations, ...fileMigrations],
  });
  const base = { db, clock, ids: randomIds(clock), logger: silentLogger };
  const files = createFiles({ ...base, directory: folder });
  const documents = createDocuments({
    ...base,
    files,
    templatesDir: "templates",
    baseUrl: () => "https://alur.example.go.id",
    chromePath: process.env["CHROME_PATH"],
    searchPath: process.env["PATH"],
    findCase: async () => undefined,
  });
  return {
    db,
    files,
    documents,
    folder,
    async close() {
      await documents.close();
      await db.close();
      await rm(folder, { recursive: true });
    },
  };
};
