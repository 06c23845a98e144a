import type { MaybePromise, TableName, TableRows } from "../engine/index.js";

/** A value that a condition compares with; keys are decimal text, times epoch milliseconds. */
export type ComparedValue = string | number | boolean;

/** Name of a column of a table. */
export type ColumnOf<Name extends TableName> = keyof TableRows[Name] & string;

/** Comparisons of one column with one value. */
export type Comparison = "eq" | "neq" | "gt" | "gte" | "lt" | "lte";

/** What rows have to fulfil. A condition on a column that is null holds only for `isNull`, and for `neq` and `notIn`. */
export type Condition<Name extends TableName> =
  | { readonly kind: "all" | "any"; readonly of: readonly Condition<Name>[] }
  | {
      readonly kind: "compare";
      readonly column: ColumnOf<Name>;
      readonly by: Comparison;
      readonly value: ComparedValue;
    }
  | { readonly kind: "in" | "notIn"; readonly column: ColumnOf<Name>; readonly values: readonly ComparedValue[] }
  | { readonly kind: "isNull" | "isNotNull"; readonly column: ColumnOf<Name> }
  /** `*` stands for any run of characters, `?` for one, `\` takes the next character as it is. */
  | { readonly kind: "like"; readonly column: ColumnOf<Name>; readonly pattern: string }
  /** The column holds a JSON list of texts of which at least one fulfils the test; its `column` is ignored. */
  | { readonly kind: "someItem"; readonly column: ColumnOf<Name>; readonly test: ItemTest }
  | { readonly kind: "longerThan" | "notLongerThan"; readonly column: ColumnOf<Name>; readonly characters: number }
  | RowExists<Name>;

/** A test of one text of a list. */
export type ItemTest =
  | { readonly kind: "all"; readonly of: readonly ItemTest[] }
  | { readonly kind: "eq" | "neq"; readonly value: string }
  | { readonly kind: "in" | "notIn"; readonly values: readonly string[] }
  | { readonly kind: "like"; readonly pattern: string };

/** At least one row of another table with `column` equal to this row's `equals` fulfils the condition. */
export type RowExists<Name extends TableName> = {
  [Other in TableName]: {
    readonly kind: "rowExists";
    readonly table: Other;
    readonly column: ColumnOf<Other>;
    readonly equals: ColumnOf<Name>;
    readonly where?: Condition<Other>;
  };
}[TableName];

/** One sort column; null comes first in ascending order. */
export interface SortBy<Name extends TableName> {
  readonly column: ColumnOf<Name>;
  readonly descending?: boolean;
}

/** Which part of the result: by offset, or next to a position given by an earlier page. */
export interface PageRequest {
  readonly limit: number;
  readonly from?: number;
  /** Values of the sort columns and the primary key of the row before the page. */
  readonly after?: readonly (ComparedValue | null)[];
  /** Values of the sort columns and the primary key of the row behind the page. */
  readonly before?: readonly (ComparedValue | null)[];
}

/** A search over one table. Ties are broken by the primary key, ascending. */
export interface RecordQuery<Name extends TableName> {
  readonly table: Name;
  readonly where?: Condition<Name>;
  readonly sort?: readonly SortBy<Name>[];
  readonly page: PageRequest;
  /** Counting stops here, so that a total over a million rows costs no scan. */
  readonly maxTotal: number;
}

/** One page of rows. */
export interface RecordPage<Name extends TableName> {
  readonly rows: readonly TableRows[Name][];
  /** Rows that fulfil the condition, at most `maxTotal`. */
  readonly total: number;
  readonly hasMoreThanTotal: boolean;
}

/** Which rows are counted, and by what. */
export interface CountQuery<Name extends TableName> {
  readonly table: Name;
  /** Each combination of their values is a group; without any, all rows are one. */
  readonly by: readonly ColumnOf<Name>[];
  readonly where?: Condition<Name>;
  /** Also counts the different values of this column; null and the empty text are none. */
  readonly different?: ColumnOf<Name>;
  /** Also finds the greatest number in this column. */
  readonly greatest?: ColumnOf<Name>;
  /** Makes the times in `by` those at which their slot begins; there must be none before `from`. */
  readonly slots?: { readonly from: number; readonly lengthMs: number };
  /** Default {@link MAX_GROUPS}. */
  readonly maxGroups?: number;
}

/** What the rows of one combination of values are. */
export interface CountedGroup {
  readonly values: readonly (ComparedValue | null)[];
  readonly count: number;
  /** 0 when it was not asked for. */
  readonly different: number;
  /** Null when it was not asked for, or there is none. */
  readonly greatest: number | null;
}

/** Groups, those of the most rows first. */
export interface Counts {
  readonly groups: readonly CountedGroup[];
  /** True when there are more than `maxGroups`, which are left out. */
  readonly hasMoreGroups: boolean;
}

/** Whoever puts groups together does so in the thread that answers everybody. */
export const MAX_GROUPS = 10_000;

/** Reading for queries: sees every acknowledged command. */
export interface RecordSearch {
  search<Name extends TableName>(query: RecordQuery<Name>): MaybePromise<RecordPage<Name>>;
  /** Counts rows without a bound: it may read whole tables, one count at a time, and keeps nobody waiting but other counts. */
  countBy<Name extends TableName>(query: CountQuery<Name>): MaybePromise<Counts>;
}
