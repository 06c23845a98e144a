import { useCallback, useEffect, useState } from "react";
import type { SheetColumn } from "../../../../http/contract/cases.js";
import { ProblemError } from "../../../shared/api/problem.js";
import { now } from "../../../shared/clock.js";
import { useToasts } from "../../../shared/components/toasts.js";
import { useTexts } from "../../../shared/i18n/use-texts.js";
import { localKey, readLocal, removeLocal, writeLocal } from "../../../shared/local-copy/local-copy.js";
import { useSignedIn } from "../../../shared/session/session-query.js";
import type { Typed } from "../row-values.js";
import type { SheetActs } from "../sheet-query.js";
import { clipboardTable } from "./clipboard-table.js";
import { pastedRows } from "./pasted-rows.js";
import { type CellFaults, isEmptyLine, readBulk, serverFaults } from "./read-bulk.js";

interface BulkOptions {
  readonly place: { readonly caseId: string; readonly sheetId: string };
  /** What is filled in. */
  readonly columns: readonly SheetColumn[];
  /** All columns of the sheet. */
  readonly known: readonly SheetColumn[];
  readonly acts: SheetActs;
  readonly onSaved: () => void;
}

export interface BulkEdit {
  readonly lines: readonly Typed[];
  /** Message by cell. */
  readonly faults: CellFaults<string>;
  /** A failure that belongs to no cell. */
  readonly failure: unknown;
  /** How often the lines could not be sent; it grows when the first wrong cell is to be shown. */
  readonly refused: number;
  readonly busy: boolean;
  readonly filled: number;
  readonly change: (line: number, column: string, text: string) => void;
  readonly paste: (line: number, column: number, text: string) => void;
  readonly addLine: () => void;
  readonly removeLine: (line: number) => void;
  readonly send: () => Promise<void>;
}

const EMPTY: Typed = {};

/** Lines that are typed or pasted and sent together. They stay on this device until the server has taken them. */
export function useBulkEdit({ place, columns, known, acts, onSaved }: BulkOptions): BulkEdit {
  const { t, language } = useTexts();
  const toasts = useToasts();
  const user = useSignedIn();
  const key = localKey(user.userId, "bulk", place.caseId, place.sheetId);
  const [lines, setLines] = useState<readonly Typed[]>(() => readLocal<readonly Typed[]>(key)?.data ?? [EMPTY]);
  const [faults, setFaults] = useState<CellFaults<string>>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(0);
  const filled = lines.filter((line) => !isEmptyLine(line)).length;
  useEffect(() => {
    if (filled === 0) removeLocal(key);
    else writeLocal(key, { data: lines, savedAt: now(), revision: 0 });
  }, [lines, filled, key]);

  const check = (next: readonly Typed[]) => {
    const read = readBulk(columns, next, language);
    const words = Object.entries(read.faults).map(([cell, fault]) => [cell, t(`sheet.fault.${fault}`)] as const);
    setFaults(Object.fromEntries(words));
    return read;
  };
  // Stable, so that typing in one line draws that line only.
  const change = useCallback((line: number, column: string, text: string): void => {
    setLines((all) => all.map((each, at) => (at === line ? { ...each, [column]: text } : each)));
    const cell = `${line}.${column}`;
    setFaults((all) =>
      all[cell] === undefined ? all : Object.fromEntries(Object.entries(all).filter(([name]) => name !== cell)),
    );
  }, []);
  const paste = (line: number, column: number, text: string): void => {
    const pasted = pastedRows(clipboardTable(text), columns, column, known);
    const next = [...lines];
    for (const [index, row] of pasted.entries()) next[line + index] = { ...next[line + index], ...row };
    setLines(next);
    check(next);
  };
  const send = async (): Promise<void> => {
    if (busy || filled === 0) return;
    const read = check(lines);
    setFailure(null);
    if (Object.keys(read.faults).length > 0) {
      setRefused((count) => count + 1);
      return;
    }
    setBusy(true);
    try {
      const added = await acts.addMany(read.rows);
      removeLocal(key);
      toasts.done(t("sheet.bulkSaved", { of: added }));
      onSaved();
    } catch (error) {
      const { cells, rest } = serverFaults(error instanceof ProblemError ? error.errors : [], read.lines, columns);
      setFaults(cells);
      setFailure(rest ? error : null);
      setRefused((count) => count + 1);
      setBusy(false);
    }
  };
  return {
    lines,
    faults,
    failure,
    refused,
    busy,
    filled,
    change,
    paste,
    addLine: () => setLines((all) => [...all, EMPTY]),
    removeLine: (line) => {
      const next = lines.filter((_, at) => at !== line);
      setLines(next.length === 0 ? [EMPTY] : next);
      setFaults({});
    },
    send,
  };
}
