import type { Forms } from "../../forms/index.js";
import type { History } from "../../history/index.js";
import type { AnyRoute } from "../../http/index.js";
import type { Database } from "../../platform/db/index.js";
import type { StudioEngine } from "../engine-port.js";

export interface StudioDependencies {
  readonly db: Database;
  readonly engine: StudioEngine;
  readonly forms: Forms;
  readonly history: History;
}

export declare function studioRoutes(dependencies: StudioDependencies): AnyRoute[];
