import type { Key, UserTaskRow } from "../../state/rows.js";
import { reject } from "../command-processor.js";
import type { Processing } from "../processing.js";

/** The user task of a command, free to be changed. @throws Rejected NOT_FOUND or INVALID_STATE. */
export function findUserTask(p: Processing, key: Key, verb: string): UserTaskRow {
  const task =
    p.state.userTask(key) ??
    reject("NOT_FOUND", `Expected to ${verb} user task with key '${key}', but no such user task was found`);
  if (task.state !== "CREATED")
    reject("INVALID_STATE", `Expected to ${verb} user task with key '${key}', but it is in state '${task.state}'`);
  return task;
}
