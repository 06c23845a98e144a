import type { Express } from "express";
import { join } from "node:path";
import {
  type Application,
  applicationTables,
  buildApplication,
  fillFirstStart,
  type FirstStart,
  plainProcesses,
  projectFolders,
  type ProjectFolders,
  rolesOf,
  seedReferenceData,
} from "./composition/index.js";
import {
  answerHttp,
  type CamundaApi,
  createCamundaApi,
  folderDocumentStore,
  memoryDocumentStore,
} from "./camunda-api/index.js";
import { type CamundaClient, createCamundaClient, type EngineTarget } from "./camunda-client/index.js";
import { createEngine, type Engine } from "./engine/index.js";
import { openMariadbEngineStore, openSqliteEngineStore, startLogArchiver } from "./engine-store/index.js";
import { createHttpApp, listen, type Listening } from "./http/index.js";
import { requireEnvironment } from "./identity/index.js";
import { createJobRuntime } from "./job-runtime/index.js";
import {
  AppError,
  type Clock,
  type Config,
  createLogger,
  type IdGenerator,
  type Logger,
  prepareDataFolder,
  randomIds,
  registerErrors,
  systemClock,
} from "./platform/index.js";
import { type Database, isDamaged, openDatabase } from "./platform/db/index.js";
import { loadPlugins } from "./plugin-api/load-plugins.js";
import { pluginErrors } from "./plugin-api/plugin-errors.js";
import { deployProcessApps, loadProcessApps } from "./process-apps/index.js";

/** What tests and the demo put in place of the usual. */
export interface AlurOverrides {
  /** Also the engine's clock: a controlled one moves its timers. */
  readonly clock?: Clock;
  readonly ids?: IdGenerator;
  readonly logger?: Logger;
  readonly folders?: Partial<ProjectFolders>;
  /** Keeps database and engine in memory; files still go to the data folder. */
  readonly memory?: boolean;
  /** A port taken already; without it `start` takes the configured one. */
  readonly listening?: Listening;
}

/** The engine inside, or none when a cluster is used. */
interface EmbeddedEngine {
  readonly engine: Engine;
  readonly api: CamundaApi;
}

/** The platform, put together. */
export interface Alur {
  readonly app: Express;
  readonly services: Application & {
    readonly db: Database;
    readonly client: CamundaClient;
    readonly clock: Clock;
    /** Null when a cluster is used. */
    readonly engine: Engine | null;
  };
  /** Accounts made by this start, with their passwords; empty on every later one. */
  readonly firstStart: FirstStart;
  /** Starts outbox and workers and serves. @returns the address. @throws {AppError} PORT_TAKEN */
  start(): Promise<{ readonly url: string }>;
  /** Ends everything within a few seconds; running jobs that do not end come back after their time-out. */
  stop(): Promise<void>;
}

type Closer = () => Promise<void> | void;

/** Milliseconds that running requests and jobs get at the end. */
const GRACE_MS = 3_000;

/** What was opened, closed in the reverse order, each even when another fails. */
class Closers {
  readonly #closers: Closer[] = [];

  add(closer: Closer): void {
    this.#closers.push(closer);
  }

  async close(logger: Logger): Promise<void> {
    for (const closer of this.#closers.splice(0).reverse()) {
      try {
        await closer();
      } catch (error) {
        logger.error({ event: "stop.failed", err: error }, "A part of the platform did not close cleanly");
      }
    }
  }
}

/** The engine's own file, with the cure beside what is wrong with it. */
const openEngineFile = (file: string): ReturnType<typeof openSqliteEngineStore> => {
  try {
    return openSqliteEngineStore({ file });
  } catch (error) {
    if (!isDamaged(error)) throw error;
    throw new AppError(
      "UNAVAILABLE",
      `Expected the engine's database in '${file}', but the file is damaged or something else. Restore a backup with 'npm run restore' or name another data folder with --data`,
      { cause: error },
    );
  }
};

