import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";

const folder = "src/web/shared/i18n";
const read = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, string>;
const id = read("id.json");
const en = read("en.json");
const withoutPlural = (key: string): string => key.replace(/_(one|other)$/, "");
const keysOf = (texts: Record<string, string>): string[] =>
  [...new Set(Object.keys(texts).map(withoutPlural))].toSorted();
const gaps = (text: string): string[] =>
  [...text.matchAll(/{{\s*(\w+)\s*}}/g)].map(([, name]) => name ?? "").toSorted();

const sources = readdirSync("src/web", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
  .join("\n");

describe("texts of the pages", () => {
  it("should exist in both languages", () => {
    expect(keysOf(en)).toEqual(keysOf(id));
  });

  it("should never be empty", () => {
    expect([...Object.entries(id), ...Object.entries(en)].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("should fill the same gaps in both languages", () => {
    const different = Object.keys(id).filter(
      (key) => JSON.stringify(gaps(id[key] ?? "")) !== JSON.stringify(gaps(en[key] ?? en[`${key}_other`] ?? "")),
    );
    expect(different).toEqual([]);
  });

  it("should be used by some page", () => {
    // Keys are written out, or end in a part that is filled in: `due.${kind}`.
    const isUsed = (key: string): boolean =>
      sources.includes(`"${key}"`) || sources.includes(`\`${key.slice(0, key.lastIndexOf(".") + 1)}\${`);
    expect(keysOf(id).filter((key) => !isUsed(key))).toEqual([]);
  });
});
