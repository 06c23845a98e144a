import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createDocuments, createPrintRuns, entities, migrations } from "../../src/documents/index.js";
import { createFiles, entities as fileEntities, migrations as fileMigrations } from "../../src/files/index.js";
import { randomIds, silentLogger, systemClock } from "../../src/platform/index.js";
import { openDatabase } from "../../src/platform/db/index.js";

/** Print runs over a folder that a process leaves to the next one, with one source of one-page documents. */
export const openPrintRunWorld = async (folder: string, onPrinted: (number: string) => void = () => undefined) => {
  const db = await openDatabase({
    url: `sqlite:${join(folder, "alur.sqlite")}`,
    entities: [...entities, ...fileEntities],
    migrations: [...migrations, ...fileMigrations],
  });
  const base = { db, clock: systemClock, ids: randomIds(systemClock), logger: silentLogger };
  const files = createFiles({ ...base, directory: join(folder, "files") });
  const findCase = () => Promise.resolve(undefined);
  const documents = createDocuments({
    ...base,
    files,
    findCase,
    templatesDir: "templates",
    baseUrl: () => "https://alur.example.go.id",
    chromePath: process.env["CHROME_PATH"],
    searchPath: process.env["PATH"],
  });
  const nothing = () => Promise.resolve();
  const runs = createPrintRuns({
    ...base,
    documents,
    files,
    findCase,
    history: { append: nothing },
    noteRead: nothing,
    tellFinished: nothing,
  });
  const data = JSON.parse(await readFile("templates/siwi/niwn/sample.json", "utf8")) as object;
  runs.register([
    {
      id: "uji/niwn",
      title: { id: "NIWN", en: "NIWN" },
      read: (_tx, ref) =>
        Promise.resolve({
          caseId: "case-1",
          template: "siwi/niwn",
          title: "Pemberitahuan NIWN",
          number: ref,
          data,
          onKept: (tx) => Promise.resolve(tx.afterCommit(() => onPrinted(ref))),
        }),
    },
  ]);
  return {
    db,
    documents,
    files,
    runs,
    async close() {
      await runs.close();
      await documents.close();
      await db.close();
    },
  };
};
