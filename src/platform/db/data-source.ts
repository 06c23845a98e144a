import { type DataSourceOptions, DataSource, getMetadataArgsStorage } from "typeorm";
import { AppError } from "../errors.js";
import { quietLogger } from "./quiet-logger.js";

export type EntityClass = new () => object;
export type MigrationClass = new () => object;

/** Where the application's tables live, and which. */
export interface DatabaseOptions {
  /** `sqlite::memory:`, `sqlite:<file>` or `mysql://user:password@host:port/database` (MariaDB). */
  readonly url: string;
  readonly entities: readonly EntityClass[];
  readonly migrations: readonly MigrationClass[];
}

interface SqliteHandle {
  pragma(text: string): unknown;
}

const common = (options: DatabaseOptions) => ({
  entities: [...options.entities],
  migrations: [...options.migrations],
  migrationsTableName: "schema_migration",
  synchronize: false,
  logger: quietLogger,
});

const sqliteOptions = (options: DatabaseOptions): DataSourceOptions => ({
  ...common(options),
  type: "better-sqlite3",
  database: options.url.slice("sqlite:".length),
  enableWAL: true,
  timeout: 5_000,
  // FULL: with WAL the only setting under which an acknowledged commit also survives a power cut.
  prepareDatabase: (handle: SqliteHandle) => void handle.pragma("synchronous = FULL"),
});

const mariadbOptions = (options: DatabaseOptions): DataSourceOptions => ({
  ...common(options),
  type: "mariadb",
  url: options.url,
  charset: "utf8mb4",
  timezone: "Z",
  connectTimeout: 10_000,
  poolSize: 10,
});

/**
 * Decorators of entities run before anyone knows the database. MariaDB's `text` ends at 64 kB, so every `text` column is
 * declared `longtext` there, and `text` again when the same process opens a SQLite file (tests do both).
 */
const declareTextColumns = (isMariadb: boolean): void => {
  const [from, to] = isMariadb ? (["text", "longtext"] as const) : (["longtext", "text"] as const);
  for (const { options } of getMetadataArgsStorage().columns) {
    if (options.type === from) options.type = to;
  }
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** SQLite's words for a file that is none of its own or was harmed. */
export const isDamaged = (error: unknown): boolean =>
  /file is not a database|disk image is malformed/u.test(reasonOf(error));

const cannotOpen = (options: DatabaseOptions, error: unknown): AppError => {
  const reason = reasonOf(error);
  if (options.url.startsWith("mysql:")) {
    const { host, pathname } = new URL(options.url);
    return new AppError(
      "DATABASE_UNREACHABLE",
      `Expected the database '${pathname.slice(1)}' at ${host} to answer, but: ${reason}. Check ALUR_DATABASE_URL`,
      { cause: error },
    );
  }
  const file = options.url.slice("sqlite:".length);
  if (/Could not locate the bindings|not been installed|ERR_DLOPEN_FAILED|compiled against/u.test(reason)) {
    return new AppError(
      "DATABASE_DRIVER",
      `Expected the SQLite driver to be installed for Node ${process.version}, but it does not load. Run 'npm rebuild better-sqlite3' (needs python3, make and a C++ compiler where no prebuilt binary exists)`,
      { cause: error },
    );
  }
  if (isDamaged(error)) {
    return new AppError(
      "DATABASE_UNREACHABLE",
      `Expected a database in '${file}', but the file is damaged or something else (${reason}). Restore a backup with 'npm run restore' or name another data folder with --data`,
      { cause: error },
    );
  }
  return new AppError(
    "DATABASE_UNREACHABLE",
    `Expected to open the database file '${file}', but: ${reason}. Check that the data folder exists and may be written to`,
    { cause: error },
  );
};

/** Opens the connection; migrations have not run yet. @throws {AppError} DATABASE_UNREACHABLE, DATABASE_DRIVER */
export const openDataSource = async (options: DatabaseOptions): Promise<DataSource> => {
  const isMariadb = options.url.startsWith("mysql:");
  try {
    declareTextColumns(isMariadb);
    return await new DataSource(isMariadb ? mariadbOptions(options) : sqliteOptions(options)).initialize();
  } catch (error) {
    throw cannotOpen(options, error);
  }
};
