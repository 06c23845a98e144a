import { TABLES, type ColumnSpec, type ColumnType, type TableName } from "../../engine/index.js";
import { QUERY_INDEXES } from "./query-indexes.js";

/** A column as the statements need it. */
export interface ColumnLayout {
  readonly name: string;
  readonly type: ColumnType;
  readonly isNullable: boolean;
}

/** A table as the statements need it, made from the engine's table spec. */
export interface TableLayout {
  readonly name: TableName;
  readonly columns: readonly ColumnLayout[];
  readonly primaryKey: ColumnLayout;
  readonly indexes: readonly (readonly string[])[];
  readonly aggregate: "open" | "scope" | undefined;
  readonly isDue: boolean;
}

const columnLayout = (name: string, spec: ColumnSpec): ColumnLayout => {
  const isNullable = spec.endsWith("?");
  return { name, type: (isNullable ? spec.slice(0, -1) : spec) as ColumnType, isNullable };
};

function indexesOf(name: TableName): readonly (readonly string[])[] {
  const own: readonly (readonly string[])[] = TABLES[name].indexes;
  const added: readonly (readonly string[])[] = QUERY_INDEXES[name] ?? [];
  const isBeginning = (index: readonly string[], longer: readonly string[]): boolean =>
    index.every((column, position) => longer[position] === column);
  return [...own.filter((index) => !added.some((longer) => isBeginning(index, longer))), ...added];
}

function tableLayout(name: TableName): TableLayout {
  const spec = TABLES[name];
  const columns = Object.entries<ColumnSpec>(spec.columns).map(([column, type]) => columnLayout(column, type));
  const primaryKey = columns.find((column) => column.name === spec.primaryKey);
  if (primaryKey === undefined)
    throw new Error(`Expected table '${name}' to have its primary key '${spec.primaryKey}' as a column`);
  return { name, columns, primaryKey, indexes: indexesOf(name), aggregate: spec.aggregate, isDue: spec.due === true };
}

/** The layouts of all tables, in the order of the engine's specs. */
export const TABLE_LAYOUTS: ReadonlyMap<TableName, TableLayout> = new Map(
  (Object.keys(TABLES) as TableName[]).map((name) => [name, tableLayout(name)]),
);

/** The layout of a table. */
export function layoutOf(name: TableName): TableLayout {
  const layout = TABLE_LAYOUTS.get(name);
  if (layout === undefined) throw new Error(`Expected a table of the engine, but there is no '${name}'`);
  return layout;
}

/**
 * A column of a table by its name.
 *
 * @throws {Error} when there is none: a column's name goes into SQL text and must be one of ours.
 */
export function columnOf(layout: TableLayout, name: string): ColumnLayout {
  const column = layout.columns.find((candidate) => candidate.name === name);
  if (column === undefined) throw new Error(`Expected a column of table '${layout.name}', but there is no '${name}'`);
  return column;
}
