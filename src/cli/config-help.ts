import { projectFolders } from "../composition/index.js";
import { type SettingMeta, settingMetas } from "../platform/index.js";
import { loadPlugins } from "../plugin-api/load-plugins.js";
import { pluginSettingMetas } from "../plugin-api/plugin-settings.js";

/** `npm run config:help`: every variable with type, unit, default, example and, where there is one, its command-line option. */
const plugins = await loadPlugins({ folder: projectFolders().pluginsDir, required: [] });
const metas: readonly (readonly [string, SettingMeta])[] = [...settingMetas, ...pluginSettingMetas(plugins)];

for (const [name, meta] of metas) {
  console.log(
    [
      name,
      `  ${meta.description}.`,
      `  type: ${meta.kind} | unit: ${meta.unit} | default: ${meta.fallback} | example: ${name}=${meta.example}`,
      ...(meta.flag === undefined ? [] : [`  option: --${meta.flag}`]),
      "",
    ].join("\n"),
  );
}
