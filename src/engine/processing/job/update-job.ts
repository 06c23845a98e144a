import type { UpdateJobCommand } from "../../protocol/commands.js";
import { type CommandProcessor, reject } from "../command-processor.js";
import { findJob } from "./find-job.js";

/** Gives a job other retries or another deadline, counted from now. */
export const updateJob: CommandProcessor<UpdateJobCommand> = ({ jobKey, retries, timeout }, p) => {
  const job = findJob(p, jobKey, "update");
  if (retries !== undefined && retries < 1)
    reject(
      "INVALID_ARGUMENT",
      `Expected to update job with key '${jobKey}' with a positive amount of retries, but the amount given was '${retries}'`,
    );
  if (timeout !== undefined && job.availability !== "ACTIVATED") {
    reject("INVALID_STATE", `Expected to update the timeout of job with key '${jobKey}', but it is not active`);
  }
  if (retries !== undefined) p.emit({ t: "job.retries-updated", key: jobKey, retries });
  if (timeout !== undefined) p.emit({ t: "job.deadline-updated", key: jobKey, deadline: p.now + timeout });
  return null;
};
