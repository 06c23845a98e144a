import { z } from "zod";
import type { Ability, AnyRoute } from "../../http/index.js";
import { defineRoute } from "../../http/index.js";
import { HistoryVerification } from "../../http/contract/admin.js";
import { Story } from "../../http/contract/cases.js";
import { PageQuery } from "../../http/contract/shared-shapes.js";
import { AppError, type Clock, type Localised } from "../../platform/index.js";
import type { Database, UnitOfWork } from "../../platform/db/index.js";
import type { HistoryService } from "../create-history.js";
import { verifyHistory } from "../verify-history.js";
import { exportRoute } from "./export-route.js";
import { filterOf, HistoryQuery } from "./history-query.js";
import { readLogEntry } from "./read-log.js";
import { storyEntry } from "./story-entry.js";

export interface HistoryRoutesDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly history: HistoryService;
  /** May this person read the case file? False also when there is none. */
  readonly mayReadCase: (tx: UnitOfWork, caseId: string, ability: Ability) => Promise<boolean>;
  /** Name of a role id for people. */
  readonly roleLabel: (role: string) => Localised | undefined;
}

const storyRoute = ({ history, mayReadCase, roleLabel }: HistoryRoutesDeps): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/cases/:id/story",
    summary: "What happened to a case file, newest first",
    tag: "history",
    permission: "session",
    params: z.object({ id: z.string().min(1).max(36) }),
    query: PageQuery,
    response: Story,
    async handle({ params, query, ability, tx }) {
      if (!(await mayReadCase(tx, params.id, ability))) {
        throw new AppError("NOT_FOUND", `Expected case file '${params.id}', but no such case file was found`);
      }
      const { items, total } = await history.search(
        tx,
        { caseId: params.id, withoutReads: true, ...(query.search === undefined ? {} : { search: query.search }) },
        query,
      );
      return { status: 200, body: { items: items.map((entry) => storyEntry(entry, roleLabel)), total } };
    },
  });

const searchRoute = ({ db, history, roleLabel }: HistoryRoutesDeps): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/history",
    summary: "The whole history, for auditors; looking is recorded too",
    tag: "history",
    permission: ["read", "History"],
    query: HistoryQuery,
    response: Story,
    transaction: false, // reads and writes: the look itself is recorded
    async handle({ query, actor }) {
      const { items, total } = await db.transaction(async (tx) => {
        const found = await history.search(tx, filterOf(query), query);
        // Turning pages is one look.
        if (query.offset === 0) await history.append(tx, readLogEntry(actor, "read.history", filterOf(query)));
        return found;
      });
      return { status: 200, body: { items: items.map((entry) => storyEntry(entry, roleLabel)), total } };
    },
  });

const verificationRoute = ({ db }: HistoryRoutesDeps): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/history/verification",
    summary: "Walks the hash chain and names the first broken entry",
    tag: "history",
    permission: ["read", "History"],
    response: HistoryVerification,
    transaction: false, // reads in pieces, so that a long chain does not hold the database
    async handle() {
      const { entries, head, broken } = await verifyHistory(db);
      return { status: 200, body: { entries, head, broken: broken?.seq ?? null } };
    },
  });

/** GET /cases/:id/story, /history, /history/verification, /history/export. */
export const historyRoutes = (deps: HistoryRoutesDeps): AnyRoute[] => [
  storyRoute(deps),
  searchRoute(deps),
  verificationRoute(deps),
  exportRoute(deps),
];
