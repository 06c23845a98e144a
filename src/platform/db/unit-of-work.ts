import type { EntityManager } from "typeorm";
import type { SqlDialect } from "./sql-dialect.js";

/**
 * One transaction of the application's database. `data/` folders bind their repositories to `manager`;
 * everyone else hands it on without looking inside.
 */
export interface UnitOfWork {
  readonly manager: EntityManager;
  /** Runs after the transaction is durable; never when it was rolled back. */
  afterCommit(work: () => void | Promise<void>): void;
}

/** The application's database: SQLite file or MariaDB, behind one door. */
export interface Database {
  readonly dialect: "sqlite" | "mariadb";
  /** What differs between the two in SQL. */
  readonly sql: SqlDialect;
  /**
   * Runs `work` in one transaction: all of it or nothing. On SQLite one at a time (a single connection). On MariaDB the
   * victim of a deadlock runs again, so `work` touches nothing but the database; the rest goes into `afterCommit`.
   * @throws {Error} when called inside another unit of work, which would wait for itself: hand `tx` on instead.
   */
  transaction<T>(work: (tx: UnitOfWork) => Promise<T>): Promise<T>;
  /** Reads outside a transaction (on SQLite still in the queue, so that no half-done work of others is seen). */
  read<T>(work: (tx: UnitOfWork) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
