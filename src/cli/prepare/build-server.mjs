import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Refusal } from "./refusal.mjs";
import { sourceFiles } from "./source-files.mjs";

const FOLDERS = ["src", "plugins", "tests/support", "tests/perf", "tests/process-apps", "tests/conformance"];
const isServerSource = (path) =>
  path.endsWith(".ts") &&
  !path.endsWith(".test.ts") &&
  !path.endsWith(".d.ts") &&
  !path.startsWith("src/web/") &&
  !/^plugins\/[^/]+\/web\//.test(path);

/**
 * Compiles what has changed since the last time to dist/, file by file (types are checked by `npm test`, not here).
 * @throws {Refusal} naming the file that does not compile.
 */
export async function buildServer(root, say) {
  const stampFile = join(root, "dist", ".server.json");
  const settings = readFileSync(join(root, ".swcrc"), "utf8");
  const before = readStamps(stampFile, settings);
  const files = FOLDERS.flatMap((folder) => sourceFiles(root, folder, isServerSource));
  const changed = files.filter(({ path, stamp }) => before[path] !== stamp);
  const present = new Set(files.map(({ path }) => path));
  for (const path of Object.keys(before))
    if (!present.has(path)) rmSync(join(root, "dist", path.replace(/\.ts$/, ".js")), { force: true });
  if (changed.length === 0) return;
  say(`Building ${changed.length} server files …`);
  const { transform } = await import("@swc/core");
  const { $schema: _, ...options } = JSON.parse(settings);
  for (const { path } of changed) {
    const filename = join(root, path);
    let code;
    try {
      ({ code } = await transform(readFileSync(filename, "utf8"), {
        ...options,
        filename,
        swcrc: false,
        configFile: false,
      }));
    } catch (cause) {
      throw new Refusal(`Expected ${path} to compile, but:\n${cause.message}`);
    }
    const target = join(root, "dist", path.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(target), { recursive: true });
    // Written beside and moved, so that a build at the same time never shows half a file.
    const half = `${target}.${process.pid}`;
    writeFileSync(half, code);
    renameSync(half, target);
  }
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(
    stampFile,
    JSON.stringify({ settings, files: Object.fromEntries(files.map(({ path, stamp }) => [path, stamp])) }),
  );
}

function readStamps(file, settings) {
  try {
    const stamps = JSON.parse(readFileSync(file, "utf8"));
    return stamps.settings === settings ? stamps.files : {};
  } catch {
    return {};
  }
}
