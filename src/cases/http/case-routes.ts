import { z } from "zod";
import { isEngineError } from "../../camunda-client/index.js";
import { createReadLog, type ReadLog } from "../../history/index.js";
import type { Ability, AnyRoute } from "../../http/index.js";
import { defineRoute } from "../../http/index.js";
import { CaseList, CasePage } from "../../http/contract/cases.js";
import { PageQuery } from "../../http/contract/shared-shapes.js";
import type { CaseFile } from "../case-file.js";
import { factShape } from "../fact-shape.js";
import { caseAttachment, caseDocument } from "./case-papers.js";
import { caseItem } from "./case-item.js";
import type { CaseRoutesDeps } from "./case-routes-deps.js";
import { closeLookedAt } from "./close-looked-at.js";
import { diagramRoute } from "./diagram.route.js";
import { incidentRoute, incidentsOf } from "./incident.route.js";
import { engineTasksOf, openTasksOf } from "./open-tasks.js";
import { noteLook } from "./note-look.js";
import { paperRoutes } from "./paper-routes.js";
import { sheetRoutes } from "./sheet-routes.js";

const CaseListQuery = PageQuery.extend({
  app: z.string().max(64).optional(),
  type: z.string().max(64).optional(),
  status: z.string().max(64).optional(),
  mine: z.enum(["true", "false"]).default("false"),
});

/** What a case file shows of its documents and files by itself. */
const FIRST_PAGE = PageQuery.parse({});

const listRoute = ({ db, cases }: CaseRoutesDeps): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/cases",
    summary: "Case files that the caller may read, most recently changed first",
    tag: "cases",
    permission: "session",
    query: CaseListQuery,
    response: CaseList,
    transaction: false, // asks the engine, and must not hold the database meanwhile
    async handle({ query: { mine, ...query }, actor, ability }) {
      const wanted = { ...query, ...(mine === "true" ? { ownerId: actor.userId } : {}) };
      const search = () => db.read((tx) => cases.search(tx, ability, wanted));
      const found = await search();
      const { items, total } = (await closeLookedAt(cases, found.items)) ? await search() : found;
      return { status: 200, body: { items: items.map((item) => caseItem(item, cases.typeOf(item))), total } };
    },
  });

/** What the engine knows of a case file; nothing while it does not answer, so that the rest can be shown. */
const engineView = async (deps: CaseRoutesDeps, caseFile: CaseFile, ability: Ability) => {
  try {
    return {
      answers: true,
      tasks: await engineTasksOf(deps.client, caseFile),
      incidents: await incidentsOf(deps, caseFile, ability),
    };
  } catch (error) {
    if (!isEngineError(error, "UNAVAILABLE")) throw error;
    return { answers: false, tasks: [], incidents: [] };
  }
};

const pageRoute = (deps: CaseRoutesDeps, log: ReadLog): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/cases/:id",
    summary: "A case file with its facts, files, documents, open tasks and incidents",
    tag: "cases",
    permission: "session",
    params: z.object({ id: z.string().min(1).max(36) }),
    response: CasePage,
    transaction: false, // asks the engine, and must not hold the database meanwhile
    async handle({ params, actor, ability }) {
      const { db, cases, documents, files } = deps;
      const read = () => db.read((tx) => cases.readable(tx, params.id, ability));
      const found = await read();
      await noteLook(log, found, actor);
      const caseFile = (await closeLookedAt(cases, [found])) ? await read() : found;
      const { answers, tasks, incidents } = await engineView(deps, caseFile, ability);
      const type = cases.typeOf(caseFile);
      const page = await db.read(async (tx) => ({
        facts: (await type?.facts(tx, caseFile, actor)) ?? [],
        documents: await documents.pageFor(tx, caseFile.id, FIRST_PAGE),
        files: await files.pageFor(tx, caseFile.id, FIRST_PAGE),
        openTasks: await openTasksOf(tx, deps, actor, tasks),
      }));
      return {
        status: 200,
        body: {
          case: caseItem(caseFile, type),
          facts: page.facts.map(factShape),
          sheets: (type?.sheets ?? [])
            .filter((sheet) => sheet.isOffered?.({ caseFile, actor }) ?? true)
            .map(({ id, title }) => ({ id, title: { ...title } })),
          documents: page.documents.items.map(caseDocument),
          documentsTotal: page.documents.total,
          files: page.files.items.map(caseAttachment),
          filesTotal: page.files.total,
          openTasks: page.openTasks,
          incidents,
          hasDiagram: caseFile.processInstanceKey !== null,
          engineAnswers: answers,
        },
      };
    },
  });

/** /cases, /cases/:id, its documents, files, diagram, sheets and incidents. */
export const caseRoutes = (deps: CaseRoutesDeps): AnyRoute[] => {
  const log = createReadLog(deps);
  return [
    listRoute(deps),
    pageRoute(deps, log),
    ...paperRoutes(deps, log),
    diagramRoute(deps),
    incidentRoute(deps),
    ...sheetRoutes(deps),
  ];
};
