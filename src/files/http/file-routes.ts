import { z } from "zod";
import type { Ability, Actor, AnyRoute } from "../../http/index.js";
import { defineRoute } from "../../http/index.js";
import { FileEntries, UploadedFile } from "../../http/contract/cases.js";
import { AppError } from "../../platform/index.js";
import type { Database, UnitOfWork } from "../../platform/db/index.js";
import type { FilesService } from "../create-files.js";
import type { StoredFile } from "../stored-file.js";
import { receiveUpload } from "./receive-upload.js";

export interface FileRoutesDeps {
  readonly db: Database;
  readonly files: FilesService;
  /** May this person read the case file? False also when there is none. */
  readonly mayReadCase: (tx: UnitOfWork, caseId: string, ability: Ability) => Promise<boolean>;
  /** Records that a file of a case file is being read, before anything of it is sent. */
  readonly noteRead: (actor: Actor, read: { readonly fileId: string; readonly caseId: string }) => Promise<void>;
}

/** What browsers show themselves; everything else is saved. */
const INLINE = new Set(["application/pdf", "image/png", "image/jpeg"]);

const policyOf = (contentType: string): string =>
  contentType === "application/pdf"
    ? // A sandbox would keep the browser's own PDF viewer out.
      "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'"
    : "default-src 'none'; sandbox; frame-ancestors 'self'";

const uploadRoute = ({ files }: FileRoutesDeps): AnyRoute =>
  defineRoute({
    method: "post",
    path: "/files",
    summary: "Uploads one file (multipart, field `file`); it waits a day for a form or row to claim it",
    tag: "files",
    permission: "session",
    response: UploadedFile,
    transaction: false, // streams
    async handle({ incoming, actor }) {
      const { id, name, contentType, sizeBytes, sha256, entries } = await receiveUpload(incoming, files, actor.userId);
      return {
        status: 201,
        body: { id, name, contentType, sizeBytes, sha256, entries: entries?.map((entry) => ({ ...entry })) ?? null },
      };
    },
  });

/** A file that this person may see. @throws {AppError} NOT_FOUND also when it is there for others only. */
const readableFile = async (
  { files, mayReadCase }: FileRoutesDeps,
  tx: UnitOfWork,
  { fileId, actor, ability }: { readonly fileId: string; readonly actor: Actor; readonly ability: Ability },
): Promise<StoredFile> => {
  const found = await files.find(tx, fileId);
  const mayRead =
    found !== undefined &&
    (found.caseId === null ? found.uploadedBy === actor.userId : await mayReadCase(tx, found.caseId, ability));
  if (!mayRead) {
    throw new AppError("NOT_FOUND", `Expected file '${fileId}', but no such file was found`, {
      detail: { id: "Berkas unggahan ini tidak ditemukan", en: "This file was not found" },
    });
  }
  return found;
};

const FileId = z.object({ id: z.string().min(1).max(36) });

const entriesRoute = (deps: FileRoutesDeps): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/files/:id/entries",
    summary: "Names and sizes of what is in an archive, for those who may read the file",
    tag: "files",
    permission: "session",
    params: FileId,
    response: FileEntries,
    async handle({ tx, params, actor, ability }) {
      const { entries } = await readableFile(deps, tx, { fileId: params.id, actor, ability });
      return { status: 200, body: { entries: entries?.map((entry) => ({ ...entry })) ?? null } };
    },
  });

const downloadRoute = (deps: FileRoutesDeps): AnyRoute => {
  const { db, files, noteRead } = deps;
  return defineRoute({
    method: "get",
    path: "/files/:id",
    summary: "A file's content, for those who may read its case file; before it is claimed, for its uploader",
    tag: "files",
    permission: "session",
    params: FileId,
    query: z.object({ download: z.enum(["true", "false"]).default("false") }),
    transaction: false, // streams
    async handle({ params, query, actor, ability }) {
      const file = await db.read((tx) => readableFile(deps, tx, { fileId: params.id, actor, ability }));
      if (file.caseId !== null) await noteRead(actor, { fileId: file.id, caseId: file.caseId });
      return {
        status: 200,
        headers: {
          "content-length": String(file.sizeBytes),
          "content-security-policy": policyOf(file.contentType),
          "x-content-type-options": "nosniff",
          "cache-control": "private, no-store",
        },
        raw: {
          contentType: file.contentType,
          fileName: file.name,
          download: query.download === "true" || !INLINE.has(file.contentType),
          stream: await files.read(file),
        },
      };
    },
  });
};

/** POST /files, GET /files/:id, GET /files/:id/entries. */
export const fileRoutes = (deps: FileRoutesDeps): AnyRoute[] => [
  uploadRoute(deps),
  entriesRoute(deps),
  downloadRoute(deps),
];
