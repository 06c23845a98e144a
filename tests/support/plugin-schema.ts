import type { Plugin } from "../../src/plugin-api/index.js";
import { entities as caseEntities, migrations as caseMigrations } from "../../src/cases/index.js";
import type { EntityClass, MigrationClass } from "../../src/platform/db/index.js";

export interface PluginSchema {
  readonly entities: EntityClass[];
  readonly migrations: MigrationClass[];
}

/** Tables of `plugins` and of the case files that their migrations read. */
export const pluginSchema = (plugins: readonly Pick<Plugin, "entities" | "migrations">[]): PluginSchema => ({
  entities: [...caseEntities, ...plugins.flatMap(({ entities = [] }) => entities as EntityClass[])],
  migrations: [...caseMigrations, ...plugins.flatMap(({ migrations = [] }) => migrations as MigrationClass[])],
});
