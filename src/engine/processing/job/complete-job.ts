import type { CompleteJobCommand } from "../../protocol/commands.js";
import type { CommandProcessor } from "../command-processor.js";
import { completeTaskListenerJob } from "../user-task/complete-task-listener-job.js";
import { completeAdHocJob } from "./complete-ad-hoc-job.js";
import { findWorkableJob } from "./find-job.js";

/** A worker reports success: close the job and let its element go on. */
export const completeJob: CommandProcessor<CompleteJobCommand> = (command, p) => {
  const { jobKey, variables } = command;
  const job = findWorkableJob(p, jobKey, "complete");
  if (job.kind === "TASK_LISTENER") {
    completeTaskListenerJob(p, job, command);
    return null;
  }
  if (job.kind === "AD_HOC_SUB_PROCESS") {
    completeAdHocJob(p, job, variables ?? {}, command.result);
    return null;
  }
  p.emit({ t: "job.completed", key: jobKey });
  const { elementInstanceKey: key, kind, listenerEventType: phase } = job;
  if (kind === "EXECUTION_LISTENER" && (phase === "START" || phase === "END"))
    p.later({ step: "listener-answered", key, phase, variables: variables ?? {} });
  else p.later({ step: "complete", key, variables: variables ?? {} });
  return null;
};
