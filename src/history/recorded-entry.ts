import type { FieldChange } from "./history-entry.js";

/** An entry as it was recorded. Erased personal values are null. */
export interface RecordedEntry {
  /** Position in the chain, from 1. */
  readonly seq: number;
  /** Epoch ms. */
  readonly at: number;
  readonly actorId: string;
  readonly actorName: string | null;
  readonly role: string | null;
  readonly action: string;
  readonly caseId: string | null;
  readonly subject: { readonly type: string; readonly id: string };
  readonly story: { readonly id: string; readonly en: string };
  readonly reason: string | null;
  readonly changes: readonly FieldChange[];
  readonly versions: Readonly<Record<string, string>>;
  readonly processInstanceKey: string | null;
  readonly elementId: string | null;
  /** SHA-256 of the entry and the hash before it, hex. */
  readonly hash: string;
}

export interface HistoryFilter {
  readonly caseId?: string;
  /** Id or part of the name of who acted. */
  readonly actor?: string;
  /** Part of the sentence, the reason or a value. */
  readonly search?: string;
  /** True leaves out entries that only say that someone looked (actions `read.*`): the story of a case file tells acts. */
  readonly withoutReads?: boolean;
  /** Epoch ms, inclusive. */
  readonly from?: number;
  /** Epoch ms, exclusive. */
  readonly to?: number;
}

export interface HistoryPage {
  readonly items: readonly RecordedEntry[];
  readonly total: number;
}
