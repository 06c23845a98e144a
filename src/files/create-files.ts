import type { Readable } from "node:stream";
import { Readable as ReadableStream } from "node:stream";
import { AppError, type Clock, type IdGenerator, type Logger } from "../platform/index.js";
import type { Database, UnitOfWork } from "../platform/db/index.js";
import { ContentStore } from "./content-store.js";
import { StoredFileRepository } from "./data/stored-file.repository.js";
import { cleanFileName } from "./file-name.js";
import { inspectContent } from "./inspect/inspect-content.js";
import { createSweeper } from "./sweeper.js";
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
   * @throws {AppError} TOO_LARGE, FILE_EMPTY, UNSUPPORTED_TYPE, FILE_ENCRYPTED, ARCHIVE_ENCRYPTED, ARCHIVE_EXECUTABLE, ARCHIVE_BOMB, ARCHIVE_EMPTY, ARCHIVE_DAMAGED.
   */
  receive(upload: { readonly name: string; readonly stream: Readable; readonly userId: string }): Promise<StoredFile>;
  /** Removes uploads that nothing claimed within a day and nothing holds, contents that nothing refers to, and half-written files. @returns how many files went. */
  sweep(): Promise<number>;
  /** Removes contents older than a day that no row knows: what a rolled-back transaction left. Walks the whole folder. @returns how many went. */
  sweepOrphans(): Promise<number>;
  /** Sweeps now (orphans too) and then every hour, until the returned function is called. */
  startSweeping(): () => void;
  /** Places where a file is used. */
  placesOf(tx: UnitOfWork, fileId: string): Promise<readonly { readonly caseId: string; readonly place: string }[]>;
}

const HUNDRED_MIB = 104_857_600;

const notFound = (fileId: string): AppError =>
  new AppError("NOT_FOUND", `Expected file '${fileId}', but no such file was found`, {
    detail: {
      id: "Berkas unggahan ini tidak ada. Unggah lagi",
      en: "This uploaded file does not exist. Upload it again",
    },
  });

/** Files: contents on disk by hash, rows in the database. */
export const createFiles = (deps: FilesDeps): FilesService => {
  const { db, clock, ids, directory, maxBytes = HUNDRED_MIB } = deps;
  const contents = new ContentStore(directory, maxBytes);
  const sweeper = createSweeper({ ...deps, contents });
  const repository = (tx: UnitOfWork): StoredFileRepository => new StoredFileRepository(tx);

  return {
    async receive({ name: given, stream, userId }) {
      const name = cleanFileName(given);
      const draft = await contents.write(ids.next(), name, stream);
      try {
        const { contentType, entries } = await inspectContent({ ...draft, name });
        const file: StoredFile = {
          id: ids.next(),
          name,
          contentType,
          sizeBytes: draft.sizeBytes,
          sha256: draft.sha256,
          uploadedBy: userId,
          uploadedAt: clock.now(),
          caseId: null,
          entries,
        };
        await sweeper.undisturbed(async () => {
          await contents.keep(draft);
          await db.transaction((tx) => repository(tx).insert(file));
        });
        return file;
      } finally {
        await contents.discard(draft);
      }
    },

    async store(tx, { name, contentType, bytes, caseId, place, userId }) {
      const draft = await contents.write(ids.next(), name, ReadableStream.from([bytes]));
      const earlier = await repository(tx).findMade(draft.sha256, caseId, place);
      if (earlier !== undefined) {
        await contents.discard(draft);
        return earlier;
      }
      await contents.keep(draft);
      const now = clock.now();
      const file: StoredFile = {
        id: ids.next(),
        name: cleanFileName(name),
        contentType,
        sizeBytes: draft.sizeBytes,
        sha256: draft.sha256,
        uploadedBy: userId,
        uploadedAt: now,
        caseId,
        entries: null,
      };
      await repository(tx).insert(file);
      await repository(tx).addPlace({ fileId: file.id, caseId, place }, now);
      return file;
    },

    find: (tx, fileId) => repository(tx).find(fileId),

    async claim(tx, { fileId, caseId, place, userId }) {
      const file = await repository(tx).find(fileId);
      if (file === undefined || (file.caseId === null && file.uploadedBy !== userId)) throw notFound(fileId);
      if (file.caseId !== null && file.caseId !== caseId) {
        throw new AppError("CONFLICT", `Expected file '${fileId}' to be free, but it belongs to another case file`, {
          detail: {
            id: `Berkas unggahan '${file.name}' sudah dipakai pada berkas lain. Unggah lagi untuk berkas ini`,
            en: `The file '${file.name}' is used in another case file. Upload it again for this one`,
          },
        });
      }
      await repository(tx).setCase(fileId, caseId, null);
      await repository(tx).addPlace({ fileId, caseId, place }, clock.now());
      return { ...file, caseId };
    },

    async release(tx, { fileId, caseId, place }) {
      await repository(tx).removePlace({ fileId, caseId, place });
      const rest = await repository(tx).places(fileId);
      if (rest.length === 0) await repository(tx).setCase(fileId, null, clock.now());
    },

    async hold(tx, { holder, fileIds, userId }) {
      const held = await repository(tx).heldBy(holder);
      const named = new Set(await repository(tx).uploadsOf(userId, fileIds));
      await repository(tx).addHolds(
        holder,
        [...named].filter((id) => !held.includes(id)),
      );
      await repository(tx).removeHolds(
        holder,
        held.filter((id) => !named.has(id)),
        clock.now(),
      );
    },

    listFor: (tx, caseId) => repository(tx).listFor(caseId),
    pageFor: (tx, caseId, page) => repository(tx).pageFor(caseId, page),
    placesOf: (tx, fileId) => repository(tx).places(fileId),
    read: ({ sha256 }) => contents.read(sha256),
    sweep: () => sweeper.sweep(),
    sweepOrphans: () => sweeper.sweepOrphans(),
    startSweeping: () => sweeper.start(),
  };
};
