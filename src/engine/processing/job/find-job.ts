import type { JobRow, Key } from "../../state/rows.js";
import { reject } from "../command-processor.js";
import type { Processing } from "../processing.js";

/** The open job of a command. @throws Rejected NOT_FOUND, or INVALID_STATE when an incident has to be resolved first. */
export function findJob(p: Processing, key: Key, verb: string): JobRow {
  const job =
    p.state.job(key) ?? reject("NOT_FOUND", `Expected to ${verb} job with key '${key}', but no such job was found`);
  return job;
}

/** The job, when a worker's result is welcome. */
export function findWorkableJob(p: Processing, key: Key, verb: string): JobRow {
  const job = findJob(p, key, verb);
  if (job.availability === "INCIDENT")
    reject("INVALID_STATE", `Expected to ${verb} job with key '${key}', but it is in state '${job.state}'`);
  return job;
}
