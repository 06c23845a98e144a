import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { builtPages } from "../../e2e/support/built-pages.js";

/** Bytes of script, compressed, that the first page may cost. */
const LIMIT = 200_000;

type Manifest = Record<string, { readonly file: string; readonly imports?: readonly string[] }>;

describe("first page", () => {
  let folder = "";
  let manifest: Manifest = {};
  beforeAll(() => {
    folder = builtPages();
    manifest = JSON.parse(readFileSync(join(folder, ".vite", "manifest.json"), "utf8")) as Manifest;
  }, 120_000);

  const scripts = (key: string, seen = new Set<string>()): Set<string> => {
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`Expected '${key}' in the manifest of the pages, but it is not there`);
    if (seen.has(chunk.file)) return seen;
    seen.add(chunk.file);
    for (const name of chunk.imports ?? []) scripts(name, seen);
    return seen;
  };

  it.each(["features/session/sign-in-page.tsx", "features/tasks/tasks-page.tsx"])(
    "should need less than 200 kB of compressed script for %s",
    (page) => {
      const files = scripts(page, scripts("index.html"));
      const bytes = [...files].reduce(
        (sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
        0,
      );
      expect(bytes).toBeLessThan(LIMIT);
    },
  );

  it("should need less than half of that for the page of a plugin, which is opened on phones", () => {
    const files = [...scripts("kalkulator.html")];
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0);
    expect(bytes).toBeLessThan(LIMIT / 2);
    expect(files.join(" ")).not.toMatch(/formio|i18n|router/i);
  });

  it("should fetch form renderer, diagram viewer and modeler only when they are needed", () => {
    const first = [...scripts("index.html")].join(" ");
    expect(first).not.toMatch(/formio|NavigatedViewer|Modeler|emscripten/i);
  });

  it("should carry no validator of the server", () => {
    const first = [...scripts("index.html")].map((file) => readFileSync(join(folder, file), "utf8")).join("");
    expect(first).not.toContain("ZodError");
  });
});
