export { archiveLog, type ArchivedLog, type ArchiveOptions } from "./archive/archive-log.js";
export type { ArchivableStore, StoreSnapshot } from "./archive/archivable-store.js";
export { type LogArchiver, startLogArchiver } from "./archive/log-archiver.js";
export { readArchivedLog, readNewestBase } from "./archive/read-archive.js";
export { openMariadbEngineStore, type MariadbEngineStore } from "./mariadb/mariadb-engine-store.js";
export { migrationScripts, type MigrationScript } from "./schema/migration-scripts.js";
export { openSqliteEngineStore, type SqliteEngineStore } from "./sqlite/sqlite-engine-store.js";
export type { SqliteLocation } from "./sqlite/open-database.js";
export type {
  ColumnOf,
  ComparedValue,
  Comparison,
  Condition,
  CountedGroup,
  CountQuery,
  Counts,
  ItemTest,
  PageRequest,
  RecordPage,
  RecordQuery,
  RecordSearch,
  RowExists,
  SortBy,
} from "./record-search.js";
export { MAX_GROUPS } from "./record-search.js";
