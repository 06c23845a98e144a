import type { CompleteJobCommand, JobResult } from "../../protocol/commands.js";
import type { JobRow } from "../../state/rows.js";
import { reject } from "../command-processor.js";
import type { Processing } from "../processing.js";
import { changesOf } from "./changeset.js";
import { answerListener, pendingTransition } from "./task-transition.js";

/** A task listener has answered. */
export function completeTaskListenerJob(p: Processing, job: JobRow, { variables, result }: CompleteJobCommand): void {
  const where = `(job key '${job.jobKey}', type '${job.type}', processInstanceKey '${job.processInstanceKey}')`;
  if (variables !== undefined && Object.keys(variables).length > 0) {
    reject(
      "INVALID_ARGUMENT",
      `Task Listener job completion with variables payload provided is not yet supported ${where}.`,
    );
  }
  const scope = p.state.scope(job.elementInstanceKey);
  const { denied, deniedReason, corrections } = userTaskResult(result);
  const { event } = pendingTransition(scope);
  if (denied && corrections !== undefined) {
    reject(
      "INVALID_ARGUMENT",
      `Expected to complete task listener job with corrections, but the job result is denied ${where}. The corrections would be reverted by the denial. Either complete the job with corrections without setting denied, or complete the job with a denied result but no corrections.`,
    );
  }
  if (denied && (event === "creating" || event === "canceling")) {
    reject(
      "INVALID_ARGUMENT",
      `Expected to complete task listener job without denying it, but a listener of '${event}' may not deny ${where}.`,
    );
  }
  p.emit({ t: "job.completed", key: job.jobKey, ...(denied ? { denied: deniedReason } : {}) });
  answerListener(p, scope, denied ? { denied: deniedReason } : { corrections: corrections ?? {} });
}

function userTaskResult(result: JobResult | undefined) {
  if (result?.type !== "userTask") return { denied: false, deniedReason: "", corrections: undefined };
  const { denied = false, deniedReason = "", corrections } = result;
  const changes = corrections === undefined ? undefined : changesOf(corrections);
  return {
    denied,
    deniedReason,
    corrections: changes !== undefined && Object.keys(changes).length > 0 ? changes : undefined,
  };
}