const openEngine = async (
  config: Config,
  memory: boolean,
  { clock, logger, closers }: { readonly clock: Clock; readonly logger: Logger; readonly closers: Closers },
): Promise<EmbeddedEngine> => {
  const isMariadb = config.databaseUrl.startsWith("mysql:");
  const store = isMariadb
    ? await openMariadbEngineStore({ url: config.databaseUrl })
    : memory
      ? openSqliteEngineStore({ memory: true })
      : openEngineFile(join(config.dataDir, "engine.db"));
  closers.add(() => store.close());
  const engine = await createEngine({ store, clock, logger });
  closers.add(() => engine.close());
  if (config.engineLogKeep > 0 && !memory) {
    const folder = join(config.dataDir, "engine-archive");
    const archiver = startLogArchiver(store, { folder, keep: config.engineLogKeep, logger });
    closers.add(() => archiver.stop());
  }
  const api = createCamundaApi({
    engine,
    store,
    logger,
    documents: memory ? memoryDocumentStore() : folderDocumentStore(join(config.dataDir, "documents")),
  });
  return { engine, api };
};

/** The engine inside, or the cluster that the configuration names. */
const engineTarget = async (
  config: Config,
  memory: boolean,
  parts: { readonly clock: Clock; readonly logger: Logger; readonly closers: Closers },
): Promise<{ readonly target: EngineTarget; readonly embedded?: EmbeddedEngine }> => {
  if (config.camunda !== null) return { target: config.camunda };
  const embedded = await openEngine(config, memory, parts);
  return { target: { fetch: (request) => embedded.api.handle(request) }, embedded };
};

/** Said before the first deployment, whose failure would name an operation and not the address. */
const requireCluster = async (client: CamundaClient, { camunda }: Config): Promise<void> => {
  if (camunda === null) return;
  try {
    await client.ping();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError(
      "UNAVAILABLE",
      `Expected the engine at ${camunda.url} to answer, but: ${reason}. Check ALUR_CAMUNDA_URL`,
      { cause: error },
    );
  }
};

const requireBrowser = async ({ documents }: Application): Promise<void> => {
  const browser = await documents.probeBrowser();
  if (!browser.ok) {
    throw new AppError("BROWSER_MISSING", `Expected a browser that prints documents, but: ${browser.message}`);
  }
};

const webApp = async (
  config: Config,
  application: Application,
  parts: Pick<Alur["services"], "db" | "client" | "clock"> & {
    readonly ids: IdGenerator;
    readonly logger: Logger;
    readonly webFolder: string | null;
    readonly camundaApi: CamundaApi | undefined;
  },
): Promise<Express> => {
  const { db, client, camundaApi } = parts;
  const { identity, documents } = application;
  return createHttpApp({
    ...parts,
    callers: identity.callers,
    sessions: {
      store: identity.sessionStore,
      secret: await identity.sessionSecret(),
      hours: config.sessionHours,
      secure: config.baseUrl?.startsWith("https:") ?? false,
    },
    routes: application.routes,
    publicPages: application.plugins.flatMap(({ parts }) => (parts.publicPages ?? []).map(({ name }) => name)),
    engineApi:
      config.engineApi === null || camundaApi === undefined
        ? null
        : {
            ...config.engineApi,
            answer: (message, response, url) => answerHttp(camundaApi.dispatch, message, response, { url }),
          },
    trustedProxies: config.trustedProxies,
    training: config.training,
    readiness: [
      { name: "database", check: async () => void (await db.read((tx) => tx.manager.query("SELECT 1"))) },
      { name: "engine", check: () => client.ping() },
      {
        name: "browser",
        async check() {
          const browser = await documents.probeBrowser();
          if (!browser.ok) throw new Error(browser.message);
        },
      },
    ],
  });
};

