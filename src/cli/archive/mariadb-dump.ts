import { createReadStream, createWriteStream, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Connection, createConnection, type RowDataPacket } from "mysql2/promise";
import { AppError } from "../../platform/index.js";

type Cell = string | number | null | { readonly base64: string };

/** First line of a table's file. */
interface TableHead {
  readonly table: string;
  readonly create: string;
  readonly columns: readonly string[];
}

/** Rows written by one INSERT; a row holds texts of some kilobytes at most. */
const ROWS_AT_ONCE = 200;

/** Every value as text or a number that JSON keeps exactly. */
const connect = (url: string): Promise<Connection> =>
  createConnection({
    uri: url,
    charset: "utf8mb4",
    timezone: "Z",
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
  });

const withConnection = async <T>(url: string, work: (connection: Connection) => Promise<T>): Promise<T> => {
  const connection = await connect(url).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError("DATABASE_UNREACHABLE", `Expected the database of ALUR_DATABASE_URL to answer, but: ${reason}`, {
      cause: error,
    });
  });
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
};

const quoted = (name: string): string => `\`${name.replaceAll("`", "``")}\``;

const tableNames = async (connection: Connection): Promise<string[]> => {
  const [rows] = await connection.query<RowDataPacket[]>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name",
  );
  return rows.map((row) => String(row["name"]));
};

const headOf = async (connection: Connection, table: string): Promise<TableHead> => {
  const [[created]] = await connection.query<RowDataPacket[]>(`SHOW CREATE TABLE ${quoted(table)}`);
  const [columns] = await connection.query<RowDataPacket[]>(`SHOW COLUMNS FROM ${quoted(table)}`);
  return { table, create: String(created?.["Create Table"]), columns: columns.map((row) => String(row["Field"])) };
};

const cellOf = (value: unknown): Cell =>
  Buffer.isBuffer(value) ? { base64: value.toString("base64") } : (value as string | number | null);

async function* linesOf(connection: Connection, head: TableHead): AsyncGenerator<string> {
  yield `${JSON.stringify(head)}\n`;
  // The plain connection beneath streams: a table of history entries does not fit into memory.
  const rows = (connection as unknown as { connection: { query(options: object): { stream(): Readable } } }).connection
    .query({ sql: `SELECT * FROM ${quoted(head.table)}`, rowsAsArray: true })
    .stream() as AsyncIterable<readonly unknown[]>;
  for await (const row of rows) yield `${JSON.stringify(row.map(cellOf))}\n`;
}

/**
 * Writes one file of JSON lines per table, all of them as they were at one instant (a consistent snapshot), while others write.
 * @returns names of the files in `folder`.
 */
export const dumpMariadb = (url: string, folder: string): Promise<readonly string[]> =>
  withConnection(url, async (connection) => {
    mkdirSync(folder, { recursive: true });
    await connection.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    await connection.query("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
    const files: string[] = [];
    for (const table of await tableNames(connection)) {
      const head = await headOf(connection, table);
      const file = `${table}.jsonl`;
      await pipeline(Readable.from(linesOf(connection, head)), createWriteStream(join(folder, file), { mode: 0o600 }));
      files.push(file);
    }
    return files;
  });

/** @throws {AppError} DATA_FOLDER when the database holds a table. */
export const requireEmptyMariadb = (url: string): Promise<void> =>
  withConnection(url, async (connection) => {
    const [first] = await tableNames(connection);
    if (first === undefined) return;
    throw new AppError(
      "DATA_FOLDER",
      `Expected an empty database '${new URL(url).pathname.slice(1)}', but it holds the table '${first}': name another one`,
    );
  });

const valueOf = (cell: Cell): string | number | Buffer | null =>
  typeof cell === "object" && cell !== null ? Buffer.from(cell.base64, "base64") : cell;

const insert = async (connection: Connection, head: TableHead, rows: readonly (readonly Cell[])[]): Promise<void> => {
  if (rows.length === 0) return;
  const columns = head.columns.map(quoted).join(", ");
  const values = rows.map((row) => row.map(valueOf));
  await connection.query(`INSERT INTO ${quoted(head.table)} (${columns}) VALUES ?`, [values]);
};

const loadTable = async (connection: Connection, path: string): Promise<void> => {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  let head: TableHead | undefined;
  let rows: Cell[][] = [];
  for await (const line of lines) {
    if (head === undefined) {
      head = JSON.parse(line) as TableHead;
      await connection.query(head.create);
      continue;
    }
    rows.push(JSON.parse(line) as Cell[]);
    if (rows.length === ROWS_AT_ONCE) {
      await insert(connection, head, rows);
      rows = [];
    }
  }
  if (head !== undefined) await insert(connection, head, rows);
};

/** Makes and fills the tables of `dumpMariadb` in an empty database. */
export const loadMariadb = (url: string, folder: string): Promise<void> =>
  withConnection(url, async (connection) => {
    await connection.query("SET FOREIGN_KEY_CHECKS = 0");
    await connection.query("SET SESSION sql_mode = CONCAT(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO')");
    for (const file of readdirSync(folder).toSorted()) await loadTable(connection, join(folder, file));
  });
