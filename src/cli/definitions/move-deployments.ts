import { type CamundaClient, isEngineError } from "../../camunda-client/index.js";
import type { MovableDeployment, MovedProcess } from "./read-deployments.js";

/** The calls that moving needs. */
export type DefinitionTarget = Pick<CamundaClient, "deploy" | "versionsOf" | "definitionXml">;

/** What became of one deployment. */
export interface Moved {
  readonly deployment: MovableDeployment;
  readonly outcome: "moved" | "there" | "refused";
  /** Versions at the other engine by process id, when it took them now. */
  readonly versions: ReadonlyMap<string, number>;
  /** The other engine's words, when it refused. */
  readonly reason: string;
}

/** Whether the other engine has the process as it is here: the newest one as its newest. */
const isThere = async (target: DefinitionTarget, process: MovedProcess): Promise<boolean> => {
  const versions = await target.versionsOf(process.id);
  for (const { key } of process.isNewest ? versions.slice(0, 1) : versions)
    if ((await target.definitionXml(key)) === process.xml) return true;
  return false;
};

const areThere = async (target: DefinitionTarget, processes: readonly MovedProcess[]): Promise<boolean> => {
  for (const process of processes) if (!(await isThere(target, process))) return false;
  // Decisions and forms alone are sent again: the same content makes no new version.
  return processes.length > 0;
};

const NONE: ReadonlyMap<string, number> = new Map();

/**
 * Deploys one deployment after the other, so that the newest version here becomes the newest there. What is refused does not
 * keep the rest from going.
 *
 * @throws {EngineError} UNAVAILABLE when the other engine does not answer.
 */
export async function* moveDeployments(
  deployments: readonly MovableDeployment[],
  target: DefinitionTarget,
): AsyncGenerator<Moved> {
  /** Processes that got a version in this run: a search of the other engine may not show it yet. */
  const sent = new Set<string>();
  for (const deployment of deployments) {
    const { processes, resources } = deployment;
    const isUntouched = processes.every(({ id }) => !sent.has(id));
    if (isUntouched && (await areThere(target, processes))) {
      yield { deployment, outcome: "there", versions: NONE, reason: "" };
      continue;
    }
    try {
      const deployed = await target.deploy(resources);
      for (const { id } of processes) sent.add(id);
      const versions = new Map(deployed.processes.map(({ id, version }) => [id, version]));
      yield { deployment, outcome: "moved", versions, reason: "" };
    } catch (error) {
      if (!isEngineError(error, "BAD_REQUEST")) throw error;
      yield { deployment, outcome: "refused", versions: NONE, reason: error.message };
    }
  }
}
