import { resolve } from "node:path";
import { readConfig } from "../platform/index.js";
import { backupArguments } from "./archive/backup-arguments.js";
import { makeBackup } from "./archive/make-backup.js";
import { sentence } from "./sentence.js";

/** `npm run backup -- FILE`: databases and files of the data folder in one archive, while the platform runs. */
try {
  const { file, rest } = backupArguments(process.argv.slice(2), "backup");
  const count = await makeBackup(readConfig(process.env, rest), file);
  console.log(`${count} files saved in ${resolve(file)}`);
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}
