import type { Forms } from "../forms/index.js";
import type { Clock, Logger } from "../platform/index.js";
import type { Database } from "../platform/db/index.js";
import type { ProcessApp } from "./process-app.js";

export interface DeploymentDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly forms: Forms;
  /** Deploys resources to the engine together. */
  readonly deploy: (resources: readonly { readonly name: string; readonly content: string }[]) => Promise<unknown>;
}

/** What a start changed, per app. */
export interface DeploymentOutcome {
  readonly app: string;
  /** Names of the diagrams and decisions sent to the engine; empty when nothing had changed. */
  readonly deployed: readonly string[];
  /** `<app>/<form>@<version>` of forms published anew. */
  readonly forms: readonly string[];
}

export declare function deployProcessApps(
  dependencies: DeploymentDependencies,
  apps: readonly ProcessApp[],
): Promise<readonly DeploymentOutcome[]>;
