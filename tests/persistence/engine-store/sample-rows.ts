import {
  TABLES,
  type CommitBatch,
  type ColumnSpec,
  type TableName,
  type TableRows,
} from "../../../src/engine/index.js";

const SAMPLE: Readonly<Record<string, unknown>> = {
  key: "2251799813685249",
  text: "Ünïcode ' \" \\ % _ \u{1F600}",
  longtext: "line 1\nline 2 — 'quoted'",
  int: -7,
  bool: true,
  time: 1_700_000_000_123,
  json: { a: [1, "zwei", null, { b: false }], "kunci ": "nilai '" },
};

/** Columns whose JSON the store looks into. */
const LISTS: Readonly<Record<string, readonly string[]>> = { candidateGroups: ["tpi", "tpp"], candidateUsers: [] };

/** A row with a value in every column, changed by `changes`. */
export function sampleRow<Name extends TableName>(
  table: Name,
  changes: Partial<TableRows[Name]> = {},
): TableRows[Name] {
  const columns = Object.entries<ColumnSpec>(TABLES[table].columns);
  const row = Object.fromEntries(columns.map(([name, spec]) => [name, LISTS[name] ?? SAMPLE[spec.replace("?", "")]]));
  return { ...(row as unknown as TableRows[Name]), ...changes };
}

/** The same with null wherever null is allowed. */
export function sparseRow<Name extends TableName>(
  table: Name,
  changes: Partial<TableRows[Name]> = {},
): TableRows[Name] {
  const nulls = Object.entries<ColumnSpec>(TABLES[table].columns).filter(([, spec]) => spec.endsWith("?"));
  const row = {
    ...sampleRow(table),
    ...(Object.fromEntries(nulls.map(([name]) => [name, null])) as Partial<TableRows[Name]>),
  };
  return { ...row, ...changes };
}

/** The changes of one table. */
export const upserts = <Name extends TableName>(table: Name, ...rows: readonly TableRows[Name][]) => ({
  table,
  upserts: rows,
  updates: [],
  deletes: [] as string[],
});

/** A commit with the given number. */
export const batch = (position: number, ...changes: CommitBatch["changes"]): CommitBatch => ({
  log: {
    position,
    time: 1000 + position,
    lastKey: String(2_251_799_813_685_248 + position),
    events: `[{"n":${position}}]`,
  },
  changes,
});
