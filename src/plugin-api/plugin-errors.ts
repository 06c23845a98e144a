import type { ErrorCatalogue } from "../platform/index.js";

/** Codes with which a plugin or the folder of a process app stops the start. */
export const pluginErrors: ErrorCatalogue = {
  PROCESS_APP_INVALID: {
    status: 500,
    level: "error",
    title: { id: "Aplikasi proses tidak sah", en: "A process app is not valid" },
  },
  PLUGIN_MISSING: {
    status: 500,
    level: "error",
    title: { id: "Plugin tidak ditemukan", en: "A plugin was not found" },
  },
  PLUGIN_INVALID: { status: 500, level: "error", title: { id: "Plugin tidak sah", en: "A plugin is not valid" } },
  PLUGIN_API_RANGE: {
    status: 500,
    level: "error",
    title: { id: "Plugin dibuat untuk versi lain", en: "A plugin was written for another version" },
  },
  PLUGIN_NEEDS: {
    status: 500,
    level: "error",
    title: { id: "Plugin yang diperlukan tidak ada", en: "A plugin that is needed is absent" },
  },
  PLUGIN_NAME_CLASH: {
    status: 500,
    level: "error",
    title: { id: "Dua plugin memakai nama yang sama", en: "Two plugins use the same name" },
  },
};
