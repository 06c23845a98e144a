import { readConfig } from "../platform/index.js";
import { backupArguments } from "./archive/backup-arguments.js";
import { restoreBackup } from "./archive/restore-backup.js";
import { sentence } from "./sentence.js";

/** `npm run restore -- FILE`: an archive of `npm run backup` into an empty data folder, all of it or nothing. */
try {
  const { file, rest } = backupArguments(process.argv.slice(2), "restore");
  const config = readConfig(process.env, rest);
  const count = await restoreBackup(file, config);
  console.log(`${count} files restored to ${config.dataDir}`);
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}
