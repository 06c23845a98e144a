/**
 * `npm test`: types, lint, boundaries, then every suite on SQLite and, where a server is installed, MariaDB.
 * The scenarios of the process apps are played twice: with the engine inside, and with one in another process behind HTTP.
 * The last line counts: `N passed, N failed, N skipped`. `npm test -- tests/engine` runs only those suites.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const environment: NodeJS.ProcessEnv = { ...process.env, NODE_NO_WARNINGS: "1" };
const total: Count = { passed: 0, failed: 0, skipped: 0 };
const only = process.argv.slice(2);

const run = (command: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"], env: { ...environment, ...more } });
    child.on("error", () => resolve(127));
    child.on("exit", (code) => resolve(code ?? 1));
  });

async function step(name: string, work: () => Promise<boolean>): Promise<void> {
  console.log(`\n== ${name}`);
  const held = await work();
  total[held ? "passed" : "failed"] += 1;
  if (!held) console.log(`!! ${name} failed`);
}

const bin = (name: string): string => join("node_modules", ".bin", name);

/** Address of a private MariaDB for the suites; undefined where no server is installed. */
function startMariadb(): string | undefined {
  if (environment["ALUR_TEST_MARIADB_URL"] !== undefined) return environment["ALUR_TEST_MARIADB_URL"];
  const { status, stdout, stderr } = spawnSync("bash", ["tests/support/mariadb.sh", "start"], { encoding: "utf8" });
  if (status === 0) return stdout.trim();
  console.log(`MariaDB suites left out: ${stderr.trim()}`);
  return undefined;
}

async function suites(paths: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "alur-test-"));
  const report = join(folder, "report.json");
  const before = total.failed;
  const jest = [join("node_modules", "jest", "bin", "jest.js"), "--json", `--outputFile=${report}`, ...paths];
  const flags = ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"];
  const code = await run(process.execPath, [...flags, ...jest], more);
  if (existsSync(report)) {
    const result = JSON.parse(readFileSync(report, "utf8")) as Record<string, number>;
    total.passed += result["numPassedTests"] ?? 0;
    total.failed += (result["numFailedTests"] ?? 0) + (result["numRuntimeErrorTestSuites"] ?? 0);
    total.skipped += (result["numPendingTests"] ?? 0) + (result["numTodoTests"] ?? 0);
  }
  // A runner that died, or left something open, failed even when every test before it passed.
  if (code !== 0 && total.failed === before) total.failed += 1;
  rmSync(folder, { recursive: true, force: true });
}

if (only.length === 0) {
  await step("types", async () => (await run(bin("tsc"), ["--noEmit", "-p", "tsconfig.json"])) === 0);
  await step(
    "types of the pages",
    async () => (await run(bin("tsc"), ["--noEmit", "-p", "src/web/tsconfig.json"])) === 0,
  );
  await step(
    "lint",
    async () =>
      (await run(bin("oxlint"), ["--type-aware", "--quiet", "-c", ".oxlintrc.json", "src", "plugins", "tests"])) === 0,
  );
  await step("format", async () => (await run(bin("prettier"), ["--check", "--log-level", "warn", "."])) === 0);
  await step("boundaries", async () => (await run(process.execPath, [join("src", "cli", "boundaries.mjs")])) === 0);
  await step(
    "process apps",
    async () => (await run(process.execPath, [join("dist", "src", "cli", "bundle-check.js")])) === 0,
  );
}
const mariadb = startMariadb();
if (mariadb !== undefined) environment["ALUR_TEST_MARIADB_URL"] = mariadb;
console.log("\n== suites");
await suites(only);
if (only.length === 0) {
  console.log("\n== scenarios of the process apps on an engine in another process");
  await suites(["tests/process-apps"], { ALUR_TEST_ENGINE: "outside" });
}
if (mariadb !== undefined && process.env["ALUR_TEST_MARIADB_URL"] === undefined)
  spawnSync("bash", ["tests/support/mariadb.sh", "stop"]);

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
