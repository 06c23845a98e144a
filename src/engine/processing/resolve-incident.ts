import type { ResolveIncidentCommand } from "../protocol/commands.js";
import { type CommandProcessor, reject } from "./command-processor.js";

/** Does the failed step again; a job becomes activatable again, if it has retries. */
export const resolveIncident: CommandProcessor<ResolveIncidentCommand> = ({ incidentKey }, p) => {
  const incident = p.state.incident(incidentKey);
  if (incident === undefined)
    return reject(
      "NOT_FOUND",
      `Expected to resolve incident with key '${incidentKey}', but no such incident was found`,
    );
  const { jobKey, elementInstanceKey, step } = incident;
  const job = jobKey === null ? undefined : p.state.job(jobKey);
  if (job !== undefined && job.retries <= 0) {
    reject(
      "INVALID_STATE",
      `Expected to resolve incident with key '${incidentKey}', but job with key '${job.jobKey}' has no retries left. Please update the job retries and retry resolving the incident`,
    );
  }
  p.emit({ t: "incident.resolved", key: incidentKey });
  if (job !== undefined) p.emit({ t: "job.reopened", key: job.jobKey });
  else if (step === "task-listener") p.later({ step: "restart-transition", key: elementInstanceKey });
  else p.later({ step: step === "complete" ? "complete" : "activate", key: elementInstanceKey });
  return null;
};
