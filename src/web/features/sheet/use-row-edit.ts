import { useEffect, useState } from "react";
import type { SheetColumn, SheetPage, SheetRow } from "../../../http/contract/cases.js";
import { isTransient, ProblemError } from "../../shared/api/problem.js";
import { now } from "../../shared/clock.js";
import { useToasts } from "../../shared/components/toasts.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { localKey, readLocal, removeLocal, writeLocal } from "../../shared/local-copy/local-copy.js";
import { useSignedIn } from "../../shared/session/session-query.js";
import { editableColumns, readTyped, typedValues, type Typed } from "./row-values.js";
import type { SheetActs } from "./sheet-query.js";

interface RowEditOptions {
  readonly place: { readonly caseId: string; readonly sheetId: string };
  readonly page: SheetPage;
  readonly row: SheetRow | null;
  readonly acts: SheetActs;
  readonly onDirty: (dirty: boolean) => void;
  readonly onAdded: (row: SheetRow) => void;
  readonly onNext: (() => void) | null;
  readonly onRemoved: () => void;
  /** Columns whose field holds something that the browser does not hand out: half a date, or 31 February. */
  readonly unreadable: () => readonly string[];
}

export interface RowEdit {
  readonly columns: readonly SheetColumn[];
  readonly typed: Typed;
  readonly dirty: boolean;
  readonly busy: boolean;
  /** Message by column. */
  readonly errors: Readonly<Record<string, string>>;
  /** A failure that belongs to no column. */
  readonly failure: unknown;
  /** Somebody else saved this row meanwhile. */
  readonly conflict: boolean;
  /** Input that this device had kept was put back. */
  readonly restored: boolean;
  change(column: string, text: string): void;
  save(andNext: boolean): Promise<void>;
  /** After a conflict: the other person's values. */
  takeTheirs(): void;
  /** After a conflict: mine over theirs. */
  overwrite(): Promise<void>;
  remove(): Promise<void>;
}

/** Name of what this device keeps of a row that is not saved yet. */
export const rowKey = (userId: string, { caseId, sheetId }: RowEditOptions["place"], row: SheetRow | null): string =>
  localKey(userId, "row", caseId, sheetId, row?.id ?? "new");

const columnOf = (path: string): string => path.replace(/^values\./, "");

/** Typing, checking and saving of one row. */
export function useRowEdit(options: RowEditOptions): RowEdit {
  const { page, row, acts, place } = options;
  const { t, language } = useTexts();
  const toasts = useToasts();
  const user = useSignedIn();
  const key = rowKey(user.userId, place, row);
  const columns = editableColumns(page.columns, row);
  const [kept] = useState(() => readLocal<Typed>(key));
  const [start, setStart] = useState<Typed>(() => typedValues(columns, row, language));
  const [typed, setTyped] = useState<Typed>(() => ({ ...start, ...kept?.data }));
  const [revision, setRevision] = useState(kept?.revision ?? row?.revision ?? 0);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [conflict, setConflict] = useState(false);
  const [busy, setBusy] = useState(false);
  const dirty = columns.some((column) => (typed[column.key] ?? "") !== (start[column.key] ?? ""));
  const { onDirty } = options;
  useEffect(() => onDirty(dirty), [dirty, onDirty]);

  const settle = (saved: SheetRow): void => {
    removeLocal(key);
    const values = typedValues(columns, saved, language);
    setStart(values);
    setTyped(values);
    setRevision(saved.revision);
    setErrors({});
    setFailure(null);
    setConflict(false);
    onDirty(false);
  };

  const refuse = (error: unknown): void => {
    if (error instanceof ProblemError && error.code === "CONFLICT" && row !== null) {
      setConflict(true);
      void acts.refresh();
      return;
    }
    const known = new Set(columns.map((column) => column.key));
    const fields = error instanceof ProblemError ? error.errors.filter(({ path }) => known.has(columnOf(path))) : [];
    setErrors(Object.fromEntries(fields.map(({ path, message }) => [columnOf(path), message])));
    const all = error instanceof ProblemError && error.errors.length > 0 && fields.length === error.errors.length;
    setFailure(all ? null : error);
    if (isTransient(error)) writeLocal(key, { data: typed, savedAt: now(), revision });
  };

  const send = async (atRevision: number, andNext: boolean): Promise<void> => {
    const { values, faults } = readTyped(columns, typed, language);
    const found = Object.fromEntries([
      ...Object.entries(faults).map(([column, fault]) => [column, t(`sheet.fault.${fault}`)] as const),
      ...options.unreadable().map((column) => [column, t("sheet.fault.date")] as const),
    ]);
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      const saved =
        row === null ? await acts.add(values) : await acts.update({ id: row.id, revision: atRevision }, values);
      settle(saved);
      toasts.done(t("sheet.saved"));
      if (row === null) options.onAdded(saved);
      else if (andNext) options.onNext?.();
    } catch (error) {
      refuse(error);
    } finally {
      setBusy(false);
    }
  };

  return {
    columns,
    typed,
    dirty,
    busy,
    errors,
    failure,
    conflict,
    restored: kept !== null,
    change: (column, text) => {
      const next = { ...typed, [column]: text };
      setTyped(next);
      writeLocal(key, { data: next, savedAt: now(), revision });
      if (errors[column] !== undefined)
        setErrors(Object.fromEntries(Object.entries(errors).filter(([name]) => name !== column)));
    },
    save: async (andNext) => {
      if (busy) return;
      if (dirty || row === null || options.unreadable().length > 0) await send(revision, andNext);
      else if (andNext) options.onNext?.();
    },
    takeTheirs: () => {
      if (row !== null) settle(row);
    },
    overwrite: () => send(row?.revision ?? revision, false),
    remove: async () => {
      if (row === null) return;
      setBusy(true);
      try {
        await acts.remove({ id: row.id, revision: row.revision });
        removeLocal(key);
        onDirty(false);
        toasts.done(t("sheet.removed"));
        options.onRemoved();
      } catch (error) {
        refuse(error);
      } finally {
        setBusy(false);
      }
    },
  };
}
