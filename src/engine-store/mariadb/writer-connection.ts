import { createConnection, type Connection, type ConnectionOptions } from "mysql2/promise";
import { AppError } from "../../platform/index.js";
import { connectionOptions } from "./connection-options.js";

const LOCK_WAIT_SECONDS = 3;
const PING_MS = 15_000;
/** The server ends a silent session after this time and frees its lock: a dead machine's lease ends by itself. */
const SESSION_TIMEOUT_SECONDS = 60;

/** The lease table has one row; its epoch grows with each writer. */
export const LEASE_TABLE = "engine_lease";

/**
 * The connection that writes. It holds the writer's lock for as long as it lives (ADR engine-store/0002).
 */
export class WriterConnection {
  readonly #options: ConnectionOptions;
  readonly #lockName: string;
  #connection: Connection | undefined;
  #epoch: number | undefined;
  #ping: NodeJS.Timeout | undefined;

  constructor(url: string) {
    const options = connectionOptions(url);
    this.#options = { ...options, multipleStatements: true };
    this.#lockName = `engine.${String(options.database)}`.slice(0, 64);
  }

  /**
   * The open connection; opens it and takes the lock when there is none.
   *
   * @throws {AppError} CONFLICT when another engine writes to the database, or has taken over since.
   */
  async get(): Promise<Connection> {
    return this.#connection ?? (await this.#open());
  }

  /** Epoch of this writer; each commit checks that it is still the newest. */
  get epoch(): number {
    if (this.#epoch === undefined) throw new Error("Expected an open writer connection, but there is none");
    return this.#epoch;
  }

  async #open(): Promise<Connection> {
    const connection = await createConnection(this.#options);
    try {
      await this.#prepareSession(connection);
      await this.#takeLock(connection);
      await this.#takeEpoch(connection);
    } catch (error) {
      connection.destroy();
      throw error;
    }
    connection.on("error", () => this.drop());
    this.#connection = connection;
    this.#ping = setInterval(() => void connection.ping().catch(() => this.drop()), PING_MS).unref();
    return connection;
  }

  async #prepareSession(connection: Connection): Promise<void> {
    await connection.query(
      `SET SESSION sql_mode = 'STRICT_ALL_TABLES', SESSION wait_timeout = ${SESSION_TIMEOUT_SECONDS}`,
    );
    await connection.query("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
  }

  async #takeLock(connection: Connection): Promise<void> {
    const [rows] = await connection.query({
      sql: "SELECT GET_LOCK(?, ?)",
      values: [this.#lockName, LOCK_WAIT_SECONDS],
      rowsAsArray: true,
    });
    const [row] = rows as unknown as [[number | null]];
    if (row[0] !== 1) {
      throw new AppError(
        "CONFLICT",
        `Expected to be the only engine on database '${String(this.#options.database)}', but another process writes to it`,
      );
    }
  }

  async #takeEpoch(connection: Connection): Promise<void> {
    await connection.query(
      `CREATE TABLE IF NOT EXISTS \`${LEASE_TABLE}\` (\`id\` INT PRIMARY KEY, \`epoch\` BIGINT NOT NULL)`,
    );
    await connection.query(`INSERT IGNORE INTO \`${LEASE_TABLE}\` VALUES (1, 0)`);
    const current = await readEpoch(connection);
    if (this.#epoch === undefined) {
      this.#epoch = current + 1;
      await connection.query(`UPDATE \`${LEASE_TABLE}\` SET \`epoch\` = ? WHERE \`id\` = 1`, [this.#epoch]);
    } else if (current !== this.#epoch) throw replaced();
  }

  /** Forgets the connection: its session is over or in doubt. The next {@link get} opens a new one. */
  drop(): void {
    clearInterval(this.#ping);
    this.#connection?.destroy();
    this.#connection = undefined;
  }

  async close(): Promise<void> {
    clearInterval(this.#ping);
    const connection = this.#connection;
    this.#connection = undefined;
    await connection?.end();
  }
}

async function readEpoch(connection: Connection): Promise<number> {
  const [rows] = await connection.query({
    sql: `SELECT \`epoch\` FROM \`${LEASE_TABLE}\` WHERE \`id\` = 1`,
    rowsAsArray: true,
  });
  const [row] = rows as unknown as [[number]];
  return row[0];
}

/** What a writer hears when another engine has taken its place. */
export const replaced = (): AppError =>
  new AppError(
    "CONFLICT",
    "Expected to be the engine that writes to the database, but another one has taken over: stop this process",
  );
