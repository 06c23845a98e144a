import { AsyncLocalStorage } from "node:async_hooks";
import type { DataSource, EntityManager } from "typeorm";
import { AppError } from "../errors.js";
import type { Logger } from "../logger.js";
import { isDeadlock } from "./statement-failures.js";
import { type DatabaseOptions, openDataSource } from "./data-source.js";
import { mariadbDialect, sqliteDialect } from "./sql-dialect.js";
import type { Database, UnitOfWork } from "./unit-of-work.js";
import { WorkQueue } from "./work-queue.js";

interface Scope {
  open: boolean;
}

type Hook = () => void | Promise<void>;

/** The unit of work that the running code is inside of: asking for a second one would wait for the first for ever. */
const current = new AsyncLocalStorage<Scope | undefined>();

/** MariaDB ends a deadlock by rolling one transaction back as a whole: the victim simply runs again. */
const ATTEMPTS = 4;

const refuseNesting = (): void => {
  if (current.getStore()?.open === true) {
    throw new Error("Expected no unit of work inside another, but one is open already: hand its `tx` on instead");
  }
};

const inScope = async <T>(work: () => Promise<T>): Promise<T> => {
  const scope: Scope = { open: true };
  try {
    return await current.run(scope, work);
  } finally {
    scope.open = false;
  }
};

const seenMigrations = async (source: DataSource): Promise<readonly string[]> => {
  const runner = source.createQueryRunner();
  try {
    if (!(await runner.hasTable("schema_migration"))) return [];
    const rows = (await runner.query("SELECT name FROM schema_migration ORDER BY id")) as { name: string }[];
    return rows.map(({ name }) => name);
  } finally {
    await runner.release();
  }
};

const knownMigrations = (source: DataSource): readonly string[] =>
  source.migrations.map((migration) => migration.name ?? migration.constructor.name);

/** Migrations that this database has seen and this program does not know. */
const unknownMigrations = async (source: DataSource): Promise<readonly string[]> => {
  const known = new Set(knownMigrations(source));
  return (await seenMigrations(source)).filter((name) => !known.has(name));
};

const refuseNewer = async (source: DataSource): Promise<void> => {
  const unknown = await unknownMigrations(source);
  if (unknown.length === 0) return;
  await source.destroy();
  throw new AppError(
    "MIGRATION_FAILED",
    `Expected a database of this version or an older one, but a newer version or a plugin that is missing here has changed it (${unknown.join(", ")}). Nothing was touched: run that version, or restore the backup made before the upgrade with 'npm run restore'`,
  );
};

const refuseOlder = async (source: DataSource): Promise<void> => {
  const seen = new Set(await seenMigrations(source));
  const missing = knownMigrations(source).filter((name) => !seen.has(name));
  if (missing.length === 0) return;
  await source.destroy();
  throw new AppError(
    "MIGRATION_FAILED",
    `Expected a database of this version, but it is older (${missing.join(", ")} has not run). Start the platform once, which brings it up to date`,
  );
};

const runMigrations = async (source: DataSource): Promise<void> => {
  try {
    await source.runMigrations({ transaction: "each" });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await source.destroy();
    throw new AppError(
      "MIGRATION_FAILED",
      `Expected every migration of the database to run, but: ${reason}. Nothing of the failing step was kept on SQLite; restore the backup made before the upgrade or run the version that wrote this database`,
      { cause: error },
    );
  }
};

/** Hooks run when the data are durable, so a failing one is logged and cannot take the answer away. */
const runHooks = async (hooks: readonly Hook[], logger: Logger | undefined): Promise<void> => {
  for (const hook of hooks) {
    try {
      await current.run(undefined, async () => hook());
    } catch (error) {
      logger?.error({ event: "db.after-commit-failed", err: error }, "Work after a commit failed");
    }
  }
};

const unitOfWork = (manager: EntityManager, hooks: Hook[]): UnitOfWork => ({
  manager,
  afterCommit: (work) => void hooks.push(work),
});

/** What opening takes besides where and which tables. */
export interface OpenOptions extends DatabaseOptions {
  readonly logger?: Logger;
  /** These are all tables that there are: a database that knows others is of a newer version and is refused. */
  readonly isWhole?: boolean;
}

/**
 * Opens the application's database and brings its tables up to date.
 *
 * SQLite has one connection, and TypeORM would let two requests share a transaction on it; therefore every unit of work
 * goes through one queue. MariaDB uses a pool and runs them side by side.
 *
 * @throws {AppError} DATABASE_UNREACHABLE, DATABASE_DRIVER, MIGRATION_FAILED, each with a sentence for the operator.
 */
export const openDatabase = async (options: OpenOptions): Promise<Database> => {
  const source = await openDataSource(options);
  if (options.isWhole === true) await refuseNewer(source);
  await runMigrations(source);
  return databaseOver(source, options);
};

/**
 * Opens a database as it is, for a command that only reads: no migration runs.
 * @throws {AppError} DATABASE_UNREACHABLE, DATABASE_DRIVER; MIGRATION_FAILED when one of the tables asked for is not up to date.
 */
export const openExistingDatabase = async (options: DatabaseOptions): Promise<Database> => {
  const source = await openDataSource(options);
  await refuseOlder(source);
  return databaseOver(source, options);
};

const databaseOver = (source: DataSource, options: OpenOptions): Database => {
  const isSqlite = source.options.type === "better-sqlite3";
  const queue = new WorkQueue();
  const enter = <T>(work: () => Promise<T>): Promise<T> => {
    refuseNesting();
    return isSqlite ? queue.run(() => inScope(work)) : inScope(work);
  };

  return {
    dialect: isSqlite ? "sqlite" : "mariadb",
    sql: isSqlite ? sqliteDialect : mariadbDialect,
    async transaction(work) {
      for (let attempt = 1; ; attempt++) {
        // Anew at each attempt: what a rolled-back one wanted done afterwards must not happen.
        const hooks: Hook[] = [];
        try {
          const result = await enter(() => source.transaction((manager) => work(unitOfWork(manager, hooks))));
          await runHooks(hooks, options.logger);
          return result;
        } catch (error) {
          if (attempt === ATTEMPTS || !isDeadlock(error)) throw error;
          options.logger?.info({ event: "db.deadlock", attempt }, "A transaction was the victim of a deadlock; again");
        }
      }
    },
    async read(work) {
      const hooks: Hook[] = [];
      const result = await enter(() => work(unitOfWork(source.manager, hooks)));
      await runHooks(hooks, options.logger);
      return result;
    },
    async close() {
      await queue.idle();
      await source.destroy();
    },
  };
};
