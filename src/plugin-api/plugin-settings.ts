import type { z } from "zod";
import { AppError, configError, mistypedSettings, type SettingMeta, type SettingProblem } from "../platform/index.js";

/** Variables of a plugin: a Zod object of `ALUR_…` names, each with `.meta({ … } satisfies SettingMeta)`. @since 1.1 */
export type PluginSettings = z.ZodObject<Readonly<Record<string, z.ZodType>>>;

/** A plugin, as far as its variables are concerned. */
interface Configured {
  readonly name: string;
  readonly settings?: PluginSettings;
}

/** Meta data of the variables of these plugins, in their order. */
export const pluginSettingMetas = (plugins: readonly Configured[]): (readonly [string, SettingMeta])[] =>
  plugins.flatMap(({ settings }) =>
    Object.entries(settings?.shape ?? {}).map(([name, schema]) => [name, schema.meta() as SettingMeta] as const),
  );

const refuseClashes = (plugins: readonly Configured[]): void => {
  const owners = new Map<string, string>();
  for (const { name, settings } of plugins) {
    for (const variable of Object.keys(settings?.shape ?? {})) {
      const owner = owners.get(variable);
      if (owner !== undefined) {
        throw new AppError(
          "PLUGIN_NAME_CLASH",
          `Expected each variable once, but '${variable}' comes from plugin '${owner}' and from plugin '${name}'`,
        );
      }
      owners.set(variable, name);
    }
  }
};

const ownOf = (plugin: Configured, given: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(given).filter(([name]) => name in (plugin.settings?.shape ?? {})));

/**
 * Checks the variables of every plugin before any is set up.
 * @returns the variables of each plugin by its name, as text.
 * @throws {AppError} BAD_CONFIG listing every problem; PLUGIN_NAME_CLASH.
 */
export const readPluginSettings = (
  plugins: readonly Configured[],
  given: Readonly<Record<string, string>>,
): ReadonlyMap<string, Readonly<Record<string, string>>> => {
  refuseClashes(plugins);
  const metas = pluginSettingMetas(plugins);
  const problems: SettingProblem[] = mistypedSettings(given, metas);
  const settings = new Map<string, Readonly<Record<string, string>>>();
  for (const plugin of plugins) {
    const own = ownOf(plugin, given);
    const issues = plugin.settings?.safeParse(own).error?.issues ?? [];
    problems.push(...issues.map(({ path, message }) => ({ name: String(path[0] ?? plugin.name), message })));
    settings.set(plugin.name, own);
  }
  if (problems.length > 0) throw configError(problems, given, metas);
  return settings;
};
