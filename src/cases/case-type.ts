import type { Actor } from "../identity/index.js";
import type { Localised } from "../platform/index.js";
import type { UnitOfWork } from "../platform/db/index.js";
import type { CaseFile } from "./case-file.js";
import type { Sheet } from "./sheet.js";

export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

/** A line of facts at the top of the case page. */
export interface CaseFact {
  readonly label: Localised;
  readonly value: string;
  /** Files that the value speaks of; shown as links in its place. The reader needs the right to read them. */
  readonly files?: readonly { readonly id: string; readonly name: string }[];
}

/** Something that may be started without a task: a form in the menu "Mulai" whose submission opens a case file. */
export interface CaseStart {
  /** `<app>/<form>` key of the Form.io form shown. */
  readonly form: string;
  /** Offered to this person now? A refusal says why (the period is closed, one is under way already). */
  readonly offered: (
    tx: UnitOfWork,
    actor: Actor,
  ) => Promise<{ readonly ok: true } | { readonly ok: false; readonly hidden?: boolean; readonly reason: Localised }>;
  /** Values the form starts with. */
  readonly prefill?: (tx: UnitOfWork, actor: Actor) => Promise<Readonly<Record<string, unknown>>>;
  /** Checks what the form cannot, keeps the domain rows and opens the case file (`CaseFiles.open`). @returns the case file's id. */
  readonly start: (tx: UnitOfWork, actor: Actor, data: Readonly<Record<string, unknown>>) => Promise<string>;
}

/** A kind of case file; registered by a plugin. */
export interface CaseType {
  readonly app: string;
  readonly type: string;
  readonly title: Localised;
  readonly processId: string;
  readonly statuses: Readonly<Record<string, { readonly label: Localised; readonly tone: Tone }>>;
  readonly start?: CaseStart;
  /** Made by the platform for a process without code: whoever is offered a task may read the case file. Plugins leave it out. */
  readonly isPlain?: boolean;
  readonly sheets?: readonly Sheet[];
  /** Facts for the head of the case page, as this reader may see them. */
  facts(tx: UnitOfWork, caseFile: CaseFile, actor: Actor): Promise<readonly CaseFact[]>;
}

export interface NewCaseFile {
  readonly app: string;
  readonly type: string;
  readonly reference: string;
  readonly title: string;
  readonly ownerId: string | null;
  readonly subjectName: string;
  readonly subjectNumber: string | null;
  readonly unitName: string | null;
  readonly scopes: Readonly<Record<string, string>>;
  readonly status: string;
  /** Variables of the process instance that is started with it (`caseId` is added). */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Case files for plugins. */
export interface CaseFiles {
  /** Keeps the case file and, in the same transaction, orders its process instance (sent by the outbox, once). */
  open(tx: UnitOfWork, caseFile: NewCaseFile): Promise<CaseFile>;
  get(tx: UnitOfWork, id: string): Promise<CaseFile>;
  find(tx: UnitOfWork, id: string): Promise<CaseFile | undefined>;
  /** Case files of a type, oldest first. */
  list(
    tx: UnitOfWork,
    filter: {
      readonly app: string;
      readonly type?: string;
      readonly status?: string | readonly string[];
      readonly ownerId?: string;
      readonly scope?: { readonly type: string; readonly id: string };
    },
  ): Promise<readonly CaseFile[]>;
  /**
   * `scopes` are added to those it has, or replace those of the same type: a case file that someone else takes over.
   * @throws {AppError} CONFLICT when someone else wrote it after it was read.
   */
  setStatus(
    tx: UnitOfWork,
    caseFile: CaseFile,
    status: string,
    more?: { readonly title?: string; readonly closed?: boolean; readonly scopes?: Readonly<Record<string, string>> },
  ): Promise<CaseFile>;
  /** Orders a message to the process instances that wait for it (outbox; at least once). */
  publishMessage(
    tx: UnitOfWork,
    message: {
      readonly name: string;
      readonly correlationKey: string;
      readonly variables?: Readonly<Record<string, unknown>>;
      readonly messageId: string;
    },
  ): Promise<void>;
}
