import { z } from "zod";
import type { Files } from "../../files/index.js";
import { Verification } from "../../http/contract/cases.js";
import { type Actor, type AnyRoute, defineRoute } from "../../http/index.js";
import { AppError } from "../../platform/index.js";
import type { Database, UnitOfWork } from "../../platform/db/index.js";
import type { PrintedDocument } from "../printed-document.js";
import { hashOfUploadedPdf } from "./pdf-hash.js";

type Look = (tx: UnitOfWork, value: string) => Promise<PrintedDocument | undefined>;

export interface DocumentRoutesDependencies {
  readonly db: Database;
  readonly files: Pick<Files, "find" | "read">;
  readonly findCase: (tx: UnitOfWork, caseId: string) => Promise<{ readonly kind: string } | undefined>;
  /** Records that a document is being read, before anything of it is sent. */
  readonly noteRead: (actor: Actor, document: PrintedDocument) => Promise<void>;
  readonly documents: { readonly findDocument: Look; readonly findByHash: Look; readonly findCorrection: Look };
}

const Id = z.object({ id: z.string().min(1).max(64) });

const UNKNOWN: Verification = {
  found: false,
  title: null,
  number: null,
  issuedAt: null,
  sha256: null,
  correctedBy: null,
  corrects: null,
};

const absent = (id: string): AppError =>
  new AppError("NOT_FOUND", `Expected a document '${id}' that this person may read, but there is none`, {
    detail: { id: "Dokumen tidak ditemukan.", en: "The document was not found." },
  });

/** Reading documents, and the public page that says whether one is genuine. */
export function documentRoutes({ db, files, findCase, noteRead, documents }: DocumentRoutesDependencies): AnyRoute[] {
  const publicView = async (tx: UnitOfWork, document: PrintedDocument | undefined): Promise<Verification> => {
    if (document === undefined) return UNKNOWN;
    const correction = await documents.findCorrection(tx, document.id);
    const { title, number, issuedAt, sha256, corrects } = document;
    return { found: true, title, number, issuedAt, sha256, correctedBy: correction?.id ?? null, corrects };
  };

  return [
    defineRoute({
      method: "get",
      path: "/documents/:id",
      summary: "The PDF of a printed document",
      tag: "documents",
      permission: "session",
      params: Id,
      transaction: false, // reads, and writes that it was read
      async handle({ params, actor, ability }) {
        const { document, file } = await db.read(async (tx) => {
          const found = await documents.findDocument(tx, params.id);
          const caseFile = found === undefined ? undefined : await findCase(tx, found.caseId);
          // What one may not read does not exist: the answer is the same.
          if (found === undefined || caseFile === undefined || ability.cannot("read", caseFile))
            throw absent(params.id);
          const stored = await files.find(tx, found.fileId);
          if (stored === undefined) throw absent(params.id);
          return { document: found, file: stored };
        });
        await noteRead(actor, document);
        return {
          status: 200,
          raw: { contentType: "application/pdf", fileName: file.name, stream: await files.read(file) },
          headers: { "cache-control": "private, max-age=3600" },
        };
      },
    }),
    defineRoute({
      method: "get",
      path: "/verification/:id",
      summary: "Whether a document with this id was issued here",
      tag: "documents",
      permission: "public",
      params: Id,
      response: Verification,
      async handle({ params, tx }) {
        return { status: 200, body: await publicView(tx, await documents.findDocument(tx, params.id)) };
      },
    }),
    defineRoute({
      method: "post",
      path: "/verification",
      summary: "Whether this very PDF was issued here; the file is compared and not kept",
      tag: "documents",
      permission: "public",
      response: Verification,
      transaction: false,
      async handle({ incoming }) {
        const hash = await hashOfUploadedPdf(incoming);
        const body = await db.read(async (tx) => publicView(tx, await documents.findByHash(tx, hash)));
        return { status: 200, body };
      },
    }),
  ];
}
