import type { CamundaClient } from "../camunda-client/index.js";
import { caseAccess, caseRoutes, type CaseFilesService, createCaseFiles } from "../cases/index.js";
import {
  createDocuments,
  createPrintRuns,
  type DocumentsModule,
  printRunAccess,
  type PrintRunsModule,
} from "../documents/index.js";
import { createFiles, fileErrors, fileRoutes, type FilesService } from "../files/index.js";
import { createForms, type Forms } from "../forms/index.js";
import { createHistory, createReadLog, historyAccess, historyRoutes, type HistoryService } from "../history/index.js";
import type { Actor, AnyRoute } from "../http/index.js";
import { type AccessRules, createIdentity, type Identity, type RoleDefinition } from "../identity/index.js";
import { createNotifications, notificationRoutes, type NotificationsService } from "../notifications/index.js";
import { createOutbox, type OutboxService } from "../outbox/index.js";
import { type Clock, type Config, type IdGenerator, type Logger, registerErrors } from "../platform/index.js";
import type { Database } from "../platform/db/index.js";
import type { Plugin } from "../plugin-api/index.js";
import { publicPagesRoute } from "../plugin-api/public-pages-route.js";
import { referenceRoutes } from "../plugin-api/reference-routes.js";
import { setUpPlugins, type SetUpPlugin } from "../plugin-api/set-up-plugins.js";
import { spreadsheetErrors } from "../spreadsheets/index.js";
import { operationsRoutes, studioRoutes } from "../studio/index.js";
import { createTasks, taskAccess, taskRoutes, type TasksService } from "../tasks/index.js";
import { tellFinishedPrintRun } from "./tell-finished-print-run.js";
import { taskPeople } from "./task-people.js";

/** What the application is built on. */
export interface Foundation {
  readonly config: Config;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly logger: Logger;
  readonly db: Database;
  readonly client: CamundaClient;
  readonly filesDir: string;
  readonly templatesDir: string;
  readonly roles: readonly RoleDefinition[];
  readonly plugins: readonly Plugin[];
  /** Asked when a link or QR code is made: the port may be known only then. */
  readonly baseUrl: () => string;
}

/** The modules and plugins of a running platform. */
export interface Application {
  readonly identity: Identity;
  readonly history: HistoryService;
  readonly outbox: OutboxService;
  readonly files: FilesService;
  readonly forms: Forms;
  readonly documents: DocumentsModule;
  readonly printRuns: PrintRunsModule;
  readonly notifications: NotificationsService;
  readonly cases: CaseFilesService;
  readonly tasks: TasksService;
  readonly plugins: readonly SetUpPlugin[];
  readonly routes: readonly AnyRoute[];
}

type Modules = Omit<Application, "plugins" | "routes">;

const READ_STORIES = {
  File: { action: "read.file", story: { id: "membuka berkas unggahan", en: "opened an uploaded file" } },
  Document: { action: "read.document", story: { id: "membuka dokumen", en: "opened a document" } },
} as const;

/** Records who read what of someone else's case file, once an hour. */
const readNotes = (
  { db }: Pick<Foundation, "db">,
  { cases, history }: Pick<Modules, "cases" | "history">,
): ((
  actor: Actor,
  type: keyof typeof READ_STORIES,
  read: { readonly id: string; readonly caseId: string },
) => Promise<void>) => {
  const log = createReadLog({ db, history });
  return async (actor, type, { id, caseId }) => {
    const caseFile = await db.read((tx) => cases.find(tx, caseId));
    if (caseFile?.ownerId === actor.userId) return;
    await log.note(actor, { ...READ_STORIES[type], caseId, subject: { type, id } });
  };
};

