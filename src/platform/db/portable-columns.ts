import type { ColumnOptions, QueryRunner, TableColumnOptions } from "typeorm";

const toNumber = (value: unknown): unknown => (value === null || value === undefined ? value : Number(value));

/** `@Column(instantColumn)`: epoch milliseconds as a JavaScript number on both databases. */
export const instantColumn = {
  type: "bigint",
  transformer: { from: toNumber, to: (value: unknown) => value },
} as const satisfies ColumnOptions;

/** `@Column(jsonColumn)`: any JSON value as text. */
export const jsonColumn = {
  type: "text",
  transformer: {
    from: (value: unknown): unknown => (typeof value === "string" ? (JSON.parse(value) as unknown) : value),
    to: (value: unknown): unknown => (value === null || value === undefined ? value : JSON.stringify(value)),
  },
} as const satisfies ColumnOptions;

/**
 * Columns for migrations (`new Table({ columns: [c.id("id", { isPrimary: true }), …] })`) with the types that both databases
 * share. `longtext` on MariaDB is what an entity's `text` becomes there (see openDatabase), because its `text` ends at 64 kB.
 */
export const portableColumns = (runner: QueryRunner) => {
  const isMariadb = runner.dataSource.options.type === "mariadb";
  type More = Partial<TableColumnOptions>;
  const column =
    (type: string, base: More = {}) =>
    (name: string, more: More = {}): TableColumnOptions => ({ name, type, ...base, ...more });
  return {
    /** Our ids and other short keys. */
    id: column("varchar", { length: "36" }),
    /** Short text; give `length` (default 255). */
    varchar: column("varchar", { length: "255" }),
    /** Text and JSON of any length. */
    text: column(isMariadb ? "longtext" : "text"),
    /** Epoch milliseconds; entity side `instantColumn`. */
    instant: column("bigint"),
    /** Entity side `@Column("int")`, which TypeORM calls `integer` on SQLite. */
    int: column(isMariadb ? "int" : "integer"),
    boolean: column("boolean"),
  } as const;
};
