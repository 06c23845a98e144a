import type { Readable } from "node:stream";
import type { Page, PageWanted, UnitOfWork } from "../platform/db/index.js";

/** A file kept once by its content; access follows the case file it belongs to. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  /** By content, not by name. */
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly uploadedBy: string;
  /** Epoch ms. */
  readonly uploadedAt: number;
  /** Case file it belongs to; null until something claims it (unclaimed files that nothing holds are removed after a day). */
  readonly caseId: string | null;
  /** Entries of an archive, as looked into at upload. */
  readonly entries: readonly { readonly name: string; readonly sizeBytes: number }[] | null;
}

export interface Files {
  find(tx: UnitOfWork, fileId: string): Promise<StoredFile | undefined>;
  /**
   * Ties an uploaded file to a case file and to the thing in it (`row:<id>`, `document:sk-jabatan`).
   * @throws {AppError} NOT_FOUND when the file is absent or was uploaded by someone else, CONFLICT when it belongs to another case file.
   */
  claim(tx: UnitOfWork, claim: { fileId: string; caseId: string; place: string; userId: string }): Promise<StoredFile>;
  /** Unties it; the content goes when nothing refers to it any more. */
  release(tx: UnitOfWork, claim: { fileId: string; caseId: string; place: string }): Promise<void>;
  /**
   * Keeps the unclaimed uploads of a person for as long as something unfinished names them; what the holder held before and does not name
   * now waits a day again, like a new upload. Ids that are no upload of that person are left out.
   * @param holder at most 100 characters.
   */
  hold(tx: UnitOfWork, hold: { holder: string; fileIds: readonly string[]; userId: string }): Promise<void>;
  listFor(tx: UnitOfWork, caseId: string): Promise<readonly (StoredFile & { readonly place: string })[]>;
  /** A part of the list, newest first; `search` is part of the name. */
  pageFor(tx: UnitOfWork, caseId: string, page: PageWanted): Promise<Page<StoredFile & { readonly place: string }>>;
  /** Stores bytes made by the system (a PDF, say). Idempotent by content. */
  store(
    tx: UnitOfWork,
    file: { name: string; contentType: string; bytes: Buffer; caseId: string; place: string; userId: string },
  ): Promise<StoredFile>;
  read(file: StoredFile): Promise<Readable>;
}
