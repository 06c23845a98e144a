import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareDataFolder } from "../../../src/platform/index.js";

describe("prepareDataFolder", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "alur-folder-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("should make the folder with those above it and leave nothing in it", () => {
    prepareDataFolder(join(folder, "a", "b"));
    expect(readdirSync(join(folder, "a", "b"))).toEqual([]);
  });

  it("should say that a file is in the way", () => {
    writeFileSync(join(folder, "data"), "");
    expect(() => prepareDataFolder(join(folder, "data"))).toThrow(/data' ?, but a file of that name is in the way/u);
  });

  it("should name a folder that nobody can make", () => {
    const hopeless = existsSync("/proc") ? "/proc/alur-data" : "/dev/null/alur-data";
    expect(() => prepareDataFolder(hopeless)).toThrow(`Expected to write to the data folder '${hopeless}'`);
  });
});
