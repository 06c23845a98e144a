import type { RowChanges, RowUpdate } from "../ports/engine-store.js";
import type { TableName, TableRows } from "./tables.js";

type AnyRow = TableRows[TableName];

/** A changed row; without `columns` it is new and all of it is written. */
interface Change {
  readonly row: AnyRow;
  columns: readonly string[] | undefined;
}

/** What the batch at work has changed, for its commit. A row that is new stays new, whatever becomes of it in the batch. */
export class ChangedRows {
  readonly #tables = new Map<TableName, Map<string, Change>>();
  readonly #removed = new Map<TableName, Set<string>>();

  has(table: TableName, key: string): boolean {
    return this.#tables.get(table)?.has(key) === true;
  }

  isRemoved(table: TableName, key: string): boolean {
    return this.#removed.get(table)?.has(key) === true;
  }

  *of<Name extends TableName>(table: Name): Iterable<TableRows[Name]> {
    for (const { row } of this.#tables.get(table)?.values() ?? []) yield row as TableRows[Name];
  }

  insert(table: TableName, key: string, row: AnyRow): void {
    this.#rows(table).set(key, { row, columns: undefined });
  }

  /** Takes an insertion back. */
  forget(table: TableName, key: string): void {
    this.#tables.get(table)?.delete(key);
  }

  update(table: TableName, key: string, row: AnyRow, columns: readonly string[]): void {
    const rows = this.#rows(table);
    const known = rows.get(key);
    if (known === undefined) rows.set(key, { row, columns });
    else if (known.columns !== undefined) known.columns = union(known.columns, columns);
  }

  /** Removes a row; the answer takes it back. */
  remove(table: TableName, key: string): () => void {
    const rows = this.#rows(table);
    const change = rows.get(key);
    rows.delete(key);
    const removed = this.#removed.get(table) ?? new Set<string>();
    this.#removed.set(table, removed.add(key));
    return () => {
      removed.delete(key);
      if (change !== undefined) rows.set(key, change);
    };
  }

  /** Everything, by table. */
  all(): RowChanges[] {
    return [...this.#tables]
      .map(([table, rows]) => changesOf(table, rows.values(), this.#removed.get(table)))
      .filter(({ upserts, updates, deletes }) => upserts.length > 0 || updates.length > 0 || deletes.length > 0);
  }

  get isEmpty(): boolean {
    return this.#tables.size === 0 && this.#removed.size === 0;
  }

  #rows(table: TableName): Map<string, Change> {
    let rows = this.#tables.get(table);
    if (rows === undefined) this.#tables.set(table, (rows = new Map<string, Change>()));
    return rows;
  }
}

function changesOf(table: TableName, changes: Iterable<Change>, removed: Iterable<string> | undefined): RowChanges {
  const upserts: AnyRow[] = [];
  const updates: RowUpdate[] = [];
  for (const { row, columns } of changes) {
    if (columns === undefined) upserts.push(row);
    // A change may have changed nothing: there is no statement for that.
    else if (columns.length > 0) updates.push({ row, columns });
  }
  return { table, upserts, updates, deletes: [...(removed ?? [])] };
}

const union = (some: readonly string[], more: readonly string[]): readonly string[] =>
  more.every((column) => some.includes(column)) ? some : [...new Set([...some, ...more])];
