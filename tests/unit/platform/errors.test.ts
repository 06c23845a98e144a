import { describe, expect, it } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileErrors } from "../../../src/files/index.js";
import { AppError, errorCatalogue, registerErrors } from "../../../src/platform/index.js";
import { pluginErrors } from "../../../src/plugin-api/plugin-errors.js";
import { spreadsheetErrors } from "../../../src/spreadsheets/index.js";

const sources = ["src", "plugins"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.startsWith("web"))
    .map((name) => readFileSync(join(folder, name), "utf8")),
);

const definition = { status: 400, level: "info", title: { id: "Coba", en: "Try" } } as const;

describe("the catalogue of errors", () => {
  registerErrors(fileErrors);
  registerErrors(pluginErrors);
  registerErrors(spreadsheetErrors);

  it("should define every code that the sources throw", () => {
    const thrown = new Set(
      sources.flatMap((text) => [...text.matchAll(/new AppError\(\s*"([A-Z_]+)"/gu)].map(([, code]) => code)),
    );
    expect(thrown.size).toBeGreaterThan(20);
    expect([...thrown].filter((code) => code !== undefined && !errorCatalogue().has(code))).toEqual([]);
  });

  it("should hold no code that nothing throws", () => {
    const unused = [...errorCatalogue().keys()].filter(
      (code) => sources.filter((text) => text.includes(`"${code}"`)).length === 0,
    );
    expect(unused).toEqual([]);
  });

  it.each([...errorCatalogue()])(
    "should say %s in both languages, with a status",
    (_code, { status, level, title }) => {
      expect(title.id.length).toBeGreaterThan(3);
      expect(title.en.length).toBeGreaterThan(3);
      expect(status).toBeGreaterThanOrEqual(400);
      // What nobody can act on by changing the request is for the operator.
      expect(status >= 500).toBe(level === "error");
    },
  );

  it("should take a definition twice, but not two definitions", () => {
    registerErrors({ TRIED_IN_TEST: definition });
    expect(() => registerErrors({ TRIED_IN_TEST: definition })).not.toThrow();
    expect(() => registerErrors({ TRIED_IN_TEST: { ...definition } })).toThrow("'TRIED_IN_TEST' to be new");
  });
});

describe("AppError", () => {
  it("should keep its cause for the log", () => {
    const cause = new Error("inside");
    expect(new AppError("INTERNAL", "outside", { cause }).cause).toBe(cause);
  });
});
