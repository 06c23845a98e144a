import type { EntityClass, MigrationClass } from "../../platform/db/index.js";
import { CreateFormVersion1764000003100 } from "./create-form-version.migration.js";
import { FormVersionRow } from "./form-version.entity.js";

/** TypeORM entities of this module. */
export const entities: readonly EntityClass[] = [FormVersionRow];
/** Its migrations, in order. */
export const migrations: readonly MigrationClass[] = [CreateFormVersion1764000003100];
