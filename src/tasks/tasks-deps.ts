import type { CamundaClient } from "../camunda-client/index.js";
import type { CaseFilesService } from "../cases/index.js";
import type { Files } from "../files/index.js";
import type { Forms } from "../forms/index.js";
import type { History } from "../history/index.js";
import type { OutboxService } from "../outbox/index.js";
import type { Clock, IdGenerator, Logger } from "../platform/index.js";
import type { Database, UnitOfWork } from "../platform/db/index.js";

/** A person as the task list names one. */
export interface TaskPerson {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
}

/** Who is who; identity fulfils it. */
export interface TaskPeople {
  byUsernames(tx: UnitOfWork, usernames: readonly string[]): Promise<ReadonlyMap<string, TaskPerson>>;
  /** Active users that hold one of these groups (`role` or `role@scopeId`), by name; at most `limit`. */
  inGroups(tx: UnitOfWork, groups: readonly string[], search: string, limit: number): Promise<readonly TaskPerson[]>;
}

export interface TasksDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly logger: Logger;
  readonly client: CamundaClient;
  readonly cases: CaseFilesService;
  readonly files: Pick<Files, "find" | "claim" | "hold">;
  readonly forms: Pick<Forms, "has" | "at" | "current" | "validate">;
  readonly history: History;
  readonly outbox: OutboxService;
  readonly people: TaskPeople;
  /** Dates (YYYY-MM-DD) that are no working days besides Saturdays and Sundays. */
  readonly holidays: (tx: UnitOfWork) => Promise<readonly string[]>;
}
