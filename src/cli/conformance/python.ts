import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { requireProgram, runProgram } from "./program.js";

/**
 * A Python environment of its own with the packages, made when it is not there yet.
 *
 * @returns the folder of its programs; undefined where Python 3 cannot make environments.
 */
export async function pythonPackages(folder: string, packages: readonly string[]): Promise<string | undefined> {
  const programs = join(folder, "bin");
  const complete = join(folder, `complete-${packages.join("-").replaceAll(/[^\w.-]/gu, "_")}`);
  if (existsSync(complete)) return programs;
  rmSync(folder, { recursive: true, force: true });
  if ((await runProgram("python3", ["-m", "venv", folder], { quiet: true })).code !== 0) return undefined;
  console.log(`downloading ${packages.join(", ")}`);
  await requireProgram(join(programs, "pip"), ["install", "--quiet", "--disable-pip-version-check", ...packages]);
  writeFileSync(complete, "");
  return programs;
}
