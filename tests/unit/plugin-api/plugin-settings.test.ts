import { describe, expect, it } from "@jest/globals";
import { z } from "zod";
import { readConfig, settingKinds, type SettingMeta } from "../../../src/platform/index.js";
import type { Plugin, PluginContext } from "../../../src/plugin-api/index.js";
import { pluginSettingMetas } from "../../../src/plugin-api/plugin-settings.js";
import { setUpPlugins } from "../../../src/plugin-api/set-up-plugins.js";

const meta = (more: Partial<SettingMeta> = {}): SettingMeta => ({
  kind: "text",
  unit: "-",
  fallback: "none",
  example: "abc",
  description: "A text",
  ...more,
});
const settings = z.object({
  ALUR_POST_URL: settingKinds
    .address(["https:"])
    .optional()
    .meta(meta({ example: "https://post.example" })),
  ALUR_POST_SECRET: z
    .string()
    .min(8, "Expected eight letters or more")
    .optional()
    .meta(meta({ secret: true })),
});

const seen: Readonly<Record<string, string>>[] = [];
const aPlugin = (name: string, more: Partial<Plugin> = {}): Plugin => ({
  name,
  version: "1.0.0",
  api: "^1",
  setup: ({ settings: own }) => {
    seen.push(own);
    return {};
  },
  ...more,
});
const start = (plugins: readonly Plugin[], environment: Record<string, string>) =>
  setUpPlugins(plugins, {} as PluginContext, readConfig(environment).pluginVariables);

describe("settings of plugins", () => {
  it("should reach the plugin that declares them, and no other", async () => {
    seen.length = 0;
    await start([aPlugin("post", { settings }), aPlugin("other")], {
      ALUR_POST_URL: "https://post.example/api",
      ALUR_PORT: "4000",
      HOME: "/root",
    });
    expect(seen).toEqual([{ ALUR_POST_URL: "https://post.example/api" }, {}]);
  });

  it("should stop the start with every problem, without showing a secret", async () => {
    const wrong = start([aPlugin("post", { settings })], {
      ALUR_POST_URL: "ftp://post.example",
      ALUR_POST_SECRET: "hush",
      ALUR_POST_SECRT: "x",
    });
    const message = await wrong.then(String, (error: Error) => error.message);
    expect(message).toContain("ALUR_POST_URL: Expected an address that begins with https://, but it is 'ftp://post");
    expect(message).toContain("ALUR_POST_SECRET: Expected eight letters or more (for example");
    expect(message).toContain("ALUR_POST_SECRT: Expected a known variable; did you mean ALUR_POST_SECRET?");
    expect(message).not.toContain("hush");
  });

  it("should belong to one plugin", async () => {
    const clash = start([aPlugin("post", { settings }), aPlugin("mail", { settings })], {});
    await expect(clash).rejects.toMatchObject({ code: "PLUGIN_NAME_CLASH" });
  });

  it("should be listed with what people need to know", () => {
    expect(pluginSettingMetas([aPlugin("post", { settings })]).map(([name]) => name)).toEqual([
      "ALUR_POST_URL",
      "ALUR_POST_SECRET",
    ]);
  });
});
