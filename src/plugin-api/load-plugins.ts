import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AppError } from "../platform/index.js";
import type { Plugin } from "./define-plugin.js";
import { acceptsApi, PLUGIN_API_VERSION } from "./plugin-api-version.js";

/** Where plugins lie and which must be there. */
export interface PluginSources {
  /** Folder with one folder per plugin, compiled (`plugin.js`) or, under the tests, as written (`plugin.ts`). */
  readonly folder: string;
  /** Process apps whose manifest says `"plugin": true`; every other folder with a plugin file is loaded too. */
  readonly required: readonly string[];
}

const entryOf = (folder: string, name: string): string | undefined =>
  ["plugin.js", "plugin.ts"].map((file) => join(folder, name, file)).find((path) => existsSync(path));

const foldersIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .toSorted()
    : [];

const isPlugin = (value: unknown): value is Plugin => {
  const { name, version, api, setup } = (value ?? {}) as Partial<Plugin>;
  return (
    typeof name === "string" && typeof version === "string" && typeof api === "string" && typeof setup === "function"
  );
};

const importPlugin = async (name: string, path: string): Promise<Plugin> => {
  let exported: { readonly plugin?: unknown };
  try {
    exported = (await import(pathToFileURL(path).href)) as { readonly plugin?: unknown };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError("PLUGIN_INVALID", `Expected plugin '${name}' to load, but: ${reason}`, { cause: error });
  }
  const { plugin } = exported;
  if (!isPlugin(plugin)) {
    throw new AppError(
      "PLUGIN_INVALID",
      `Expected plugin '${name}' to export 'plugin' made by definePlugin, but it does not`,
    );
  }
  if (plugin.name !== name) {
    throw new AppError(
      "PLUGIN_INVALID",
      `Expected the plugin in folder '${name}' to have that name, but it is '${plugin.name}'`,
    );
  }
  if (!acceptsApi(plugin.api)) {
    throw new AppError(
      "PLUGIN_API_RANGE",
      `Expected plugin '${name}' to accept plugin API ${PLUGIN_API_VERSION}, but it was written for '${plugin.api}'`,
    );
  }
  return plugin;
};

/** Every plugin after those that it needs; among equals by name, so that each start has the same order. */
const inOrder = (plugins: readonly Plugin[]): Plugin[] => {
  const byName = new Map(plugins.map((plugin) => [plugin.name, plugin]));
  const ordered: Plugin[] = [];
  const visit = (plugin: Plugin, path: readonly string[]): void => {
    if (path.includes(plugin.name)) {
      throw new AppError(
        "PLUGIN_NEEDS",
        `Expected plugins not to need each other, but ${[...path, plugin.name].join(" needs ")}`,
      );
    }
    if (ordered.includes(plugin)) return;
    for (const need of plugin.needs ?? []) {
      const needed = byName.get(need);
      if (needed === undefined) {
        throw new AppError("PLUGIN_NEEDS", `Expected plugin '${need}', which '${plugin.name}' needs, but it is absent`);
      }
      visit(needed, [...path, plugin.name]);
    }
    ordered.push(plugin);
  };
  for (const plugin of plugins) visit(plugin, []);
  return ordered;
};

/**
 * Loads the plugins by name, at run time, so that no file of src/ imports one.
 * @throws {AppError} PLUGIN_MISSING, PLUGIN_INVALID, PLUGIN_API_RANGE, PLUGIN_NEEDS
 */
export const loadPlugins = async ({ folder, required }: PluginSources): Promise<readonly Plugin[]> => {
  const missing = required.filter((name) => entryOf(folder, name) === undefined);
  if (missing.length > 0) {
    throw new AppError(
      "PLUGIN_MISSING",
      `Expected the plugins that the manifests name, but these have no plugin file in '${folder}': ${missing.join(", ")}`,
    );
  }
  const plugins: Plugin[] = [];
  for (const name of foldersIn(folder)) {
    const path = entryOf(folder, name);
    if (path !== undefined) plugins.push(await importPlugin(name, path));
  }
  return inOrder(plugins);
};
