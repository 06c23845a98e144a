import { useEffect, useMemo, useRef, useState } from "react";
import type { z } from "zod";
import type { DraftSaved } from "../../../http/contract/tasks.js";
import { api } from "../api/client.js";
import { ProblemError } from "../api/problem.js";
import type { FormValues } from "../form/form-slot.js";
import { readLocal, removeLocal } from "../local-copy/local-copy.js";
import { DraftKeeper, type DraftStatus } from "./draft-keeper.js";

/** A form as the server gives it: its values, and the draft that is among them. */
export interface DraftedForm {
  readonly data: FormValues;
  readonly draft: { readonly savedAt: number; readonly revision: number } | null;
}

interface DraftPlace {
  /** Where the form is read; its draft is saved below it. */
  readonly path: string;
  /** Name of what this device keeps (`localKey`). */
  readonly localKey: string;
}

export interface Draft {
  readonly status: DraftStatus;
  readonly savedAt: number | null;
  /** Values that the form starts with: of the server, or newer ones kept on this device. */
  readonly start: FormValues;
  /** Input kept on this device was put back. */
  readonly restored: boolean;
  readonly keeper: DraftKeeper;
}

interface Opening {
  readonly start: FormValues;
  readonly restored: boolean;
  readonly conflict: boolean;
}

/** What the form starts with, seen from what this device kept and what the server has. */
function opening(page: DraftedForm, key: string): Opening {
  const local = readLocal<FormValues>(key);
  const same = local !== null && JSON.stringify(local.data) === JSON.stringify(page.data);
  if (local === null || same) {
    removeLocal(key);
    return { start: page.data, restored: false, conflict: false };
  }
  const newerElsewhere = local.revision !== (page.draft?.revision ?? 0);
  return newerElsewhere
    ? { start: page.data, restored: false, conflict: true }
    : { start: local.data, restored: true, conflict: false };
}

/** Draft of one form, of a task or of a start: kept on this device at once, on the server soon after. */
export function useDraft(page: DraftedForm, { path, localKey: key }: DraftPlace): Draft {
  const [status, setStatus] = useState<DraftStatus>("clean");
  const [savedAt, setSavedAt] = useState<number | null>(page.draft?.savedAt ?? null);
  const first = useRef(page);
  const started = useMemo(() => opening(first.current, key), [key]);
  const keeper = useMemo(
    () =>
      new DraftKeeper({
        localKey: key,
        revision: first.current.draft?.revision ?? 0,
        save: (data, revision) =>
          api.put<z.infer<typeof DraftSaved>>(`${path}/draft`, { data, revision }, { byItself: true }),
        isConflict: (error) => error instanceof ProblemError && error.code === "CONFLICT",
        isGone: (error) =>
          error instanceof ProblemError &&
          (error.status === 404 || error.code === "INVALID_STATE" || error.status === 403),
        onStatus: (now, at) => {
          setStatus(now);
          if (at !== null) setSavedAt(at);
        },
      }),
    [key, path],
  );
  useEffect(() => {
    keeper.open();
    if (started.conflict) setStatus("conflict");
    if (started.restored) keeper.change(started.start);
    const retry = (): void => keeper.retry();
    window.addEventListener("online", retry);
    return () => {
      window.removeEventListener("online", retry);
      keeper.close();
    };
  }, [keeper, started]);
  return { status, savedAt, start: started.start, restored: started.restored, keeper };
}
