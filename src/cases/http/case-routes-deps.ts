import type { CamundaClient } from "../../camunda-client/index.js";
import type { Documents } from "../../documents/index.js";
import type { Files } from "../../files/index.js";
import type { History } from "../../history/index.js";
import type { Users } from "../../identity/index.js";
import type { Localised } from "../../platform/index.js";
import type { Database, UnitOfWork } from "../../platform/db/index.js";
import type { CaseFilesService } from "../create-case-files.js";

export interface CaseRoutesDeps {
  readonly db: Database;
  readonly cases: CaseFilesService;
  readonly client: CamundaClient;
  readonly files: Files;
  readonly documents: Pick<Documents, "pageFor">;
  readonly history: History;
  readonly users: Pick<Users, "contacts">;
  /** Name of a role id for people. */
  readonly roleLabel: (role: string) => Localised;
  /** Keys of tasks that are completed here but may not be so in the engine yet. */
  readonly completedTasks: (tx: UnitOfWork, taskKeys: readonly string[]) => Promise<ReadonlySet<string>>;
}
