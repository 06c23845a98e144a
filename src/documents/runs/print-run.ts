import type { Actor } from "../../http/index.js";
import type { Localised } from "../../platform/index.js";
import type { UnitOfWork } from "../../platform/db/index.js";

export type PrintRunStatus = "RUNNING" | "STOPPED" | "FINISHED";
export type PrintRunItemStatus = "WAITING" | "PRINTED" | "FAILED";

/** Many documents printed one after another, which may be stopped and go on later, also after a crash. */
export interface PrintRun {
  readonly id: string;
  /** Id of the PrintSource that its items are read from. */
  readonly source: string;
  readonly title: string;
  readonly status: PrintRunStatus;
  /** Why it was stopped by itself; null when a person did or when it was not. */
  readonly reason: Localised | null;
  readonly startedBy: string;
  readonly startedByName: string;
  /** Its members follow it as the starter does: `role`, or `role@scopeId`; null: the starter alone. */
  readonly group: string | null;
  /** Epoch ms. */
  readonly startedAt: number;
  readonly finishedAt: number | null;
}

/** One document of a run. */
export interface PrintRunItem {
  readonly runId: string;
  /** Place in the run, from 1. */
  readonly position: number;
  /** What the source knows it by. */
  readonly ref: string;
  /** What people know it by; names its file in the archive. */
  readonly label: string;
  readonly status: PrintRunItemStatus;
  readonly documentId: string | null;
  readonly reason: Localised | null;
}

export interface NewPrintRun {
  readonly source: string;
  readonly title: string;
  /** In the order in which they are printed; 1 to 20,000. */
  readonly items: readonly { readonly ref: string; readonly label: string }[];
  readonly startedBy: Pick<Actor, "userId" | "displayName" | "role">;
  /** Who follows the run besides the starter (`role`, `role@scopeId`); by default those who hold the starter's role in its scope. */
  readonly group?: string;
  /** The same key gives the first run again instead of a second one (a job's key, usually). */
  readonly key?: string;
}

/** Starting print runs; people follow them on the page /cetak. */
export interface PrintRuns {
  /**
   * Writes the run; it is printed from the commit on. The one who starts it and the colleagues of `group` follow it and fetch its documents.
   * @throws {AppError} BAD_INPUT without items, above 20,000, with a title or label longer than 255 characters or an unknown source.
   */
  start(tx: UnitOfWork, run: NewPrintRun): Promise<PrintRun>;
}
