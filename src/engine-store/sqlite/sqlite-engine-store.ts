import type {
  AggregateRows,
  CommitBatch,
  EngineStore,
  Key,
  LogBatch,
  MaybePromise,
  Selection,
  StoreHead,
  TableName,
  TableRows,
} from "../../engine/index.js";
import type { CountQuery, Counts, RecordPage, RecordQuery, RecordSearch } from "../record-search.js";
import { decodeRow, keyFromSql, keyToSql, type SqlValue } from "../schema/column-codec.js";
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
import type { CommitWriter } from "./commit-writer.js";
import { inPlaceWriter } from "./in-place-writer.js";
import { migrateSqlite } from "./migrate-sqlite.js";
import { openDatabase, type OpenDatabase, type SqliteLocation } from "./open-database.js";
import { sqliteDialect } from "./sqlite-dialect.js";
import { openSqliteSnapshot } from "./sqlite-snapshot.js";
import { ReaderThread } from "./reader-thread.js";
import { StatementCache } from "./statement-cache.js";
import { WriterThread } from "./writer-thread.js";

/** A store on SQLite answers questions at once; what is written to a file, and counted in one, is awaited. */
export interface SqliteEngineStore extends EngineStore, RecordSearch, ArchivableStore {
  head(): StoreHead;
  commit(batch: CommitBatch): MaybePromise<void>;
  loadAggregate(rootProcessInstanceKey: Key): AggregateRows;
  select<Name extends TableName>(selection: Selection<Name>): TableRows[Name][];
  nextDue(): number | undefined;
  readLog(after: number, limit: number): LogBatch[];
  snapshot(): StoreSnapshot;
  close(): MaybePromise<void>;
  search<Name extends TableName>(query: RecordQuery<Name>): RecordPage<Name>;
}

/**
 * Opens the engine's store in a SQLite file, or in memory for tests; creates file and tables when they are not there.
 *
 * @throws {AppError} CONFLICT when another engine has the file open or a newer version wrote it; UNAVAILABLE when the
 * file cannot be opened.
 */
export function openSqliteEngineStore(location: SqliteLocation): SqliteEngineStore {
  const opened = openDatabase(location);
  try {
    migrateSqlite(opened.database);
  } catch (error) {
    opened.close();
    throw error;
  }
  if ("memory" in location) return new SqliteStore(opened, undefined);
  opened.database.pragma("query_only = ON"); // the thread alone writes
  return new SqliteStore(opened, { writer: new WriterThread(location.file), reader: new ReaderThread(location.file) });
}

/** What works beside the main thread on a file. */
interface StoreThreads {
  readonly writer: WriterThread;
  readonly reader: ReaderThread;
}

class SqliteStore implements SqliteEngineStore {
  readonly #opened: OpenDatabase;
  readonly #statements: StatementCache;
  readonly #aggregate = aggregateStatements(sqliteDialect);
  readonly #writer: CommitWriter;
  readonly #reader: ReaderThread | undefined;

  constructor(opened: OpenDatabase, threads: StoreThreads | undefined) {
    this.#opened = opened;
    this.#statements = new StatementCache(opened.database);
    this.#writer = threads?.writer ?? inPlaceWriter(opened.database, this.#statements);
    this.#reader = threads?.reader;
  }

  head(): StoreHead {
    const row = this.#statements
      .get(`SELECT "position", "lastKey" FROM "${LOG_TABLE}" ORDER BY "position" DESC LIMIT 1`)
      .get() as [number, number] | undefined;
    return row === undefined
      ? { position: 0, lastKey: undefined }
      : { position: row[0], lastKey: keyFromSql(sqliteDialect, row[1]) };
  }