const buildModules = (base: Foundation, plugins: () => readonly SetUpPlugin[]): Modules => {
  const { config, clock, ids, logger, db, client } = base;
  const history = createHistory({ clock });
  const access = (): AccessRules[] => [
    caseAccess,
    taskAccess,
    historyAccess,
    printRunAccess,
    ...plugins().flatMap(({ parts }) => parts.access ?? []),
  ];
  const identity = createIdentity({
    db,
    clock,
    ids,
    history,
    access,
    roles: () => base.roles,
    people: () => plugins().flatMap(({ parts }) => parts.people ?? []),
    sessionHours: config.sessionHours,
  });
  const { users } = identity;
  const outbox = createOutbox({ db, clock, ids, logger });
  const files = createFiles({ db, directory: base.filesDir, clock, ids, logger, maxBytes: config.uploadLimitBytes });
  const forms = createForms({ db, clock, logger });
  const cases = createCaseFiles({ db, clock, ids, logger, outbox, client, history });
  const noteRead = readNotes(base, { cases, history });
  const documents = createDocuments({
    db,
    files,
    clock,
    ids,
    logger,
    templatesDir: base.templatesDir,
    ...(config.training ? { watermark: "PELATIHAN" } : {}),
    baseUrl: base.baseUrl,
    findCase: (tx, caseId) => cases.find(tx, caseId),
    searchPath: config.searchPath,
    noteRead: (actor, document) => noteRead(actor, "Document", document),
    ...(config.chromePath === null ? {} : { chromePath: config.chromePath }),
  });
  const notifications = createNotifications({
    db,
    clock,
    ids,
    logger,
    outbox,
    users,
    contactOf: async (tx, userId) => (await users.contacts(tx, { ids: [userId] }))[0],
    baseUrl: base.baseUrl,
    ...(config.mail === null ? {} : { mail: config.mail }),
    ...(config.telegram === null ? {} : { telegram: config.telegram }),
  });
  const printRuns = createPrintRuns({
    db,
    clock,
    ids,
    logger,
    documents,
    files,
    history,
    findCase: (tx, caseId) => cases.find(tx, caseId),
    noteRead: (actor, document) => noteRead(actor, "Document", document),
    tellFinished: (tx, run) => tellFinishedPrintRun(notifications, tx, run),
  });
  const tasks = createTasks({
    db,
    clock,
    ids,
    logger,
    client,
    cases,
    files,
    forms,
    history,
    outbox,
    people: taskPeople(users),
    holidays: async (tx) => {
      const dates: string[] = [];
      for (const { parts } of plugins()) dates.push(...((await parts.holidays?.(tx)) ?? []));
      return dates;
    },
  });
  return { identity, history, outbox, files, forms, documents, printRuns, notifications, cases, tasks };
};

const routesOf = (base: Foundation, modules: Modules, plugins: readonly SetUpPlugin[]): AnyRoute[] => {
  const { db, client, clock } = base;
  const { identity, history, outbox, files, forms, documents, notifications, cases, tasks } = modules;
  const noteRead = readNotes(base, modules);
  const mayReadCase: CaseFilesService["mayRead"] = (tx, caseId, ability) => cases.mayRead(tx, caseId, ability);
  const roleLabel: Identity["roleLabel"] = (role) => identity.roleLabel(role);
  return [
    ...identity.routes,
    ...taskRoutes(tasks),
    ...caseRoutes({
      db,
      cases,
      client,
      files,
      documents,
      history,
      users: identity.users,
      roleLabel,
      completedTasks: (tx, keys) => tasks.completedOf(tx, keys),
    }),
    ...historyRoutes({ db, clock, history, mayReadCase, roleLabel }),
    ...fileRoutes({
      db,
      files,
      mayReadCase,
      noteRead: (actor, { fileId, caseId }) => noteRead(actor, "File", { id: fileId, caseId }),
    }),
    ...documents.routes(),
    ...modules.printRuns.routes(),
    ...notificationRoutes({ notifications }),
    ...studioRoutes({ db, engine: client, forms, history }),
    ...operationsRoutes({ db, engine: client, history, outbox, casesOf: (tx, keys) => cases.byInstances(tx, keys) }),
    publicPagesRoute(plugins.flatMap(({ parts }) => parts.publicPages ?? [])),
    ...referenceRoutes(plugins.flatMap(({ parts }) => parts.referenceTables ?? [])),
    ...plugins.flatMap(({ parts }) => parts.routes ?? []),
  ];
};

/**
 * Puts modules and plugins together. Nothing runs yet: no worker, no outbox, no browser.
 * @throws {AppError} PLUGIN_NAME_CLASH, PLUGIN_INVALID
 */
export const buildApplication = async (base: Foundation): Promise<Application> => {
  registerErrors(fileErrors);
  registerErrors(spreadsheetErrors);
  let plugins: readonly SetUpPlugin[] = [];
  const modules = buildModules(base, () => plugins);
  const { clock, ids, logger, db } = base;
  const { cases, files, documents, printRuns, history, notifications, tasks } = modules;
  const context = { clock, ids, logger, db, cases, files, documents, printRuns, history, notifications };
  plugins = await setUpPlugins(
    base.plugins,
    { ...context, users: modules.identity.users, training: base.config.training },
    base.config.pluginVariables,
  );
  for (const { parts } of plugins) {
    registerErrors(parts.errors ?? {});
    documents.addHelpers(parts.helpers ?? {});
    printRuns.register(parts.printSources ?? []);
    cases.register(parts.caseTypes ?? []);
    tasks.register(parts.taskHandlers ?? []);
  }
  return { ...modules, plugins, routes: routesOf(base, modules, plugins) };
};
