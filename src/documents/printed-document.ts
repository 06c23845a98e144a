import type { Page, PageWanted, UnitOfWork } from "../platform/db/index.js";

/** A document printed once and never rendered again. */
export interface PrintedDocument {
  readonly id: string;
  readonly caseId: string;
  /** `<app>/<template>`, e.g. `siwi/hpak`. */
  readonly template: string;
  readonly templateVersion: string;
  readonly title: string;
  /** Official number, taken at issue; null where the kind of document has none. */
  readonly number: string | null;
  readonly fileId: string;
  readonly sha256: string;
  readonly issuedAt: number;
  /** Document that this one corrects; at most one document corrects another. */
  readonly corrects: string | null;
}

export interface PrintRequest {
  readonly caseId: string;
  readonly template: string;
  readonly title: string;
  readonly number?: string | null;
  readonly data: unknown;
  /** The same key gives the first document again instead of a second one (a job's key, usually). */
  readonly key: string;
  readonly issuedBy: string;
  /** Document that this one replaces: both name each other from now on; the old one stays as it was issued. */
  readonly corrects?: string | null;
  /** Runs in the transaction that keeps the document; in one of its own when the document had been printed before. */
  readonly onKept?: (tx: UnitOfWork, document: PrintedDocument) => Promise<void>;
}

export interface Documents {
  /**
   * Handlebars → HTML → PDF, stored with its SHA-256 and a QR that leads to /verifikasi/<id>. Idempotent by `key`.
   * @throws {AppError} NOT_FOUND when `corrects` names no document, CONFLICT when another document corrects that one already.
   */
  print(request: PrintRequest, signal?: AbortSignal): Promise<PrintedDocument>;
  /** The PDF of a template without storing anything (a preview, a daftar before it is sent). */
  preview(template: string, data: unknown): Promise<Buffer>;
  /** Documents of a case file, newest first; `search` is part of title or number. A bulk print leaves thousands on one case file. */
  pageFor(tx: UnitOfWork, caseId: string, page: PageWanted): Promise<Page<PrintedDocument>>;
  find(tx: UnitOfWork, id: string): Promise<PrintedDocument | undefined>;
}
