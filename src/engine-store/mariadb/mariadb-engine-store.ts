import { createPool, type Pool, raw, type ResultSetHeader } from "mysql2/promise";
import type {
  AggregateRows,
  CommitBatch,
  EngineStore,
  Key,
  LogBatch,
  Selection,
  StoreHead,
  TableName,
  TableRows,
} from "../../engine/index.js";
import { AppError } from "../../platform/index.js";
import type { CountQuery, Counts, RecordPage, RecordQuery, RecordSearch } from "../record-search.js";
import { decodeRow, keyToSql, type SqlValue } from "../schema/column-codec.js";
import { unpackEvents } from "../schema/log-codec.js";
import { LOG_TABLE } from "../schema/schema-statements.js";
import { layoutOf, TABLE_LAYOUTS, type TableLayout } from "../schema/table-layout.js";
import { aggregateStatements } from "../search/aggregate-sql.js";
import type { SqlFragment } from "../search/sql-fragment.js";
import { isWorthFetching, lookupsOf, lookupCountSql, lookupName } from "../search/item-lookup.js";
import { countSql, countsOf } from "../search/count-sql.js";
import { searchSql } from "../search/search-sql.js";
import { selectionSql } from "../search/selection-sql.js";
import type { ArchivableStore, StoreSnapshot } from "../archive/archivable-store.js";
import { commitPackets } from "./commit-statements.js";
import { connectionOptions } from "./connection-options.js";
import { mariadbDialect } from "./mariadb-dialect.js";
import { openMariadbSnapshot } from "./mariadb-snapshot.js";
import { migrateMariadb } from "./migrate-mariadb.js";
import { LEASE_TABLE, replaced, WriterConnection } from "./writer-connection.js";

const READ_CONNECTIONS = 4;

/** A store on MariaDB answers everything with a promise. */
export interface MariadbEngineStore extends EngineStore, RecordSearch, ArchivableStore {
  commit(batch: CommitBatch): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the engine's store in a MariaDB database, which has to exist; creates the tables when they are not there.
 *
 * @throws {AppError} CONFLICT when another engine writes to the database or a newer version wrote it; UNAVAILABLE when the
 * server does not answer or refuses the user.
 */
export async function openMariadbEngineStore({ url }: { readonly url: string }): Promise<MariadbEngineStore> {
  const writer = new WriterConnection(url);
  try {
    await migrateMariadb(await writer.get());
  } catch (error) {
    await writer.close();
    throw error instanceof AppError ? error : unavailable(error);
  }
  return new MariadbStore(
    url,
    writer,
    createPool({
      ...connectionOptions(url),
      multipleStatements: true,
      connectionLimit: READ_CONNECTIONS,
      rowsAsArray: true,
    }),
  );
}

const unavailable = (cause: unknown): AppError =>
  new AppError(
    "UNAVAILABLE",
    `Expected the database to answer, but ${cause instanceof Error ? cause.message : String(cause)}`,
    { cause },
  );

/** True when the server itself refused a statement; a lost connection has no such answer, or one of class 08 or "killed". */
function isDefinite(error: unknown): boolean {
  const { sqlState, errno } = error as { readonly sqlState?: string; readonly errno?: number };
  const KILLED = new Set([1053, 1317, 1927]); // server shutdown, query interrupted, connection was killed
  return sqlState !== undefined && sqlState !== "" && !sqlState.startsWith("08") && !KILLED.has(errno ?? 0);
}

/** What the driver binds: a key beyond 2^53 is written into the text, so that it is not compared as a double. */
const bindable = (values: readonly SqlValue[]): unknown[] =>
  values.map((value) => (typeof value === "bigint" ? raw(String(value)) : value));

class MariadbStore implements MariadbEngineStore {
  readonly #writer: WriterConnection;
  readonly #pool: Pool;
  readonly #aggregate = aggregateStatements(mariadbDialect);
  readonly #aggregateSql = this.#aggregate.map(({ sql }) => sql).join(";");
  #counting: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly url: string,
    writer: WriterConnection,
    pool: Pool,
  ) {
    this.#writer = writer;
    this.#pool = pool;
  }

