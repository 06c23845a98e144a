import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolders } from "../../../src/composition/index.js";
import { createDocuments, createPrintRuns, entities, migrations } from "../../../src/documents/index.js";
import { createFiles, entities as fileEntities, migrations as fileMigrations } from "../../../src/files/index.js";
import { randomIds, silentLogger, systemClock } from "../../../src/platform/index.js";
import { openDatabase } from "../../../src/platform/db/index.js";
import { type BenchPart, RUNS } from "../bench-section.js";
import { repeated } from "../figures.js";
import { inFolder } from "../in-folder.js";

const TEMPLATE = "angka-kredit/pak";
const nothing = (): Promise<void> => Promise.resolve();

/** A print run as an office starts it: one-page decrees printed, hashed, written to disk and marked, in one SQLite file. */
export const printRun: BenchPart = async ({ quick, say }, measured) => {
  const { templatesDir } = projectFolders();
  const data = JSON.parse(await readFile(join(templatesDir, TEMPLATE, "sample.json"), "utf8")) as object;
  const count = quick ? 60 : 1_000;
  await inFolder(async (folder) => {
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
      templatesDir,
      baseUrl: () => "https://alur.example.go.id",
      chromePath: process.env["CHROME_PATH"],
      searchPath: process.env["PATH"],
    });
    const browser = await documents.probeBrowser();
    if (!browser.ok) say(`A print run is left out: ${browser.message}`);
    else {
      const runs = createPrintRuns({
        ...base,
        documents,
        files,
        findCase,
        history: { append: nothing },
        noteRead: nothing,
        tellFinished: nothing,
      });
      runs.register([
        {
          id: "bench/pak",
          title: { id: "PAK", en: "PAK" },
          read: (_tx, ref) =>
            Promise.resolve({
              caseId: "bench",
              template: TEMPLATE,
              title: "Penetapan Angka Kredit",
              number: ref,
              data: { ...data, nomor: ref },
            }),
        },
      ]);
      await documents.preview(TEMPLATE, data);
      await measured(`print run of ${count} one-page documents`, () =>
        repeated(RUNS, { "documents per second": "1/s" }, async () => {
          const items = Array.from({ length: count }, (_, index) => ({ ref: `800/${index}/2026`, label: "Pegawai" }));
          const startedBy = { userId: "bench", displayName: "Bench", role: null };
          const started = performance.now();
          await db.transaction((tx) => runs.start(tx, { source: "bench/pak", title: "PAK", items, startedBy }));
          await runs.idle();
          return { "documents per second": (count / (performance.now() - started)) * 1_000 };
        }),
      );
      await runs.close();
    }
    await documents.close();
    await db.close();
  });
};
