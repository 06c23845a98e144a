import * as cases from "../cases/index.js";
import * as documents from "../documents/index.js";
import * as files from "../files/index.js";
import * as forms from "../forms/index.js";
import * as history from "../history/index.js";
import * as identity from "../identity/index.js";
import * as notifications from "../notifications/index.js";
import * as outbox from "../outbox/index.js";
import type { EntityClass, MigrationClass } from "../platform/db/index.js";
import type { Plugin } from "../plugin-api/index.js";
import * as processApps from "../process-apps/index.js";
import * as tasks from "../tasks/index.js";

const modules = [identity, history, outbox, cases, files, notifications, tasks, forms, documents, processApps];

/** All tables of the application's database: those of the modules and of the plugins. */
export const applicationTables = (
  plugins: readonly Plugin[],
): { readonly entities: readonly EntityClass[]; readonly migrations: readonly MigrationClass[] } => ({
  entities: [...modules, ...plugins].flatMap(({ entities }) => entities ?? []),
  migrations: [...modules, ...plugins].flatMap(({ migrations }) => migrations ?? []),
});
