import { readFile } from "node:fs/promises";
import { createDocuments, type DocumentsModule } from "../../../src/documents/index.js";
import { ControlledClock, countingIds, silentLogger } from "../../../src/platform/index.js";

/** Documents over the project's templates, without database: for rendering only. */
export const aRenderer = (templatesDir = "templates"): DocumentsModule =>
  createDocuments({
    db: undefined as never,
    files: undefined as never,
    clock: new ControlledClock("2026-09-15T02:00:00Z"),
    ids: countingIds(),
    logger: silentLogger,
    templatesDir,
    baseUrl: () => "https://alur.example.go.id/",
    chromePath: process.env["CHROME_PATH"],
    searchPath: process.env["PATH"],
    findCase: async () => undefined,
  });

/** A template's sample data. */
export const sampleOf = async (template: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(`templates/${template}/sample.json`, "utf8")) as Record<string, unknown>;
