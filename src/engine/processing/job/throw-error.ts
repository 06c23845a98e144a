import type { ThrowJobErrorCommand } from "../../protocol/commands.js";
import { excerpt, MAX_ID_LENGTH } from "../../text-bounds.js";
import { type CommandProcessor, reject } from "../command-processor.js";
import { catchThrown, findCatch, uncaughtMessage } from "../errors.js";
import { raiseIncident } from "../lifecycle.js";
import { findWorkableJob } from "./find-job.js";

/** A worker throws a BPMN error: the diagram has a path for it, or an operator has to look. */
export const throwJobError: CommandProcessor<ThrowJobErrorCommand> = (
  { jobKey, errorCode, errorMessage = "", variables },
  p,
) => {
  if (errorCode.length > MAX_ID_LENGTH)
    reject(
      "INVALID_ARGUMENT",
      `Expected an error code of at most ${MAX_ID_LENGTH} characters, but '${excerpt(errorCode)}' has ${errorCode.length}`,
    );
  const job = findWorkableJob(p, jobKey, "throw an error for");
  if (job.kind !== "BPMN_ELEMENT" && job.kind !== "AD_HOC_SUB_PROCESS")
    reject(
      "INVALID_STATE",
      `Expected to throw an error for a job of an element, but job with key '${jobKey}' is of kind ${job.kind}`,
    );
  const scope = p.state.scope(job.elementInstanceKey);
  const found = findCatch(p, scope, "error", errorCode);
  p.emit({ t: "job.error-thrown", key: jobKey, code: errorCode, message: errorMessage, caught: found !== undefined });
  if (found !== undefined) catchThrown(p, found, variables ?? {});
  else raiseIncident(p, scope, "UNHANDLED_ERROR_EVENT", uncaughtMessage(errorCode, errorMessage), "job", jobKey);
  return null;
};
