import type { SqlDialect } from "../sql-dialect.js";
import { schemaStatements } from "./schema-statements.js";

/** One numbered step of the schema; never edited once released (its text is held by a golden test). */
export interface Migration {
  readonly number: number;
  statements(dialect: SqlDialect): readonly string[];
}

/**
 * All steps in order. The first one creates the tables of the engine's specs. Once it is released, a changed spec fails
 * the golden test: add a step with ALTER statements and let the first one keep a frozen copy of the old specs.
 */
export const MIGRATIONS: readonly Migration[] = [{ number: 1, statements: schemaStatements }];

/** Name of the table that lists the steps which have been run. */
export const MIGRATION_TABLE = "engine_migration";
