import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  createCamundaApi,
  folderDocumentStore,
  listenHttp,
  memoryDocumentStore,
  PinnableClock,
  type BasicAuthUsers,
} from "../camunda-api/index.js";
import { createEngine } from "../engine/index.js";
import { openMariadbEngineStore, openSqliteEngineStore, startLogArchiver } from "../engine-store/index.js";
import { AppError, createLogger, systemClock } from "../platform/index.js";

const HELP = `The workflow engine alone, behind the Orchestration Cluster REST API v2.

  --port 8088           port on 127.0.0.1; 0 takes a free one
  --host 127.0.0.1      address to listen on
  --data DIR            folder of the SQLite file (default: data)
  --memory              keep everything in memory instead
  --database URL        MariaDB instead of SQLite, e.g. mysql://user:password@127.0.0.1:3306/engine
  --keep-log N          newest entries of the record log that stay in the database; older ones move to files in the folder of
                        the data, 10,000 each (default: 0, all stay)
  --clock controlled    let PUT /v2/clock move the time
  --auth basic          ask for a user name and a password
  --user name:password  a first user for --auth basic, with the role admin; may be given several times
  --authorizations on   let users do only what they are authorized for; needs --auth basic
  --log-level warn      debug, info, warn, error or silent`;

const OPTIONS = {
  port: { type: "string", default: "8088" },
  host: { type: "string", default: "127.0.0.1" },
  data: { type: "string", default: "data" },
  memory: { type: "boolean", default: false },
  database: { type: "string" },
  "keep-log": { type: "string", default: "0" },
  clock: { type: "string", default: "system" },
  auth: { type: "string", default: "none" },
  user: { type: "string", multiple: true, default: [] as string[] },
  authorizations: { type: "string", default: "off" },
  "log-level": { type: "string", default: "warn" },
  help: { type: "boolean", default: false },
} as const;

type Arguments = ReturnType<typeof readArguments>;

const usage = (message: string): AppError => new AppError("BAD_INPUT", `${message}. Try --help`);

function readArguments() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: false }).values;
  } catch (error) {
    throw usage(error instanceof Error ? error.message : "Expected known options");
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/u.test(text) || port > 65_535)
    throw usage(`Expected --port to be a number from 0 to 65535, but it is '${text}'`);
  return port;
}

function keptEntriesOf({ "keep-log": text, memory }: Arguments): number {
  const entries = Number(text);
  if (!/^\d{1,10}$/u.test(text)) throw usage(`Expected --keep-log to be a whole number, but it is '${text}'`);
  if (entries > 0 && memory) throw usage("Expected --keep-log without --memory: what is in memory has no files");
  return entries;
}

function requireOneOf(option: string, value: string, allowed: readonly string[]): void {
  if (!allowed.includes(value))
    throw usage(`Expected --${option} to be one of ${allowed.join(", ")}, but it is '${value}'`);
}

function usersOf({ auth, user }: Arguments): BasicAuthUsers | undefined {
  requireOneOf("auth", auth, ["none", "basic"]);
  if (auth === "none") return undefined;
  if (user.length === 0) throw usage("Expected --auth basic to come with --user name:password, but no user is given");
  return new Map(user.map(credentials));
}

function credentials(text: string): readonly [string, string] {
  const colon = text.indexOf(":");
  if (colon < 1) throw usage("Expected --user to be name:password, but there is no colon behind a name");
  return [text.slice(0, colon), text.slice(colon + 1)];
}

async function openStore({ memory, database, data }: Arguments) {
  if (database !== undefined) return await openMariadbEngineStore({ url: database });
  return openSqliteEngineStore(memory ? { memory: true } : { file: join(data, "engine.db") });
}

async function start(args: Arguments): Promise<void> {
  requireOneOf("clock", args.clock, ["system", "controlled"]);
  requireOneOf("log-level", args["log-level"], ["debug", "info", "warn", "error", "silent"]);
  requireOneOf("authorizations", args.authorizations, ["on", "off"]);
  const users = usersOf(args);
  const isAuthorizing = args.authorizations === "on";
  if (isAuthorizing && users === undefined)
    throw usage("Expected --authorizations on to come with --auth basic, but nobody is asked who they are");
  const [host, port] = [args.host, portOf(args.port)];
  const keep = keptEntriesOf(args);
  const logger = createLogger(args["log-level"]);
  const store = await openStore(args);
  const pinnable = args.clock === "controlled" ? new PinnableClock(systemClock) : undefined;
  try {
    const engine = await createEngine({ store, clock: pinnable ?? systemClock, logger });
    const api = createCamundaApi({
      engine,
      store,
      logger,
      address: { host, port },
      ...(pinnable === undefined ? {} : { clockControl: pinnable }),
      clock: pinnable ?? systemClock,
      documents: args.memory ? memoryDocumentStore() : folderDocumentStore(join(args.data, "documents")),
      ...(users === undefined ? {} : { users, authorizations: isAuthorizing }),
    });
    const archiver =
      keep === 0 ? undefined : startLogArchiver(store, { folder: join(args.data, "engine-archive"), keep, logger });
    const listener = await listenHttp(api.dispatch, { host, port });
    process.stdout.write(`ready http://${host}:${listener.port}/v2\n`);
    await stopSignal();
    const closed = listener.close();
    await archiver?.stop();
    await engine.close();
    await closed;
  } finally {
    await store.close();
  }
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once, as usual. */
const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });

function sentence(error: unknown): string {
  if (error instanceof AppError) return error.message;
  const { code, port } = error as NodeJS.ErrnoException & { readonly port?: number };
  if (code === "EADDRINUSE")
    return `Expected port ${port ?? ""} to be free, but another program listens on it. Choose one with --port`;
  if (code === "EACCES")
    return `Expected to be allowed to listen on port ${port ?? ""}, but the system refuses it. Choose one above 1023 with --port`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return "Expected --host to be an address of this machine, but it is not";
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  const args = readArguments();
  if (args.help) process.stdout.write(`${HELP}\n`);
  else await start(args);
  // Everything is closed; time-outs of requests that were given up would keep the process for seconds.
  process.exit(0);
} catch (error) {
  process.stderr.write(`${sentence(error)}\n`);
  process.exitCode = 1;
}
