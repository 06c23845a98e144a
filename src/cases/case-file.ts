/**
 * A case file (berkas): one matter of one person that a process moves along: a proposal, a registration, a batch.
 * Tasks, files, documents, history and rights all refer to it.
 */
export interface CaseFile {
  readonly kind: "CaseFile";
  readonly id: string;
  readonly app: string;
  /** Type within the app, e.g. `dupak`. */
  readonly type: string;
  /** Short reference that people quote, e.g. `DUPAK-2026-0012`. */
  readonly reference: string;
  readonly title: string;
  /** User it is about; nobody decides on a case file of their own. Null when it is about no one person (a batch). */
  readonly ownerId: string | null;
  readonly subjectName: string;
  /** Number by which people know the subject (an employee number); shown to those who may read the case file. */
  readonly subjectNumber: string | null;
  readonly unitName: string | null;
  /** Scopes it belongs to, e.g. `{ instansi: "…", unit: "…" }`; roles with such a scope reach it. */
  readonly scopes: Readonly<Record<string, string>>;
  readonly status: string;
  readonly processInstanceKey: string | null;
  /** Raised by one on every write. */
  readonly revision: number;
  /** Epoch ms. */
  readonly openedAt: number;
  readonly updatedAt: number;
  readonly closedAt: number | null;
}