  async head(): Promise<StoreHead> {
    const [row] = await this.#query({
      sql: `SELECT \`position\`, \`lastKey\` FROM \`${LOG_TABLE}\` ORDER BY \`position\` DESC LIMIT 1`,
      values: [],
    });
    return row === undefined
      ? { position: 0, lastKey: undefined }
      : { position: row[0] as number, lastKey: `${row[1] as number}` };
  }

  async commit(batch: CommitBatch): Promise<void> {
    const packets = commitPackets(batch);
    const connection = await this.#writer.get();
    try {
      await this.#begin();
      for (const packet of packets.slice(0, -1)) await connection.query(packet);
    } catch (error) {
      this.#writer.drop(); // ends the session, and with it the open transaction
      throw error;
    }
    try {
      await connection.query(`${packets.at(-1) ?? ""}COMMIT`);
    } catch (error) {
      this.#writer.drop();
      // The answer to COMMIT may be lost though the commit was made. Once the lock is ours again, the old session is over.
      if (isDefinite(error) || !(await this.#isWritten(batch.log.position))) throw error;
    }
  }

  async #begin(): Promise<void> {
    const connection = await this.#writer.get();
    const [results] = await connection.query({
      sql: `START TRANSACTION; SELECT \`epoch\` FROM \`${LEASE_TABLE}\` WHERE \`id\` = 1 LOCK IN SHARE MODE`,
      rowsAsArray: true,
    });
    const [, rows] = results as unknown as [unknown, [[number]]];
    if (rows[0][0] !== this.#writer.epoch) throw replaced();
  }

  async #isWritten(position: number): Promise<boolean> {
    const connection = await this.#writer.get();
    const [rows] = await connection.query({
      sql: `SELECT 1 FROM \`${LOG_TABLE}\` WHERE \`position\` = ?`,
      values: [position],
      rowsAsArray: true,
    });
    return (rows as unknown[]).length > 0;
  }

  async loadAggregate(rootProcessInstanceKey: Key): Promise<AggregateRows> {
    const key = keyToSql(mariadbDialect, rootProcessInstanceKey);
    if (key === undefined) return {};
    const values = this.#aggregate.flatMap(({ placeholders }) => new Array<SqlValue>(placeholders).fill(key));
    const [results] = await this.#pool.query({ sql: this.#aggregateSql, values: bindable(values), rowsAsArray: true });
    const rows: Partial<Record<TableName, unknown[]>> = {};
    for (const [index, { layout }] of this.#aggregate.entries()) {
      rows[layout.name] =
        (results as unknown as unknown[][][])[index]?.map((row) => decodeRow(mariadbDialect, row, layout)) ?? [];
    }
    return rows as AggregateRows;
  }

  async select<Name extends TableName>(selection: Selection<Name>): Promise<TableRows[Name][]> {
    const fragment = selectionSql(mariadbDialect, selection);
    return fragment === undefined ? [] : await this.#rows<TableRows[Name]>(layoutOf(selection.table), fragment);
  }

  async nextDue(): Promise<number | undefined> {
    const due = [...TABLE_LAYOUTS.values()]
      .filter(({ isDue }) => isDue)
      .map(({ name }) => `SELECT MIN(\`dueAt\`) AS d FROM \`${name}\``);
    const [row] = await this.#query({ sql: `SELECT MIN(d) FROM (${due.join(" UNION ALL ")}) dues`, values: [] });
    return (row?.[0] as number | null | undefined) ?? undefined;
  }

  async readLog(after: number, limit: number): Promise<LogBatch[]> {
    const sql = `SELECT \`position\`, \`time\`, \`lastKey\`, \`events\` FROM \`${LOG_TABLE}\` WHERE \`position\` > ? ORDER BY \`position\` LIMIT ?`;
    const rows = (await this.#query({ sql, values: [after, limit] })) as [number, number, number, Buffer][];
    return rows.map(([position, time, lastKey, events]) => ({
      position,
      time,
      lastKey: String(lastKey),
      events: unpackEvents(events),
    }));
  }

  snapshot(): Promise<StoreSnapshot> {
    return openMariadbSnapshot(this.url);
  }

  /** Beside the writer's connection, whose transactions take several packets; an engine that was replaced removes nothing. */
  async removeLog(upTo: number, limit: number): Promise<number> {
    const epoch = `(SELECT \`epoch\` FROM \`${LEASE_TABLE}\` WHERE \`id\` = 1)`;
    const sql = `DELETE FROM \`${LOG_TABLE}\` WHERE \`position\` <= ? AND ${epoch} = ? ORDER BY \`position\` LIMIT ?`;
    const [{ affectedRows }] = await this.#pool.query<ResultSetHeader>(sql, [upTo, this.#writer.epoch, limit]);
    if (affectedRows > 0) return affectedRows;
    const [row] = await this.#query({ sql: `SELECT ${epoch}`, values: [] });
    if (row?.[0] !== this.#writer.epoch) throw replaced();
    return 0;
  }

  async search<Name extends TableName>(query: RecordQuery<Name>): Promise<RecordPage<Name>> {
    const { page, count, isReversed } = searchSql(mariadbDialect, query, await this.#rareItems(query));
    const rows = await this.#rows<TableRows[Name]>(layoutOf(query.table), page);
    if (isReversed) rows.reverse();
    const isWhole = query.page.after === undefined && query.page.before === undefined && (query.page.from ?? 0) === 0;
    if (isWhole && rows.length < query.page.limit) return { rows, total: rows.length, hasMoreThanTotal: false };
    const [row] = await this.#query(count);
    const counted = (row?.[0] as number | undefined) ?? 0;
    return { rows, total: Math.min(counted, query.maxTotal), hasMoreThanTotal: counted > query.maxTotal };
  }

  async #rareItems<Name extends TableName>({ table, where }: RecordQuery<Name>): Promise<ReadonlySet<string>> {
    const rare = new Set<string>();
    for (const lookup of lookupsOf(table, where)) {
      const [row] = await this.#query(lookupCountSql(mariadbDialect, lookup));
      if (isWorthFetching(row?.[0] as number)) rare.add(lookupName(lookup));
    }
    return rare;
  }

  /** One at a time: the other connections are left to those who work. */
  countBy<Name extends TableName>(query: CountQuery<Name>): Promise<Counts> {
    const counted = this.#counting.then(async () =>
      countsOf(mariadbDialect, query, await this.#query(countSql(mariadbDialect, query))),
    );
    this.#counting = counted.catch(() => undefined);
    return counted;
  }

  async #rows<Row>(layout: TableLayout, fragment: SqlFragment): Promise<Row[]> {
    const rows = await this.#query(fragment);
    return rows.map((row) => decodeRow(mariadbDialect, row, layout) as Row);
  }

  async #query({ sql, values }: SqlFragment): Promise<unknown[][]> {
    const [rows] = await this.#pool.query({ sql, values: bindable(values), rowsAsArray: true });
    return rows as unknown[][];
  }

  async close(): Promise<void> {
    await this.#pool.end();
    await this.#writer.close();
  }
}
