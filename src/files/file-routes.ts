import type { Ability, AnyRoute } from "../http/index.js";
import type { Database, UnitOfWork } from "../platform/db/index.js";
import type { FilesService } from "./create-files.js";

export interface FileRoutesDeps {
  readonly db: Database;
  readonly files: FilesService;
  /** May this person read the case file? False also when there is none. */
  readonly mayReadCase: (tx: UnitOfWork, caseId: string, ability: Ability) => Promise<boolean>;
}

/** POST /files, GET /files/:id. */
export declare function fileRoutes(deps: FileRoutesDeps): AnyRoute[];
