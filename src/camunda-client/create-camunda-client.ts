import type { CamundaClient } from "./camunda-client.js";
import { connect, type EngineTarget } from "./connection.js";
import { definitionCalls } from "./definition-calls.js";
import { incidentCalls } from "./incident-calls.js";
import { jobCalls } from "./job-calls.js";
import { processCalls } from "./process-calls.js";
import { taskCalls } from "./task-calls.js";

export interface CamundaClientOptions {
  /** How long a read waits for what was just written; default 0 embedded, 5,000 ms on a cluster, whose searches lag behind. */
  readonly waitUpToMs?: number;
}

/** The one client to an engine. Nothing is opened before the first call. */
export const createCamundaClient = (target: EngineTarget, options: CamundaClientOptions = {}): CamundaClient => {
  const connection = connect(target, options.waitUpToMs ?? ("fetch" in target ? 0 : 5_000));
  return {
    ...processCalls(connection),
    ...definitionCalls(connection),
    ...taskCalls(connection),
    ...jobCalls(connection),
    ...incidentCalls(connection),
    async ping() {
      await connection.call("getTopology", (sdk) => sdk.getTopology({ retry: false }));
    },
  };
};
