import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Application, applicationTables, buildApplication } from "../../../src/composition/index.js";
import { createCamundaApi } from "../../../src/camunda-api/index.js";
import { type CamundaClient, createCamundaClient } from "../../../src/camunda-client/index.js";
import { createEngine } from "../../../src/engine/index.js";
import { openSqliteEngineStore } from "../../../src/engine-store/index.js";
import { createHttpApp } from "../../../src/http/index.js";
import { createJobRuntime, type JobRuntime } from "../../../src/job-runtime/index.js";
import { ControlledClock, randomIds, readConfig, silentLogger } from "../../../src/platform/index.js";
import type { Database } from "../../../src/platform/db/index.js";
import { type Browser, serve } from "../../support/browser.js";
import { databaseKinds, openTestDatabase } from "../../support/database.js";
import { offeredProcess, permitForms, permitPlugin, permitProcess, plainProcess } from "./permit-plugin.js";

const PASSWORD = "rahasia-sekali-9";

/** The application over HTTP with the engine inside, a small plugin and a clock that stands still. */
export interface PlatformWorld {
  readonly db: Database;
  readonly clock: ControlledClock;
  readonly client: CamundaClient;
  readonly services: Application;
  readonly plugin: ReturnType<typeof permitPlugin>;
  readonly filesDir: string;
  readonly url: string;
  /** A signed-in person. */
  person(username: string, role?: string, scopeId?: string): Promise<Browser & { readonly userId: string }>;
  /** Makes engine calls fail while it is true. */
  readonly engineIs: { down: boolean };
  readonly jobs: JobRuntime;
  close(): Promise<void>;
}

const roles = [
  { role: "applicant", label: { id: "Pemohon", en: "Applicant" }, scopeType: null },
  { role: "checker", label: { id: "Pemeriksa", en: "Checker" }, scopeType: "agency" },
];

/** One for each test file: error codes are registered once in a process. */
export const openPlatform = async (): Promise<PlatformWorld> => {
  const clock = new ControlledClock("2026-03-02T08:00:00+07:00");
  const ids = randomIds(clock);
  const plugin = permitPlugin();
  const folder = await mkdtemp(join(tmpdir(), "alur-world-"));
  const db = await openTestDatabase(
    databaseKinds.includes("sqlite") ? "sqlite" : "mariadb",
    applicationTables([plugin]),
  );
  const store = openSqliteEngineStore({ memory: true });
  const engine = await createEngine({ store, clock, logger: silentLogger });
  const api = createCamundaApi({ engine, store });
  const engineIs = { down: false };
  const client = createCamundaClient({
    fetch: (request) => (engineIs.down ? Promise.reject(new TypeError("fetch failed")) : api.handle(request)),
  });
  const filesDir = join(folder, "files");
  const services = await buildApplication({
    config: readConfig({ ALUR_DATA: folder }),
    clock,
    ids,
    logger: silentLogger,
    db,
    client,
    filesDir,
    templatesDir: join(folder, "templates"),
    roles,
    plugins: [plugin],
    baseUrl: () => "http://alur.example.test",
  });
  const { cases, forms, identity, outbox, plugins } = services;
  await forms.load();
  for (const [key, schema] of Object.entries(permitForms)) await db.transaction((tx) => forms.publish(tx, key, schema));
  await client.deploy([
    { name: "permit.bpmn", content: permitProcess },
    { name: "plain.bpmn", content: plainProcess },
    { name: "offered.bpmn", content: offeredProcess },
  ]);
  cases.registerPlain([
    {
      app: "plain",
      processId: "plain",
      title: { id: "Tanya", en: "Ask" },
      start: { form: "plain/ask", roles: ["applicant"] },
    },
  ]);
  await outbox.start();
  const jobs = createJobRuntime({
    client,
    logger: silentLogger,
    workers: plugins.flatMap(({ parts }) => parts.workers ?? []),
    waitMs: 2_000,
  });
  const server = await serve(
    createHttpApp({
      db,
      clock,
      ids,
      logger: silentLogger,
      callers: identity.callers,
      sessions: { store: identity.sessionStore, secret: await identity.sessionSecret(), hours: 8, secure: false },
      routes: services.routes,
      webFolder: null,
      engineApi: null,
      readiness: [],
    }),
  );

  return {
    db,
    clock,
    client,
    services,
    plugin,
    filesDir,
    url: server.url,
    engineIs,
    jobs,
    async person(username, role, scopeId) {
      const userId = await db.transaction(async (tx) => {
        const account = await identity.users.create(tx, { username, displayName: `Orang ${username}` });
        await identity.users.setDemoPassword(tx, account.userId, PASSWORD);
        if (role !== undefined) {
          const scope = scopeId === undefined ? { scopeType: null, scopeId: null } : { scopeType: "agency", scopeId };
          await identity.users.assign(tx, account.userId, { role, ...scope });
        }
        return account.userId;
      });
      const browser = server.browser();
      const answer = await browser.signIn(username, PASSWORD);
      if (answer.status !== 200) throw new Error(`Expected to sign in, but: ${JSON.stringify(answer.body)}`);
      return Object.assign(browser, { userId });
    },
    async close() {
      await jobs.stop();
      await outbox.stop();
      await server.close();
      await engine.close();
      await store.close();
      await services.documents.close();
      await db.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
