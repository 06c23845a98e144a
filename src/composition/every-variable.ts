import { type SettingMeta, settingMetas } from "../platform/index.js";
import { loadPlugins } from "../plugin-api/load-plugins.js";
import { pluginSettingMetas } from "../plugin-api/plugin-settings.js";
import { projectFolders } from "./project-folders.js";

/** Every variable of the platform and of the plugins that are there, by name. */
export const everyVariable = async (): Promise<readonly (readonly [name: string, meta: SettingMeta])[]> => {
  const plugins = await loadPlugins({ folder: projectFolders().pluginsDir, required: [] });
  return [...settingMetas, ...pluginSettingMetas(plugins)];
};
