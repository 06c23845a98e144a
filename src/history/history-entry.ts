import type { UnitOfWork } from "../platform/db/index.js";

/** A value as it was and as it is; text as a person would read it, absent values are null. */
export interface FieldChange {
  /** Dotted path in the record, e.g. `rows.01h….nilaiTpi`. */
  readonly field: string;
  /** What a reader calls it, Indonesian. */
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Personal values can be erased later without breaking the chain. */
  readonly personal?: boolean;
}

/** What happened, to be appended. Time, position and hash are added by the module. */
export interface NewHistoryEntry {
  /** Who: a user id, or `system:<job type>`. */
  readonly actorId: string;
  readonly actorName: string;
  /** In which role, e.g. `sekretariat-tpi@<scope>`; null for the system and for oneself. */
  readonly role: string | null;
  /** Stable verb, e.g. `dupak.returned`; the story text is made from `story`. */
  readonly action: string;
  readonly caseId: string | null;
  readonly subject: { readonly type: string; readonly id: string };
  /** One Indonesian and one English sentence without the actor's name, e.g. "mengembalikan DUPAK (Prasarat Tidak Sesuai)". */
  readonly story: { readonly id: string; readonly en: string };
  readonly changes?: readonly FieldChange[];
  readonly reason?: string | null;
  /** Versions that were in force: form, template, process, regulation. */
  readonly versions?: Readonly<Record<string, string>>;
  readonly processInstanceKey?: string | null;
  readonly elementId?: string | null;
}

/** Append-only, hash-chained record of who did what. */
export interface History {
  /** Appends within the caller's transaction: an act and its entry are durable together. */
  append(tx: UnitOfWork, entry: NewHistoryEntry): Promise<void>;
}
