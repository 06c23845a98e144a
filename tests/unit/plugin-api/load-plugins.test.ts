import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadPlugins } from "../../../src/plugin-api/load-plugins.js";
import { acceptsApi } from "../../../src/plugin-api/plugin-api-version.js";
import { setUpPlugins } from "../../../src/plugin-api/set-up-plugins.js";
import type { Plugin, PluginContext, PluginParts } from "../../../src/plugin-api/index.js";

const context = {} as PluginContext;
const plugin = (name: string, parts: PluginParts): Plugin => ({
  name,
  version: "1.0.0",
  api: "^1",
  setup: () => parts,
});
const worker = (type: string) => ({ type, timeoutMs: 1, parallel: 1, run: () => Promise.resolve({}) });

describe("loadPlugins", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "alur-plugins-"));
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, body: string): void => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "plugin.ts"), body);
  };
  const sourceOf = (fields: Record<string, unknown>): string =>
    `export const plugin = { ...${JSON.stringify({ version: "1.0.0", api: "^1", ...fields })}, setup: () => ({}) };`;
  const load = (required: readonly string[] = []) => loadPlugins({ folder, required });

  it("should put every plugin behind those that it needs", async () => {
    // given
    write("alpha", sourceOf({ name: "alpha", needs: ["gamma"] }));
    write("beta", sourceOf({ name: "beta" }));
    write("gamma", sourceOf({ name: "gamma", needs: ["delta"] }));
    write("delta", sourceOf({ name: "delta" }));
    mkdirSync(join(folder, "no-plugin-here"));
    // then
    expect((await load(["alpha"])).map(({ name }) => name)).toEqual(["delta", "gamma", "alpha", "beta"]);
  });

  it("should name the plugins that the manifests want and that are absent", async () => {
    await expect(load(["siwi", "siip"])).rejects.toMatchObject({
      code: "PLUGIN_MISSING",
      message: expect.stringContaining("siwi, siip"),
    });
  });

  it.each([
    ["PLUGIN_API_RANGE", sourceOf({ name: "alpha", api: "^2" }), "'^2'"],
    ["PLUGIN_INVALID", sourceOf({ name: "beta" }), "'beta'"],
    ["PLUGIN_INVALID", "export const other = 1;", "definePlugin"],
    ["PLUGIN_INVALID", "throw new Error('broken inside');", "broken inside"],
    ["PLUGIN_NEEDS", sourceOf({ name: "alpha", needs: ["omega"] }), "'omega'"],
    ["PLUGIN_NEEDS", sourceOf({ name: "alpha", needs: ["alpha"] }), "alpha needs alpha"],
  ])("should stop the start with %s", async (code, source, text) => {
    write("alpha", source);
    await expect(load()).rejects.toMatchObject({ code, message: expect.stringContaining(text) });
  });
});

describe("acceptsApi", () => {
  it.each([
    ["^1", "1.4.2", true],
    ["^1.4", "1.4.2", true],
    ["^1.5", "1.4.2", false],
    ["^1.4.3", "1.4.2", false],
    ["1.4.2", "1.4.2", true],
    ["1.4", "1.4.2", true],
    ["^2", "1.4.2", false],
    ["latest", "1.4.2", false],
  ])("should judge %s against %s as %s", (range, version, accepted) => {
    expect(acceptsApi(range, version)).toBe(accepted);
  });
});

describe("setUpPlugins", () => {
  it("should name both plugins that use one name", async () => {
    const clash = setUpPlugins(
      [plugin("alpha", { workers: [worker("print")] }), plugin("beta", { workers: [worker("print")] })],
      context,
    );
    await expect(clash).rejects.toMatchObject({
      code: "PLUGIN_NAME_CLASH",
      message: "Expected each job type once, but 'print' comes from plugin 'alpha' and from plugin 'beta'",
    });
  });

  it("should name the plugin whose setup fails", async () => {
    const failing: Plugin = { ...plugin("alpha", {}), setup: () => Promise.reject(new Error("no table")) };
    await expect(setUpPlugins([failing], context)).rejects.toMatchObject({
      code: "PLUGIN_INVALID",
      message: "Expected plugin 'alpha' to be set up, but: no table",
    });
  });
});
