import { describe, expect, it } from "@jest/globals";
import type { Plugin, PluginContext } from "../../../src/plugin-api/index.js";
import { setUpPlugins } from "../../../src/plugin-api/set-up-plugins.js";

const aPlugin = (name: string, more: Partial<Plugin> = {}): Plugin => ({
  name,
  version: "1.0.0",
  api: "^1.1",
  setup: () => ({}),
  ...more,
});
const context = {} as PluginContext;

describe("extension points", () => {
  it("should show a plugin at its set-up what others add, also those that come after it", async () => {
    // given
    let seen: readonly unknown[] = [];
    const owner = aPlugin("owner", {
      setup(given) {
        seen = given.contributions("owner:words");
        expect(given.contributions("owner:nothing")).toEqual([]);
        return {};
      },
    });
    const first = aPlugin("first", { contributions: { "owner:words": ["a", "b"], "other:words": ["x"] } });
    const second = aPlugin("second", { contributions: { "owner:words": ["c"] } });
    // when
    await setUpPlugins([owner, first, second], context);
    // then
    expect(seen).toEqual(["a", "b", "c"]);
  });

  it("should refuse two commands of one name", async () => {
    const command = { name: "count", run: () => Promise.resolve(0) };
    const plugins = [aPlugin("first", { commands: [command] }), aPlugin("second", { commands: [command] })];
    await expect(setUpPlugins(plugins, context)).rejects.toMatchObject({
      code: "PLUGIN_NAME_CLASH",
      message: expect.stringContaining("'count' comes from plugin 'first'"),
    });
  });
});
