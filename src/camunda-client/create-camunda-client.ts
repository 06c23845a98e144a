import type { CamundaClient } from "./camunda-client.js";

/** Where the engine is: a cluster's address, or a function inside this process. */
export type EngineTarget =
  | { readonly url: string; readonly auth?: { readonly user: string; readonly password: string } }
  | { readonly fetch: (request: Request) => Promise<Response> };

export interface CamundaClientOptions {
  /** How long a read waits for what was just written; 0 embedded, 5,000 ms on a cluster. */
  readonly waitUpToMs?: number;
}

export declare function createCamundaClient(target: EngineTarget, options?: CamundaClientOptions): CamundaClient;
