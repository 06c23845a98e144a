import type { Actor } from "../identity/index.js";
import type { Localised } from "../platform/index.js";
import type { UnitOfWork } from "../platform/db/index.js";
import type { CaseFile } from "./case-file.js";

/** A column of a sheet as one reader sees it now; `editable` already considers role, status and row rules. */
export interface SheetColumn {
  readonly key: string;
  readonly label: Localised;
  /** `decimal` values travel as strings with a dot; `choice` offers `choices`; `files` holds file references. */
  readonly kind: "text" | "longtext" | "integer" | "decimal" | "date" | "choice" | "search" | "files";
  readonly editable: boolean;
  readonly required: boolean;
  readonly choices?: readonly { readonly value: string; readonly label: Localised }[];
  /** Digits after the comma for decimals. */
  readonly scale?: number;
  readonly help?: Localised;
  /** Shown in the narrow (phone) list beside the title column. */
  readonly summary?: boolean;
  /** Column whose value this one may differ from (a score, from what was proposed); the difference is shown. */
  readonly comparedTo?: string;
  /** Column of this number's unit, which is read behind it ("48 data"). */
  readonly unitIn?: string;
  /** What spreadsheets call this column besides its label and key; a pasted heading is found by any of them. */
  readonly headings?: readonly string[];
}

export type SheetValue = string | number | null;

export interface SheetRow {
  readonly id: string;
  readonly revision: number;
  /** Heading under which rows are grouped (unsur). */
  readonly group: string;
  readonly values: Readonly<Record<string, SheetValue>>;
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly contentType: string;
    readonly sizeBytes: number;
  }[];
  /** Remarks on the row: over the limit, refused, changed by the next assessor. */
  readonly notes: readonly { readonly tone: "info" | "warning" | "danger"; readonly text: Localised }[];
  /** Columns not editable in this row although they are in others. */
  readonly locked?: readonly string[];
}

export interface SheetPage {
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  readonly total: number;
  /** Totals by group and over all, in the order shown. */
  readonly totals: readonly { readonly label: Localised; readonly values: Readonly<Record<string, string>> }[];
  readonly canAdd: boolean;
  readonly canRemove: boolean;
  readonly canAttach: boolean;
  /** Many rows at once, typed in a grid or pasted from a spreadsheet; only of a sheet with `addMany`. Absent = no. */
  readonly canPaste?: boolean;
  /** Columns that, when all are filled, make a row done (progress of scoring). */
  readonly progress: { readonly done: number; readonly of: number } | null;
}

/** Something done to the sheet as a whole by one click, such as filling it from the month before. */
export interface SheetAction {
  readonly id: string;
  readonly label: Localised;
  /** Asked before it happens; without it nothing is asked. */
  readonly confirm?: Localised;
  /** Nobody has a task on the sheet when it may be done: offered on the case page, too. Absent = beside a task only. */
  readonly withoutTask?: boolean;
}

/** Rows of a case file: a list that grows to hundreds, saved row by row. The plugin keeps the data and the rules. */
export interface Sheet {
  readonly id: string;
  readonly title: Localised;
  /** Whether the case page shows it now; without it always. A sheet that is not offered still refuses requests with its reason. */
  isOffered?(at: SheetRequest): boolean;
  page(
    tx: UnitOfWork,
    at: SheetRequest,
    page: { readonly offset: number; readonly limit: number; readonly search?: string },
  ): Promise<SheetPage>;
  /** @throws {AppError} BAD_INPUT naming the columns, INVALID_STATE when the sheet is closed, CONFLICT for a stale row. */
  add(tx: UnitOfWork, at: SheetRequest, values: Readonly<Record<string, SheetValue>>): Promise<SheetRow>;
  /**
   * Adds all rows or none.
   * @throws {AppError} as `add`; the errors of BAD_INPUT have paths such as `rows[3].volume`, counted from 0.
   */
  addMany?(
    tx: UnitOfWork,
    at: SheetRequest,
    rows: readonly Readonly<Record<string, SheetValue>>[],
  ): Promise<{ readonly added: number }>;
  /** What may be done now by a click. */
  actions?(tx: UnitOfWork, at: SheetRequest): Promise<readonly SheetAction[]>;
  /** Does one of `actions`. @throws {AppError} NOT_FOUND for an unknown one, INVALID_STATE when it cannot be done now. */
  act?(tx: UnitOfWork, at: SheetRequest, actionId: string): Promise<void>;
  update(
    tx: UnitOfWork,
    at: SheetRequest,
    row: { readonly id: string; readonly revision: number },
    values: Readonly<Record<string, SheetValue>>,
  ): Promise<SheetRow>;
  remove(tx: UnitOfWork, at: SheetRequest, row: { readonly id: string; readonly revision: number }): Promise<void>;
  attach(tx: UnitOfWork, at: SheetRequest, row: { readonly id: string }, fileId: string): Promise<SheetRow>;
  /**
   * Attaches one file to all these rows or to none: it is kept once, each row has its own right and its own entry in the history.
   * @throws {AppError} as `attach`; the errors of BAD_INPUT have paths such as `rows[3]`, counted from 0, and name the row.
   */
  attachMany?(tx: UnitOfWork, at: SheetRequest, rows: readonly string[], fileId: string): Promise<void>;
  detach(tx: UnitOfWork, at: SheetRequest, row: { readonly id: string }, fileId: string): Promise<SheetRow>;
  /** Offers for a `search` column. */
  search?(
    tx: UnitOfWork,
    at: SheetRequest,
    column: string,
    text: string,
  ): Promise<readonly { readonly value: string; readonly label: string; readonly hint?: string }[]>;
}

/** Whose sheet, asked by whom. Rights to the case file as a whole have been checked already. */
export interface SheetRequest {
  readonly caseFile: CaseFile;
  readonly actor: Actor;
}
