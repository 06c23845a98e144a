import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createDocuments } from "../../../src/documents/index.js";
import { randomIds, silentLogger, systemClock } from "../../../src/platform/index.js";
import { projectFolders } from "../../../src/composition/index.js";
import { type BenchPart, RUNS } from "../bench-section.js";
import { repeated } from "../figures.js";

const TEMPLATE = join("siwi", "hpak");

/** The result of a DUPAK, printed with its sample data by the browser: one after the other, and four at a time. */
export const printing: BenchPart = async ({ quick, say }, measured) => {
  const { templatesDir } = projectFolders();
  const documents = createDocuments({
    // Nothing is kept: only templates and browser are measured.
    db: undefined as never,
    files: undefined as never,
    clock: systemClock,
    ids: randomIds(systemClock),
    logger: silentLogger,
    templatesDir,
    baseUrl: () => "https://alur.example.go.id",
    chromePath: process.env["CHROME_PATH"],
    searchPath: process.env["PATH"],
    findCase: () => Promise.resolve(undefined),
  });
  const browser = await documents.probeBrowser();
  if (!browser.ok) return say(`PDFs are left out: ${browser.message}`);
  const data: unknown = JSON.parse(await readFile(join(templatesDir, TEMPLATE, "sample.json"), "utf8"));
  await documents.preview(TEMPLATE, data);
  for (const lanes of [1, 4]) {
    await measured(`PDFs of ${TEMPLATE}, ${lanes} at a time`, () =>
      repeated(RUNS, { "PDFs per second": "1/s" }, async () => {
        const count = quick ? 8 : 40;
        let left = count;
        const started = performance.now();
        const print = async (): Promise<void> => {
          while (left-- > 0) await documents.preview(TEMPLATE, data);
        };
        await Promise.all(Array.from({ length: lanes }, print));
        return { "PDFs per second": (count / (performance.now() - started)) * 1000 };
      }),
    );
  }
  await documents.close();
};
