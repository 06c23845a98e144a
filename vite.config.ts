import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Form.io looks up time zones at an address of its own; this puts the file under ours. */
const timeZones = (): Plugin => ({
  name: "alur-time-zones",
  generateBundle() {
    const source = readFileSync(createRequire(import.meta.url).resolve("moment-timezone/data/packed/latest.json"));
    this.emitFile({ type: "asset", fileName: "vendor/formio/moment-timezone/data/packed/latest.json", source });
  },
});

/** HTML of each page that a plugin brings, by the place in the root where the build sees it. */
const pluginPages = new Map<string, { readonly name: string; readonly file: string }>(
  readdirSync(here("plugins"))
    .map((plugin) => here(`plugins/${plugin}/web/`))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith(".html"))
        .map(
          (name) => [here(`src/web/${name}`), { name: name.slice(0, -".html".length), file: folder + name }] as const,
        ),
    ),
);

/** An entry's HTML has to lie in the root; a plugin's lies beside its code and is shown there under its name. */
const pagesOfPlugins = (): Plugin => ({
  name: "alur-plugin-pages",
  enforce: "pre",
  resolveId: (id) => (pluginPages.has(id) ? id : null),
  load(id) {
    const page = pluginPages.get(id);
    if (page === undefined) return null;
    this.addWatchFile(page.file);
    const folder = relative(dirname(id), dirname(page.file));
    return readFileSync(page.file, "utf8").replaceAll('src="./', `src="${folder}/`);
  },
});

// Pages are built for people, whatever a test runner or a shell says: React's development build is half as large again.
process.env["NODE_ENV"] = process.argv.includes("build") ? "production" : (process.env["NODE_ENV"] ?? "development");

export default defineConfig({
  root: here("src/web"),
  base: "/",
  plugins: [react(), timeZones(), pagesOfPlugins()],
  define: { global: "globalThis" },
  build: {
    outDir: here("dist/web"),
    // Pages that are open during an update still fetch the parts of their own version; names carry the content's hash.
    emptyOutDir: false,
    manifest: true,
    sourcemap: false,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      input: {
        app: here("src/web/index.html"),
        studio: here("src/web/studio.html"),
        ...Object.fromEntries([...pluginPages].map(([id, { name }]) => [name, id])),
      },
      onwarn(warning, report) {
        // A page with a hole in it builds "successfully" otherwise.
        if (warning.code === "UNRESOLVED_IMPORT") throw new Error(warning.message);
        report(warning);
      },
    },
  },
  server: { proxy: { "/api": process.env["ALUR_DEV_SERVER"] ?? "http://127.0.0.1:3000" } },
});
