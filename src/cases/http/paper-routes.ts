import { z } from "zod";
import type { ReadLog } from "../../history/index.js";
import type { Ability, Actor, AnyRoute } from "../../http/index.js";
import { defineRoute } from "../../http/index.js";
import { CaseAttachmentList, CaseDocumentList } from "../../http/contract/cases.js";
import { PageQuery } from "../../http/contract/shared-shapes.js";
import type { CaseFile } from "../case-file.js";
import { caseAttachment, caseDocument } from "./case-papers.js";
import type { CaseRoutesDeps } from "./case-routes-deps.js";
import { noteLook } from "./note-look.js";

const Params = z.object({ id: z.string().min(1).max(36) });

/** Whoever may read the case file may read its lists; a look at someone else's is recorded. */
const lookAt = async (
  { db, cases }: CaseRoutesDeps,
  log: ReadLog,
  { id, actor, ability }: { readonly id: string; readonly actor: Actor; readonly ability: Ability },
): Promise<CaseFile> => {
  const caseFile = await db.read((tx) => cases.readable(tx, id, ability));
  await noteLook(log, caseFile, actor);
  return caseFile;
};

const documentsRoute = (deps: CaseRoutesDeps, log: ReadLog): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/cases/:id/documents",
    summary: "Printed documents of a case file, newest first",
    tag: "cases",
    permission: "session",
    params: Params,
    query: PageQuery,
    response: CaseDocumentList,
    transaction: false, // the look is recorded in a transaction of its own
    async handle({ params, query, actor, ability }) {
      const { id } = await lookAt(deps, log, { ...params, actor, ability });
      const { items, total } = await deps.db.read((tx) => deps.documents.pageFor(tx, id, query));
      return { status: 200, body: { items: items.map(caseDocument), total } };
    },
  });

const filesRoute = (deps: CaseRoutesDeps, log: ReadLog): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/cases/:id/files",
    summary: "Files of a case file, newest first",
    tag: "cases",
    permission: "session",
    params: Params,
    query: PageQuery,
    response: CaseAttachmentList,
    transaction: false, // the look is recorded in a transaction of its own
    async handle({ params, query, actor, ability }) {
      const { id } = await lookAt(deps, log, { ...params, actor, ability });
      const { items, total } = await deps.db.read((tx) => deps.files.pageFor(tx, id, query));
      return { status: 200, body: { items: items.map(caseAttachment), total } };
    },
  });

/** GET /cases/:id/documents and /cases/:id/files: a bulk print leaves thousands on one case file. */
export const paperRoutes = (deps: CaseRoutesDeps, log: ReadLog): AnyRoute[] => [
  documentsRoute(deps, log),
  filesRoute(deps, log),
];
