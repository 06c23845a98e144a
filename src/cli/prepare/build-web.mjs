import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "./refusal.mjs";
import { sourceFiles } from "./source-files.mjs";

/** Builds the pages to dist/web when their sources (also those of plugins), the contract or the packages changed. @throws {Refusal} when the build fails. */
export async function buildWeb(root, say) {
  const files = [
    ...sourceFiles(root, "src/web", () => true),
    ...sourceFiles(root, "src/http/contract", () => true),
    // Pages of plugins, with the vocabulary and shapes that they share with their server.
    ...sourceFiles(root, "plugins", (path) => /^plugins\/[^/]+\/(web|domain|http\/contract)\//.test(path)),
    { path: "packages", stamp: readFileSync(join(root, "node_modules", ".alur-installed"), "utf8") },
  ];
  const hash = createHash("sha256").update(readFileSync(join(root, "vite.config.ts")));
  for (const { path, stamp } of files) hash.update(`${path}=${stamp};`);
  const wanted = hash.digest("hex");
  const stampFile = join(root, "dist", ".web");
  if (
    existsSync(join(root, "dist", "web", "index.html")) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, "utf8") === wanted
  )
    return;
  say("Building the pages …");
  const { build } = await import("vite");
  try {
    await build({ root: join(root, "src", "web"), configFile: join(root, "vite.config.ts"), logLevel: "warn" });
  } catch (cause) {
    throw new Refusal(`Expected the pages to build, but: ${cause.message}`);
  }
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(stampFile, wanted);
}
