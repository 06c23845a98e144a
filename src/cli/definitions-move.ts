import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createCamundaClient, type EngineTarget } from "../camunda-client/index.js";
import { openMariadbEngineStore, openSqliteEngineStore } from "../engine-store/index.js";
import { AppError, type Config, readConfig } from "../platform/index.js";
import { type Moved, moveDeployments } from "./definitions/move-deployments.js";
import { type MovableDeployment, readDeployments } from "./definitions/read-deployments.js";
import { sentence } from "./sentence.js";

const HELP = `Takes the definitions of the engine inside to a cluster: the newest version of each process, decision, form and resource,
and every version that has open instances, in the order in which they were deployed. Instances stay and finish here.
Stop the platform first: its engine's file is open for one process only.

  --to URL              address of the cluster, e.g. http://127.0.0.1:8080
  --user name:password  for basic authentication there
  --data DIR            data folder of the platform (default: ALUR_DATA_DIR)

Exit 0 when everything is there, 1 when something was refused.`;

const OPTIONS = {
  to: { type: "string" },
  user: { type: "string" },
  data: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

const usage = (message: string): AppError => new AppError("BAD_CONFIG", `${message}. Try --help`);

const readArguments = () => {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    throw usage(`Expected known options, but: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const targetOf = ({ to, user }: ReturnType<typeof readArguments>): EngineTarget => {
  if (to === undefined) throw usage("Expected --to with the address of a cluster, but there is none");
  if (!/^https?:/u.test(to) || !URL.canParse(to))
    throw usage(`Expected --to to be an address like http://127.0.0.1:8080, but it is '${to}'`);
  const url = new URL(to).href.replace(/\/(?:v2\/?)?$/u, "");
  if (user === undefined) return { url };
  const colon = user.indexOf(":");
  if (colon < 1) throw usage("Expected --user to be name:password, but there is no colon behind a name");
  return { url, auth: { user: user.slice(0, colon), password: user.slice(colon + 1) } };
};

const openStore = async ({ databaseUrl, dataDir }: Config) => {
  if (databaseUrl.startsWith("mysql:")) return openMariadbEngineStore({ url: databaseUrl });
  const file = join(dataDir, "engine.db");
  if (!existsSync(file))
    throw new AppError(
      "DATA_FOLDER",
      `Expected the engine's database '${file}', but there is none. Name the data folder with --data`,
    );
  return openSqliteEngineStore({ file });
};

const readAll = async (config: Config): Promise<readonly MovableDeployment[]> => {
  const store = await openStore(config);
  try {
    return await readDeployments(store);
  } finally {
    await store.close();
  }
};

const lineOf = ({ deployment, outcome, versions, reason }: Moved): string => {
  const names = deployment.resources.map(({ name }) => name).join(", ");
  const processes = deployment.processes.map(({ id, version, openInstances }) => {
    const there = versions.get(id);
    const to = there === undefined ? "" : `, there version ${there}`;
    return `${id} version ${version}${to}${openInstances === 0 ? "" : `, ${openInstances} open here`}`;
  });
  const what = processes.length === 0 ? names : `${names} (${processes.join("; ")})`;
  return `${outcome.padEnd(8)} ${what}${reason === "" ? "" : `: ${reason}`}`;
};

/** `npm run definitions:move -- --to URL`: what a cluster needs to start instances as the engine inside would. */
const main = async (args: ReturnType<typeof readArguments>): Promise<void> => {
  const target = createCamundaClient(targetOf(args));
  const deployments = await readAll(readConfig(process.env, args.data === undefined ? [] : ["--data", args.data]));
  const counts = { moved: 0, there: 0, refused: 0 };
  for await (const moved of moveDeployments(deployments, target)) {
    counts[moved.outcome] += 1;
    console.log(lineOf(moved));
  }
  const open = deployments.flatMap(({ processes }) => processes).reduce((sum, each) => sum + each.openInstances, 0);
  console.log(
    `${counts.moved} deployments moved, ${counts.there} already there, ${counts.refused} refused; ${open} open instances finish here`,
  );
  if (counts.refused > 0) process.exitCode = 1;
};

try {
  const args = readArguments();
  if (args.help) console.log(HELP);
  else await main(args);
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}
