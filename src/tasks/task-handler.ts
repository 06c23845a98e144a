import type { Actor } from "../identity/index.js";
import type { CaseFact, CaseFile } from "../cases/index.js";
import type { FieldChange } from "../history/index.js";
import type { UnitOfWork } from "../platform/db/index.js";

/** An open user task, as a handler sees it. */
export interface OpenTask {
  readonly key: string;
  readonly processId: string;
  readonly elementId: string;
  readonly assignee: string | null;
  readonly createdAt: number;
  readonly dueAt: number | null;
}

export interface TaskRequest {
  readonly task: OpenTask;
  readonly caseFile: CaseFile;
  readonly actor: Actor;
}

/** What a completion brings about, besides the rows that the handler wrote itself. */
export interface TaskOutcome {
  /** Variables for the process: keys and decisions, no personal data. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Verb and sentences for the history; without them the task's name is used. */
  readonly action?: string;
  readonly story?: { readonly id: string; readonly en: string };
  readonly changes?: readonly FieldChange[];
  readonly reason?: string | null;
}

/**
 * What a plugin adds to one user task. Without a handler a task shows its form and puts the form's data into the process.
 * The form has been validated on the server before `complete` is called; claims, rights and staleness too.
 */
export interface TaskHandler {
  readonly processId: string;
  readonly elementId: string;
  /** Sheet of the case file that is worked on in this task. */
  readonly sheet?: string;
  /** Data the form starts with and facts beside it. */
  open?(
    tx: UnitOfWork,
    request: TaskRequest,
  ): Promise<{ readonly data?: Readonly<Record<string, unknown>>; readonly facts?: readonly CaseFact[] }>;
  /**
   * Before the task is claimed. Should the claim itself fail afterwards, what was written here stays.
   * @throws {AppError} with a clear message when this person may not take it.
   */
  claim?(tx: UnitOfWork, request: TaskRequest): Promise<void>;
  /** @throws {AppError} with a clear message when the completion may not happen now; nothing is kept then. */
  complete(
    tx: UnitOfWork,
    request: TaskRequest & { readonly data: Readonly<Record<string, unknown>> },
  ): Promise<TaskOutcome>;
}
