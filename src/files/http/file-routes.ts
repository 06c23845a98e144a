import { z } from "zod";
import type { Ability, Actor, AnyRoute } from "../../http/index.js";
import { defineRoute } from "../../http/index.js";
import { UploadedFile } from "../../http/contract/cases.js";
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

const downloadRoute = ({ db, files, mayReadCase, noteRead }: FileRoutesDeps): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/files/:id",
    summary: "A file's content, for those who may read its case file; before it is claimed, for its uploader",
    tag: "files",
    permission: "session",
    params: z.object({ id: z.string().min(1).max(36) }),
    query: z.object({ download: z.enum(["true", "false"]).default("false") }),
    transaction: false, // streams
    async handle({ params, query, actor, ability }) {
      const file = await db.read(async (tx): Promise<StoredFile> => {
        const found = await files.find(tx, params.id);
        const mayRead =
          found !== undefined &&
          (found.caseId === null ? found.uploadedBy === actor.userId : await mayReadCase(tx, found.caseId, ability));
        if (!mayRead) {
          throw new AppError("NOT_FOUND", `Expected file '${params.id}', but no such file was found`, {
            detail: { id: "Berkas unggahan ini tidak ditemukan", en: "This file was not found" },
          });
        }
        return found;
      });
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

/** POST /files, GET /files/:id. */
export const fileRoutes = (deps: FileRoutesDeps): AnyRoute[] => [uploadRoute(deps), downloadRoute(deps)];
