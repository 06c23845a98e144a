import { listen } from "../http/index.js";
import { type Alur, createAlur } from "../main.js";
import { createLogger, readConfig } from "../platform/index.js";
import { sentence } from "./sentence.js";

/** `npm start`: the whole platform in one process, until SIGINT or SIGTERM. */

/** The accounts of a first start as a table; their passwords are kept nowhere. */
const printAccounts = ({ firstStart }: Alur): void => {
  const accounts = firstStart.accounts.filter(({ password }) => password !== null);
  if (accounts.length === 0) return;
  const width = Math.max(...accounts.map(({ username }) => username.length));
  console.log("\nAkun (kata sandi hanya ditampilkan sekali ini) / Accounts (passwords are shown this once only):\n");
  for (const { username, password, displayName, roles } of accounts) {
    const held = [...new Set(roles.map(({ role }) => role))].join(", ");
    console.log(`  ${username.padEnd(width)}  ${password}  ${displayName} (${held})`);
  }
  console.log("");
};

/** Resolves at the first signal; a second one ends the process at once. */
const stopSignal = (): Promise<string> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.on(signal, () => {
        resolve(signal);
        process.once(signal, () => process.exit(1));
      });
    }
  });

const main = async (): Promise<void> => {
  const stopping = stopSignal();
  const config = readConfig(process.env, process.argv.slice(2));
  // The port first: a taken one must not cost a first start whose passwords are shown once.
  const listening = await listen(config.host, config.port);
  const logger = createLogger(config.logLevel);
  let alur: Alur | undefined;
  try {
    alur = await createAlur(config, { listening, logger });
    printAccounts(alur);
    const { url } = await alur.start();
    console.log(`Alur siap di ${url}\nAlur is ready at ${url}`);
    await stopping;
    console.log("Menghentikan Alur / Stopping");
  } finally {
    await alur?.stop();
    await listening.close(0);
  }
};

try {
  await main();
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}
