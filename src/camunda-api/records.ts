import type { ColumnOf } from "../engine-store/index.js";
import { TABLES, type TableName, type TableRows } from "../engine/index.js";
import type { RecordStore } from "./context.js";
import { notFound } from "./problem.js";

/** The row with a primary key. */
export async function findRecord<Name extends TableName>(
  store: RecordStore,
  table: Name,
  key: string,
): Promise<TableRows[Name] | undefined> {
  const [row] = await store.select<Name>({
    table,
    equals: equalTo<Name>(TABLES[table].primaryKey, key),
    limit: 1,
  });
  return row;
}

/**
 * The row with a primary key.
 *
 * @param entity how the answer names the record, such as `Process instance`.
 * @throws {ApiProblem} 404 when there is none.
 */
export async function getRecord<Name extends TableName>(
  store: RecordStore,
  table: Name,
  key: string,
  entity: string,
): Promise<TableRows[Name]> {
  const row = await findRecord(store, table, key);
  if (row === undefined) throw notFound(entity, key);
  return row;
}

type Equals<Name extends TableName> = { readonly [Column in keyof TableRows[Name]]?: string };

const equalTo = <Name extends TableName>(column: ColumnOf<Name>, value: string): Equals<Name> =>
  ({ [column]: value }) as Equals<Name>;
