import type { Clock, Logger } from "../platform/index.js";
import type { Database } from "../platform/db/index.js";
import type { Forms } from "./forms.js";

export interface FormsDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly logger: Logger;
}

export declare function createForms(dependencies: FormsDependencies): Forms;