const build = async (config: Config, overrides: AlurOverrides, logger: Logger, closers: Closers): Promise<Alur> => {
  const clock = overrides.clock ?? systemClock;
  const ids = overrides.ids ?? randomIds(clock);
  const memory = overrides.memory ?? false;
  const folders = { ...projectFolders(), ...overrides.folders };
  registerErrors(pluginErrors);
  prepareDataFolder(config.dataDir);

  const apps = await loadProcessApps(folders);
  const plugins = await loadPlugins({
    folder: folders.pluginsDir,
    required: apps.filter(({ manifest }) => manifest.plugin).map(({ manifest }) => manifest.app),
  });
  const db = await openDatabase({
    url: memory ? "sqlite::memory:" : config.databaseUrl,
    logger,
    isWhole: true,
    ...applicationTables(plugins),
  });
  closers.add(() => db.close());
  await requireEnvironment(db, config.training);
  const { target, embedded } = await engineTarget(config, memory, { clock, logger, closers });
  const client = createCamundaClient(target);

  let listening = overrides.listening;
  const baseUrl = (): string => config.baseUrl ?? `http://${config.host}:${listening?.port ?? config.port}`;
  const application = await buildApplication({
    config,
    clock,
    ids,
    logger,
    db,
    client,
    plugins,
    baseUrl,
    filesDir: join(config.dataDir, "files"),
    templatesDir: folders.templatesDir,
    roles: rolesOf(apps),
  });
  const { cases, documents, forms, identity, notifications, outbox, printRuns, tasks } = application;
  closers.add(() => documents.close());
  closers.add(() => notifications.close());
  await requireBrowser(application);
  await requireCluster(client, config);
  cases.registerPlain(plainProcesses(apps));
  await forms.load();
  await deployProcessApps(
    {
      db,
      clock,
      logger,
      forms,
      deploy: (resources) => client.deploy(resources),
      isKnown: async (processId) => (await client.versionsOf(processId)).length > 0,
    },
    apps,
  );
  await seedReferenceData(db, application.plugins);
  const app = await webApp(config, application, {
    db,
    client,
    clock,
    ids,
    logger,
    webFolder: folders.webDir,
    camundaApi: embedded?.api,
  });
  const jobs = createJobRuntime({
    client,
    logger,
    workers: application.plugins.flatMap(({ parts }) => parts.workers ?? []),
  });
  const firstStart = await fillFirstStart({
    db,
    clock,
    identity,
    plugins: application.plugins,
    dataDir: config.dataDir,
    demo: config.demo,
  });

  return {
    app,
    firstStart,
    services: { ...application, db, client, clock, engine: embedded?.engine ?? null },
    async start() {
      listening ??= await listen(config.host, config.port);
      const server = listening;
      await outbox.start();
      closers.add(() => outbox.stop());
      jobs.start();
      closers.add(() => jobs.stop(GRACE_MS));
      printRuns.resume();
      closers.add(() => printRuns.close());
      closers.add(application.files.startSweeping());
      closers.add(tasks.startSweeping());
      closers.add(cases.startClosing());
      closers.add(() => server.close(GRACE_MS));
      server.serve(app);
      logger.info({ event: "start.ready", url: baseUrl() }, "Alur is ready");
      return { url: baseUrl() };
    },
    async stop() {
      logger.info({ event: "stop.begun" }, "Alur stops");
      await closers.close(logger);
    },
  };
};

/**
 * The composition root: database, engine, process apps, plugins, modules, HTTP; in this order, each ready before the next.
 * @throws {AppError} with one sentence for the operator; what was opened is closed again.
 */
export const createAlur = async (config: Config, overrides: AlurOverrides = {}): Promise<Alur> => {
  const logger = overrides.logger ?? createLogger(config.logLevel);
  const closers = new Closers();
  try {
    return await build(config, overrides, logger, closers);
  } catch (error) {
    await closers.close(logger);
    throw error;
  }
};
