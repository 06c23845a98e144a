import type { EntityClass, MigrationClass } from "../../platform/db/index.js";
import { CreateProcessApp1764000003300 } from "./create-process-app.migration.js";
import { ProcessAppRow } from "./process-app.entity.js";

/** TypeORM entities of this module. */
export const entities: readonly EntityClass[] = [ProcessAppRow];
/** Its migrations, in order. */
export const migrations: readonly MigrationClass[] = [CreateProcessApp1764000003300];
