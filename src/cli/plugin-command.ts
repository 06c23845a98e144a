import { existsSync } from "node:fs";
import { text } from "node:stream/consumers";
import { projectFolders } from "../composition/project-folders.js";
import { AppError, readConfig, registerErrors, systemClock } from "../platform/index.js";
import { type Database, type EntityClass, type MigrationClass, openExistingDatabase } from "../platform/db/index.js";
import { contributionsOf } from "../plugin-api/contributions.js";
import type { Plugin } from "../plugin-api/index.js";
import { loadPlugins } from "../plugin-api/load-plugins.js";
import { pluginErrors } from "../plugin-api/plugin-errors.js";
import { sentence } from "./sentence.js";

/*
 * `node src/cli/prepare.mjs plugin-command <name> [-- words]`: a command that a plugin offers, such as a calculation. Nothing
 * starts: no engine, no server. Standard output belongs to the command.
 */

const tablesOf = (plugins: readonly Plugin[]) => ({
  entities: plugins.flatMap(({ entities = [] }) => entities as readonly EntityClass[]),
  migrations: plugins.flatMap(({ migrations = [] }) => migrations as readonly MigrationClass[]),
});

/** The database as it stands; undefined before the first start. */
const openData = async (plugins: readonly Plugin[], args: readonly string[]): Promise<Database | undefined> => {
  const { databaseUrl: url } = readConfig(process.env, args);
  if (url.startsWith("sqlite:") && !existsSync(url.slice("sqlite:".length))) return undefined;
  return openExistingDatabase({ url, ...tablesOf(plugins) });
};

const main = async ([name = "", ...args]: readonly string[]): Promise<number> => {
  registerErrors(pluginErrors);
  const plugins = await loadPlugins({ folder: projectFolders().pluginsDir, required: [] });
  const commands = plugins.flatMap(({ commands = [] }) => commands);
  const command = commands.find((each) => each.name === name);
  if (command === undefined) {
    const names = commands.map((each) => each.name).join(", ");
    throw new AppError("BAD_INPUT", `Expected one of the commands ${names}, but got '${name}'`);
  }
  let opened: Promise<Database | undefined> | undefined;
  try {
    return await command.run({
      clock: systemClock,
      args,
      readInput: () => text(process.stdin),
      write: (line) => void process.stdout.write(`${line}\n`),
      complain: (line) => void process.stderr.write(`${line}\n`),
      contributions: (point) => contributionsOf(plugins, point),
      database: () => (opened ??= openData(plugins, args)),
    });
  } finally {
    await (await opened)?.close();
  }
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}
