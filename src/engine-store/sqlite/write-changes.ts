import type { CommitBatch, RowChanges, RowUpdate, TableName } from "../../engine/index.js";
import { keyToSql, type SqlValue } from "../schema/column-codec.js";
import { deleteItemsSql, insertItemsSql, itemColumnsOf, itemEntries } from "../schema/item-index.js";
import { type ColumnLayout, layoutOf, type TableLayout } from "../schema/table-layout.js";
import { deleteSql } from "../schema/upsert-sql.js";
import { sqliteDialect } from "./sqlite-dialect.js";
import { type Form, InsertForms, UpdateForms } from "./statement-forms.js";
import type { Statement, StatementSink } from "./statement-sink.js";

type Row = Readonly<Record<string, unknown>>;

/** Rows in one statement, the most first: running a statement costs more than a row in it. Few sizes, so that few are prepared. */
const ROWS_PER_STATEMENT = [16, 4, 1] as const;

/** Hands over the statements that write the rows of a commit, in order. */
export function writeChanges(changes: CommitBatch["changes"], sink: StatementSink): void {
  for (const change of changes) writeTable(tableWriter(change.table), change, sink);
}

/** What is remembered of a table. */
interface TableWriter {
  readonly layout: TableLayout;
  readonly inserts: InsertForms;
  readonly updates: UpdateForms;
  readonly lists: readonly string[];
  readonly deleteRow: Statement;
  readonly insertItem: Statement;
  readonly deleteItems: Statement;
}

const writers = new Map<TableName, TableWriter>();

function tableWriter(table: TableName): TableWriter {
  let writer = writers.get(table);
  if (writer === undefined) writers.set(table, (writer = newTableWriter(table)));
  return writer;
}

function newTableWriter(table: TableName): TableWriter {
  const layout = layoutOf(table);
  return {
    layout,
    inserts: new InsertForms(layout),
    updates: new UpdateForms(layout),
    lists: itemColumnsOf(table),
    deleteRow: { sql: deleteSql(sqliteDialect, layout, 1), values: 1 },
    insertItem: { sql: insertItemsSql(sqliteDialect, table, 1), values: 3 },
    deleteItems: { sql: deleteItemsSql(sqliteDialect, table, 1), values: 1 },
  };
}

function writeTable(writer: TableWriter, { table, upserts, updates, deletes }: RowChanges, sink: StatementSink): void {
  const { layout, lists } = writer;
  insertRows(writer, upserts as unknown as readonly Row[], sink);
  for (const update of updates) updateRow(writer, update, sink);
  if (lists.length > 0) {
    for (const row of upserts) addItems(writer, table, row, sink);
    for (const { row, columns } of updates)
      if (lists.some((list) => columns.includes(list))) addItems(writer, table, row, sink);
  }
  for (const key of deletes) {
    const value = layout.primaryKey.type === "key" ? (keyToSql(sqliteDialect, key) ?? null) : key;
    sink.begin(writer.deleteRow);
    putSql(sink, value);
    if (lists.length === 0) continue;
    sink.begin(writer.deleteItems);
    putSql(sink, value);
  }
}

/** Rows of the same form go together; among the new rows of a table the order does not matter. */
function insertRows({ inserts }: TableWriter, rows: readonly Row[], sink: StatementSink): void {
  const [only] = rows;
  if (rows.length === 1 && only !== undefined) {
    insertChunk(inserts.of(only), rows, sink);
    return;
  }
  const byForm = new Map<Form, Row[]>();
  for (const row of rows) {
    const form = inserts.of(row);
    const alike = byForm.get(form);
    if (alike === undefined) byForm.set(form, [row]);
    else alike.push(row);
  }
  for (const [form, alike] of byForm) {
    let start = 0;
    for (const size of ROWS_PER_STATEMENT)
      for (; start + size <= alike.length; start += size) insertChunk(form, alike.slice(start, start + size), sink);
  }
}

function insertChunk(form: Form, rows: readonly Row[], sink: StatementSink): void {
  sink.begin(form.statement(rows.length));
  for (const row of rows) putRow(form, row, sink);
}

function updateRow({ updates }: TableWriter, update: RowUpdate, sink: StatementSink): void {
  const form = updates.of(update);
  sink.begin(form.statement(1));
  putRow(form, update.row as unknown as Row, sink);
}

function putRow({ bound }: Form, row: Row, sink: StatementSink): void {
  for (const column of bound) putValue(sink, column, row[column.name]);
}

/** A row's value as the column keeps it; the same as `toSql`, without a value in between. */
function putValue(sink: StatementSink, { type, isNullable }: ColumnLayout, value: unknown): void {
  if (value === null || value === undefined) {
    // JSON has a null of its own, which is a value where the column must not be empty.
    if (type === "json" && !isNullable) sink.text("null");
    else sink.none();
    return;
  }
  switch (type) {
    case "key":
      putSql(sink, keyToSql(sqliteDialect, value as string) ?? null);
      return;
    case "bool":
      sink.number(value === true ? 1 : 0);
      return;
    case "json":
      sink.text(JSON.stringify(value));
      return;
    case "text":
    case "longtext":
      sink.text(value as string);
      return;
    case "int":
    case "time":
      sink.number(value as number);
      return;
  }
}

function putSql(sink: StatementSink, value: SqlValue): void {
  if (typeof value === "number") sink.number(value);
  else if (typeof value === "string") sink.text(value);
  else if (value === null) sink.none();
  else sink.bigint(value);
}

function addItems({ insertItem }: TableWriter, table: TableName, row: object, sink: StatementSink): void {
  for (const values of itemEntries(sqliteDialect, table, row)) {
    sink.begin(insertItem);
    for (const value of values) putSql(sink, value);
  }
}
