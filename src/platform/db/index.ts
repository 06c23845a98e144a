export { containing } from "./containing.js";
export { type DatabaseOptions, type EntityClass, isDamaged, type MigrationClass } from "./data-source.js";
export { openDatabase, openExistingDatabase, type OpenOptions } from "./open-database.js";
export { instantColumn, jsonColumn, portableColumns } from "./portable-columns.js";
export type { Page, PageWanted } from "./page.js";
export { positional } from "./positional.js";
export type { SqlDialect } from "./sql-dialect.js";
export type { Database, UnitOfWork } from "./unit-of-work.js";
export { isUniqueViolation } from "./statement-failures.js";
