import type { AnyRoute } from "../../http/index.js";
import type { Database, UnitOfWork } from "../../platform/db/index.js";
import type { History } from "../../history/index.js";
import type { StudioEngine } from "../engine-port.js";

export interface OperationsDependencies {
  readonly db: Database;
  readonly engine: StudioEngine;
  readonly history: History;
  /** Case files by their process instance keys, for the list. */
  readonly casesOf: (
    tx: UnitOfWork,
    processInstanceKeys: readonly string[],
  ) => Promise<ReadonlyMap<string, { readonly id: string; readonly reference: string }>>;
}

export declare function operationsRoutes(dependencies: OperationsDependencies): AnyRoute[];
