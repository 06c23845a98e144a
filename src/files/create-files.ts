import type { Readable } from "node:stream";
import type { Clock, IdGenerator, Logger } from "../platform/index.js";
import type { Database, UnitOfWork } from "../platform/db/index.js";
import type { Files, StoredFile } from "./stored-file.js";

export interface FilesDeps {
  readonly db: Database;
  /** Folder that keeps the contents, by SHA-256. Made when absent. */
  readonly directory: string;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly logger: Logger;
  /** Largest file accepted; default 100 MiB. */
  readonly maxBytes?: number;
}

/** Files with what the platform needs beside them. */
export interface FilesService extends Files {
  /**
   * Takes one upload: streams it to disk, looks at its content, keeps it.
   * @throws {AppError} TOO_LARGE, FILE_EMPTY, UNSUPPORTED_TYPE, ARCHIVE_ENCRYPTED, ARCHIVE_EXECUTABLE, ARCHIVE_BOMB, ARCHIVE_EMPTY, ARCHIVE_DAMAGED.
   */
  receive(upload: {
    readonly name: string;
    readonly stream: Readable;
    readonly userId: string;
    readonly signal?: AbortSignal;
  }): Promise<StoredFile>;
  /** Removes uploads that nothing claimed within a day, contents that nothing refers to, and half-written files. @returns how many files went. */
  sweep(): Promise<number>;
  /** Sweeps now and then every hour, until the returned function is called. */
  startSweeping(): () => void;
  /** Places where a file is used. */
  placesOf(tx: UnitOfWork, fileId: string): Promise<readonly { readonly caseId: string; readonly place: string }[]>;
}

export declare function createFiles(deps: FilesDeps): FilesService;