  commit({ log, changes }: CommitBatch): MaybePromise<void> {
    return this.#writer.write({
      log: [log.position, log.time, keyToSql(sqliteDialect, log.lastKey) ?? 0, log.events],
      changes,
    });
  }

  loadAggregate(rootProcessInstanceKey: Key): AggregateRows {
    const key = keyToSql(sqliteDialect, rootProcessInstanceKey);
    if (key === undefined) return {};
    const rows: Partial<Record<TableName, unknown[]>> = {};
    for (const { layout, sql, placeholders } of this.#aggregate) {
      rows[layout.name] = this.#rows(layout, { sql, values: new Array<SqlValue>(placeholders).fill(key) });
    }
    return rows as AggregateRows;
  }

  select<Name extends TableName>(selection: Selection<Name>): TableRows[Name][] {
    const fragment = selectionSql(sqliteDialect, selection);
    return fragment === undefined ? [] : this.#rows<TableRows[Name]>(layoutOf(selection.table), fragment);
  }

  nextDue(): number | undefined {
    let earliest: number | undefined;
    for (const { name, isDue } of TABLE_LAYOUTS.values()) {
      if (!isDue) continue;
      const sql = `SELECT MIN("dueAt") FROM "${name}" WHERE "dueAt" IS NOT NULL`;
      const [due] = this.#statements.get(sql).get() as [number | null];
      if (due !== null && (earliest === undefined || due < earliest)) earliest = due;
    }
    return earliest;
  }

  readLog(after: number, limit: number): LogBatch[] {
    const sql = `SELECT "position", "time", "lastKey", "events" FROM "${LOG_TABLE}" WHERE "position" > ? ORDER BY "position" LIMIT ?`;
    const rows = this.#statements.get(sql).all(after, limit) as [number, number, number, string | Buffer][];
    return rows.map(([position, time, lastKey, events]) => ({
      position,
      time,
      lastKey: keyFromSql(sqliteDialect, lastKey),
      events: unpackEvents(events),
    }));
  }

  snapshot(): StoreSnapshot {
    return openSqliteSnapshot(this.#opened.database);
  }

  removeLog(upTo: number, limit: number): MaybePromise<number> {
    const oldest = `SELECT "position" FROM "${LOG_TABLE}" WHERE "position" <= ? ORDER BY "position" LIMIT ?`;
    const sql = `DELETE FROM "${LOG_TABLE}" WHERE "position" IN (${oldest})`;
    return this.#writer.run({ sql, values: [upTo, limit] });
  }

  search<Name extends TableName>(query: RecordQuery<Name>): RecordPage<Name> {
    const { page, count, isReversed } = searchSql(sqliteDialect, query, this.#rareItems(query));
    const rows = this.#rows<TableRows[Name]>(layoutOf(query.table), page);
    if (isReversed) rows.reverse();
    const isWhole = query.page.after === undefined && query.page.before === undefined && (query.page.from ?? 0) === 0;
    if (isWhole && rows.length < query.page.limit) return { rows, total: rows.length, hasMoreThanTotal: false };
    const [counted] = this.#statements.get(count.sql).get(...count.values) as [number];
    return { rows, total: Math.min(counted, query.maxTotal), hasMoreThanTotal: counted > query.maxTotal };
  }

  #rareItems<Name extends TableName>({ table, where }: RecordQuery<Name>): ReadonlySet<string> {
    const rare = lookupsOf(table, where).filter((lookup) => {
      const { sql, values } = lookupCountSql(sqliteDialect, lookup);
      const [count] = this.#statements.get(sql).get(...values) as [number];
      return isWorthFetching(count);
    });
    return new Set(rare.map(lookupName));
  }

  countBy<Name extends TableName>(query: CountQuery<Name>): MaybePromise<Counts> {
    const fragment = countSql(sqliteDialect, query);
    const rows =
      this.#reader?.all(fragment) ?? (this.#statements.get(fragment.sql).all(...fragment.values) as unknown[][]);
    if (!(rows instanceof Promise)) return countsOf(sqliteDialect, query, rows);
    return rows.then((counted) => countsOf(sqliteDialect, query, counted));
  }

  #rows<Row>(layout: TableLayout, { sql, values }: SqlFragment): Row[] {
    const rows = this.#statements.get(sql).all(...values) as unknown[][];
    return rows.map((row) => decodeRow(sqliteDialect, row, layout) as Row);
  }

  close(): MaybePromise<void> {
    if (this.#reader === undefined) return this.#opened.close();
    return Promise.all([this.#writer.close(), this.#reader.close()]).then(() => this.#opened.close());
  }
}
