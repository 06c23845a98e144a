import { AppError } from "../platform/index.js";
import { contributionsOf } from "./contributions.js";
import type { Plugin, PluginContext, PluginParts } from "./define-plugin.js";
import { readPluginSettings } from "./plugin-settings.js";

/** A plugin with what its setup gave back. */
export interface SetUpPlugin {
  readonly name: string;
  readonly parts: PluginParts;
}

/** Names that must be unique over all plugins, each with the plugin that used it first. */
const refuseClashes = (kind: string, names: readonly (readonly [plugin: string, name: string])[]): void => {
  const owners = new Map<string, string>();
  for (const [plugin, name] of names) {
    const owner = owners.get(name);
    if (owner !== undefined) {
      throw new AppError(
        "PLUGIN_NAME_CLASH",
        `Expected each ${kind} once, but '${name}' comes from plugin '${owner}' and from plugin '${plugin}'`,
      );
    }
    owners.set(name, plugin);
  }
};

const namesOf = (
  plugins: readonly SetUpPlugin[],
  pick: (parts: PluginParts) => readonly string[],
): (readonly [string, string])[] =>
  plugins.flatMap(({ name, parts }) => pick(parts).map((one): readonly [string, string] => [name, one]));

/** Addresses of the platform; the pages of `src/web` have theirs behind a sign-in or a longer path. */
const TAKEN = ["api", "v2", "assets", "index", "studio", "metrics", "healthz", "readyz"];

const checkPages = (plugins: readonly SetUpPlugin[]): void => {
  for (const { name: plugin, parts } of plugins) {
    for (const { name } of parts.publicPages ?? []) {
      if (/^[a-z][a-z-]*$/u.test(name) && !TAKEN.includes(name)) continue;
      throw new AppError(
        "PLUGIN_INVALID",
        `Expected a free name of lower-case letters and hyphens for a page of plugin '${plugin}', but it is '${name}'`,
      );
    }
  }
};

const checkNames = (plugins: readonly SetUpPlugin[]): void => {
  refuseClashes(
    "job type",
    namesOf(plugins, ({ workers }) => (workers ?? []).map(({ type }) => type)),
  );
  refuseClashes(
    "case type",
    namesOf(plugins, ({ caseTypes }) => (caseTypes ?? []).map(({ app, type }) => `${app}/${type}`)),
  );
  refuseClashes(
    "task handler",
    namesOf(plugins, ({ taskHandlers }) =>
      (taskHandlers ?? []).map(({ processId, elementId }) => `${processId}/${elementId}`),
    ),
  );
  refuseClashes(
    "route",
    namesOf(plugins, ({ routes }) => (routes ?? []).map(({ definition }) => `${definition.method} ${definition.path}`)),
  );
  refuseClashes(
    "template helper",
    namesOf(plugins, ({ helpers }) => Object.keys(helpers ?? {})),
  );
  refuseClashes(
    "print source",
    namesOf(plugins, ({ printSources }) => (printSources ?? []).map(({ id }) => id)),
  );
  refuseClashes(
    "public page",
    namesOf(plugins, ({ publicPages }) => (publicPages ?? []).map(({ name }) => name)),
  );
  refuseClashes(
    "error code",
    namesOf(plugins, ({ errors }) => Object.keys(errors ?? {})),
  );
  refuseClashes(
    "reference table",
    namesOf(plugins, ({ referenceTables }) => (referenceTables ?? []).map(({ id }) => id)),
  );
};

/**
 * Runs the setups in the order given, which `loadPlugins` made, and looks for names that two of them use.
 * @param variables those of the environment that the platform does not know itself.
 * @throws {AppError} BAD_CONFIG, PLUGIN_NAME_CLASH, or PLUGIN_INVALID when a setup fails.
 */
export const setUpPlugins = async (
  plugins: readonly Plugin[],
  base: Omit<PluginContext, "settings" | "settingsOf" | "contributions">,
  variables: Readonly<Record<string, string>> = {},
): Promise<readonly SetUpPlugin[]> => {
  const settings = readPluginSettings(plugins, variables);
  const ready: SetUpPlugin[] = [];
  const context = { ...base, contributions: (point: string) => contributionsOf(plugins, point) };
  for (const plugin of plugins) {
    try {
      ready.push({
        name: plugin.name,
        parts: await plugin.setup({
          ...context,
          settings: settings.get(plugin.name) ?? {},
          settingsOf: (needed) => {
            if (plugin.needs?.includes(needed) === true) return settings.get(needed) ?? {};
            throw new Error(`expected '${needed}' in its needs before its settings are read`);
          },
        }),
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new AppError("PLUGIN_INVALID", `Expected plugin '${plugin.name}' to be set up, but: ${reason}`, {
        cause: error,
      });
    }
  }
  checkNames(ready);
  checkPages(ready);
  refuseClashes(
    "command",
    plugins.flatMap(({ name, commands = [] }) =>
      commands.map((command): readonly [string, string] => [name, command.name]),
    ),
  );
  return ready;
};
