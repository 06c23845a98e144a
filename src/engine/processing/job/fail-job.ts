import type { FailJobCommand } from "../../protocol/commands.js";
import type { IncidentErrorType, JobKind } from "../../state/rows.js";
import type { CommandProcessor } from "../command-processor.js";
import { raiseIncident } from "../lifecycle.js";
import { setAllLocal } from "../variables.js";
import { findWorkableJob } from "./find-job.js";

/** Type of the incident, by who asked for the job. */
const NO_RETRIES: Readonly<Record<JobKind, IncidentErrorType>> = {
  BPMN_ELEMENT: "JOB_NO_RETRIES",
  EXECUTION_LISTENER: "EXECUTION_LISTENER_NO_RETRIES",
  TASK_LISTENER: "TASK_LISTENER_NO_RETRIES",
  AD_HOC_SUB_PROCESS: "AD_HOC_SUB_PROCESS_NO_RETRIES",
};

/** A worker reports failure. Without retries left the job waits for an incident to be resolved. */
export const failJob: CommandProcessor<FailJobCommand> = (
  { jobKey, retries = 0, errorMessage = "", retryBackOff = 0, variables },
  p,
) => {
  const job = findWorkableJob(p, jobKey, "fail");
  const scope = p.state.scope(job.elementInstanceKey);
  const backoffUntil = retries > 0 && retryBackOff > 0 ? p.now + retryBackOff : null;
  p.emit({ t: "job.failed", key: jobKey, retries, message: errorMessage, backoffUntil });
  if (variables !== undefined) setAllLocal(p, scope, variables);
  if (retries <= 0)
    raiseIncident(
      p,
      scope,
      NO_RETRIES[job.kind],
      errorMessage === "" ? "No more retries left." : errorMessage,
      "job",
      jobKey,
    );
  return null;
};
