import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Refusal } from "./refusal.mjs";

const run = (command, args, options) =>
  new Promise((resolve) => {
    const child = spawn(command, args, options);
    child.on("error", () => resolve(127));
    child.on("exit", (code) => resolve(code ?? 1));
  });

/**
 * Runs the locked install when node_modules does not belong to this lockfile and this Node, and proves that the native database driver loads.
 * @throws {Refusal} when packages cannot be installed or the driver neither comes prebuilt nor can be compiled.
 */
export async function installPackages(root, say) {
  const lock = readFileSync(join(root, "package-lock.json"));
  const wanted = createHash("sha256")
    .update(lock)
    .update(process.versions.modules)
    .update(process.platform + process.arch)
    .digest("hex");
  const stamp = join(root, "node_modules", ".alur-installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  if (!existsSync(join(root, "node_modules", ".package-lock.json")) || !sameLock(root)) {
    say("Installing packages (npm ci); the first time takes a few minutes …");
    // npm's own entry file is used where known: `npm` may not be on the path of a service.
    const npm = process.env.npm_execpath;
    const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
    const env = { ...process.env, JOBS: "max" };
    const code = npm?.endsWith(".js")
      ? await run(process.execPath, [npm, ...args], { cwd: root, stdio: ["ignore", 2, 2], env })
      : await run("npm", args, { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32", env });
    if (code !== 0) {
      throw new Refusal(
        `Expected 'npm ci' to install the packages, but it ended with code ${code}: see the lines above. ` +
          "If they speak of better-sqlite3 or node-gyp, install a C++ compiler, make and Python 3 (Debian: apt-get install build-essential python3) and start again.",
      );
    }
  }
  proveDriver(root);
  writeFileSync(stamp, wanted);
}

/** node_modules made by an `npm install` of the same lockfile needs no second install. */
function sameLock(root) {
  try {
    const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
    const present = JSON.parse(readFileSync(join(root, "node_modules", ".package-lock.json"), "utf8")).packages;
    return Object.entries(wanted).every(
      ([path, entry]) => path === "" || entry.optional === true || present[path]?.version === entry.version,
    );
  } catch {
    return false;
  }
}

function proveDriver(root) {
  try {
    const Database = createRequire(join(root, "package.json"))("better-sqlite3");
    new Database(":memory:").close();
  } catch (cause) {
    throw new Refusal(
      `Expected the SQLite driver better-sqlite3 to load, but ${String(cause?.message ?? cause).split("\n")[0]}: ` +
        "install a C++ compiler, make and Python 3 (Debian: apt-get install build-essential python3), run 'npm rebuild better-sqlite3' and start again.",
    );
  }
}
