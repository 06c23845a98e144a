import { CaseFileEntity } from "./case-file.entity.js";
import { CaseScopeEntity } from "./case-scope.entity.js";
import { CreateCaseFile1764000002003 } from "./create-case-file.migration.js";

/** TypeORM entities of this module. */
export const entities: readonly (new () => object)[] = [CaseFileEntity, CaseScopeEntity];
/** Its migrations, in order. */
export const migrations: readonly (new () => object)[] = [CreateCaseFile1764000002003];
