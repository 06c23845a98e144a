import type { AnyRoute } from "../http/index.js";
import type { Ability } from "../http/index.js";
import type { Localised } from "../platform/index.js";
import type { Database, UnitOfWork } from "../platform/db/index.js";
import type { HistoryService } from "./create-history.js";

export interface HistoryRoutesDeps {
  readonly db: Database;
  readonly history: HistoryService;
  /** May this person read the case file? False also when there is none. */
  readonly mayReadCase: (tx: UnitOfWork, caseId: string, ability: Ability) => Promise<boolean>;
  /** Name of a role id for people. */
  readonly roleLabel: (role: string) => Localised | undefined;
}

/** GET /cases/:id/story, /history, /history/verification, /history/export. */
export declare function historyRoutes(deps: HistoryRoutesDeps): AnyRoute[];
