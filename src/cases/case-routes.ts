import type { CamundaClient } from "../camunda-client/index.js";
import type { Documents } from "../documents/index.js";
import type { Files } from "../files/index.js";
import type { History } from "../history/index.js";
import type { AnyRoute } from "../http/index.js";
import type { Localised } from "../platform/index.js";
import type { Database, UnitOfWork } from "../platform/db/index.js";
import type { CaseFilesService } from "./create-case-files.js";

export interface CaseRoutesDeps {
  readonly db: Database;
  readonly cases: CaseFilesService;
  readonly client: CamundaClient;
  readonly files: Files;
  readonly documents: Pick<Documents, "listFor">;
  readonly history: History;
  /** Names of users by user name. */
  readonly displayNames: (tx: UnitOfWork, usernames: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Name of a role id for people. */
  readonly roleLabel: (role: string) => Localised | undefined;
  /** Keys of tasks that are completed here but may not be so in the engine yet. */
  readonly completedTasks: (tx: UnitOfWork, taskKeys: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** /cases, /cases/:id, its diagram, sheets and incidents. */
export declare function caseRoutes(deps: CaseRoutesDeps): AnyRoute[];
