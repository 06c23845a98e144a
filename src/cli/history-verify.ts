import { existsSync } from "node:fs";
import { entities, migrations, verifyHistory } from "../history/index.js";
import { AppError, readConfig } from "../platform/index.js";
import { openDatabase } from "../platform/db/index.js";
import { sentence } from "./sentence.js";

/** `npm run history:verify`: walks the hash chain; exit 0 and `N entries, head <hash>`, or 1 and the first broken entry. */
const main = async (): Promise<void> => {
  const { databaseUrl: url } = readConfig(process.env, process.argv.slice(2));
  if (url.startsWith("sqlite:") && !existsSync(url.slice("sqlite:".length))) {
    throw new AppError(
      "DATA_FOLDER",
      `Expected the database '${url.slice("sqlite:".length)}', but there is none. Name the data folder with --data`,
    );
  }
  const db = await openDatabase({ url, entities, migrations });
  try {
    const { entries, head, broken } = await verifyHistory(db);
    if (broken === null) {
      console.log(`${entries} entries, head ${head}`);
      return;
    }
    console.log(`Entry ${broken.seq} is broken: ${broken.why}. ${entries} entries before it are as they were written`);
    process.exitCode = 1;
  } finally {
    await db.close();
  }
};

try {
  await main();
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}
