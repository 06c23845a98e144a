import type { CompleteJobCommand } from "../../protocol/commands.js";
import type { CommandProcessor } from "../command-processor.js";
import { findWorkableJob } from "./find-job.js";

/** A worker reports success: close the job and let its element go on. */
export const completeJob: CommandProcessor<CompleteJobCommand> = ({ jobKey, variables }, p) => {
  const job = findWorkableJob(p, jobKey, "complete");
  p.emit({ t: "job.completed", key: jobKey });
  const { elementInstanceKey: key, kind, listenerEventType: phase } = job;
  if (kind === "EXECUTION_LISTENER" && (phase === "START" || phase === "END"))
    p.later({ step: "listener-answered", key, phase, variables: variables ?? {} });
  else p.later({ step: "complete", key, variables: variables ?? {} });
  return null;
};
