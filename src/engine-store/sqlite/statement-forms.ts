import type { RowUpdate } from "../../engine/index.js";
import { type ColumnLayout, columnOf, type TableLayout } from "../schema/table-layout.js";
import { updateSql, upsertSql } from "../schema/upsert-sql.js";
import { BOUND, CODES, type CodedColumn, codedColumn, literalCode, literalText } from "./literals.js";
import { sqliteDialect } from "./sqlite-dialect.js";
import type { Statement } from "./statement-sink.js";

/**
 * Binding a value costs as much as writing it. Most values of a row are the same in most rows: null, a state, an empty list.
 * They stand in the text of the statement, and rows with the same ones share it. This many texts a table are kept apart; rows
 * beyond are written with all their values bound.
 */
const MOST_FORMS = 200;

/** How rows with certain values in certain columns are inserted, or changed. */
export interface Form {
  /** Columns whose values are bound, in order. */
  readonly bound: readonly ColumnLayout[];
  /** The statement for so many rows; only inserted rows share one. */
  statement(rows: number): Statement;
}

interface Node {
  readonly next: (Node | undefined)[];
  form: Form | undefined;
}

const newNode = (): Node => ({ next: new Array<Node | undefined>(CODES), form: undefined });

/** The forms of inserted rows of one table. */
export class InsertForms {
  readonly #columns: readonly CodedColumn[];
  readonly #root = newNode();
  readonly #general: Form;
  #count = 0;

  constructor(private readonly layout: TableLayout) {
    this.#columns = layout.columns.map(codedColumn);
    this.#general = this.#form(layout.columns.map(() => BOUND));
  }

  of(row: Readonly<Record<string, unknown>>): Form {
    let node = this.#root;
    for (const column of this.#columns) {
      const code = literalCode(column, row[column.layout.name]);
      const known = node.next[code];
      if (known !== undefined) node = known;
      else if (this.#count >= MOST_FORMS) return this.#general;
      else node = node.next[code] = newNode();
    }
    return (node.form ??= this.#newForm(row));
  }

  #newForm(row: Readonly<Record<string, unknown>>): Form {
    this.#count += 1;
    return this.#form(this.#columns.map((column) => literalCode(column, row[column.layout.name])));
  }

  #form(codes: readonly number[]): Form {
    const bound = boundOf(this.layout.columns, codes);
    const row = `(${codes.map(literalText).join(", ")})`;
    const statements: Statement[] = [];
    return {
      bound,
      statement: (rows) =>
        (statements[rows] ??= {
          sql: upsertSql(sqliteDialect, this.layout, rows, row),
          values: rows * bound.length,
        }),
    };
  }
}

interface UpdateNode {
  /** Of the column that comes next, by its name. */
  readonly columns: Map<string, { readonly column: CodedColumn; readonly next: (UpdateNode | undefined)[] }>;
  form: Form | undefined;
}

const newUpdateNode = (): UpdateNode => ({ columns: new Map(), form: undefined });

/** The forms of changes to rows of one table. */
export class UpdateForms {
  readonly #root = newUpdateNode();
  /** With all values bound, by the names of the columns. */
  readonly #general = new Map<string, Form>();
  #count = 0;

  constructor(private readonly layout: TableLayout) {}

  of({ row, columns }: RowUpdate): Form {
    const values = row as unknown as Readonly<Record<string, unknown>>;
    let node = this.#root;
    for (const name of columns) {
      let step = node.columns.get(name);
      if (step === undefined) {
        const column = codedColumn(columnOf(this.layout, name));
        node.columns.set(name, (step = { column, next: new Array<UpdateNode | undefined>(CODES) }));
      }
      const code = literalCode(step.column, values[name]);
      const known = step.next[code];
      if (known !== undefined) node = known;
      else if (this.#count >= MOST_FORMS) return this.#generalForm(columns);
      else node = step.next[code] = newUpdateNode();
    }
    return (node.form ??= this.#newForm(values, columns));
  }

  #generalForm(names: readonly string[]): Form {
    const key = names.join(" ");
    let form = this.#general.get(key);
    if (form === undefined) {
      const columns = names.map((name) => columnOf(this.layout, name));
      this.#general.set(
        key,
        (form = this.#form(
          columns,
          columns.map(() => BOUND),
        )),
      );
    }
    return form;
  }

  #newForm(row: Readonly<Record<string, unknown>>, names: readonly string[]): Form {
    this.#count += 1;
    const columns = names.map((name) => columnOf(this.layout, name));
    return this.#form(
      columns,
      columns.map((column) => literalCode(codedColumn(column), row[column.name])),
    );
  }

  #form(columns: readonly ColumnLayout[], codes: readonly number[]): Form {
    const bound = [...boundOf(columns, codes), this.layout.primaryKey];
    const names = columns.map(({ name }) => name);
    const statement = {
      sql: updateSql(sqliteDialect, this.layout, names, codes.map(literalText)),
      values: bound.length,
    };
    return { bound, statement: () => statement };
  }
}

const boundOf = (columns: readonly ColumnLayout[], codes: readonly number[]): readonly ColumnLayout[] =>
  columns.filter((_column, index) => codes[index] === BOUND);
