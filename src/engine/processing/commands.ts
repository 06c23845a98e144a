import type { Command, CommandType } from "../protocol/commands.js";
import type { CommandProcessor } from "./command-processor.js";
import { createAdminRecord } from "./admin/create-admin-record.js";
import { deleteAdminRecord } from "./admin/delete-admin-record.js";
import { addMember, removeMember } from "./admin/members.js";
import { setUpAdministration } from "./admin/set-up-administration.js";
import { updateAdminRecord } from "./admin/update-admin-record.js";
import { createBatchOperation, steerBatchOperation } from "./batch/steer-batch-operation.js";
import { deleteDecisionInstance } from "./history/delete-decision-instance.js";
import { deleteProcessInstance } from "./history/delete-process-instance.js";
import { activateAdHoc } from "./activate-ad-hoc.js";
import { broadcastSignal } from "./broadcast-signal.js";
import { deleteResource } from "./definition/delete-resource.js";
import { evaluateConditionals } from "./evaluate-conditionals.js";
import { evaluateDecisionCommand } from "./evaluate-decision.js";
import { activateJobs } from "./job/activate-jobs.js";
import { completeJob } from "./job/complete-job.js";
import { failJob } from "./job/fail-job.js";
import { throwJobError } from "./job/throw-error.js";
import { updateJob } from "./job/update-job.js";
import { correlateMessage, publishMessage } from "./message/publish-message.js";
import { cancelProcessInstance } from "./process-instance/cancel-process-instance.js";
import { createProcessInstance } from "./process-instance/create-process-instance.js";
import { migrateProcessInstance } from "./process-instance/migrate-process-instance.js";
import { modifyProcessInstance } from "./process-instance/modify-process-instance.js";
import { setVariables } from "./process-instance/set-variables.js";
import { resolveIncident } from "./resolve-incident.js";
import { assignUserTask, unassignUserTask } from "./user-task/assign-user-task.js";
import { completeUserTask } from "./user-task/complete-user-task.js";
import { updateUserTask } from "./user-task/update-user-task.js";

type CommandOf<T extends CommandType> = Extract<Command, { readonly type: T }>;

/** How a command is processed, and how the API names what it wants. */
export interface CommandEntry<T extends CommandType> {
  readonly intent: string | ((command: CommandOf<T>) => string);
  readonly process: CommandProcessor<CommandOf<T>>;
}

/** Every command from outside except deployments, which are compiled first. */
export const COMMANDS: { readonly [T in Exclude<CommandType, "deployment.create">]: CommandEntry<T> } = {
  "resource.delete": { intent: "DELETE", process: deleteResource },
  "process-instance.create": { intent: "CREATE", process: createProcessInstance },
  "process-instance.cancel": { intent: "CANCEL", process: cancelProcessInstance },
  "process-instance.modify": { intent: "MODIFY", process: modifyProcessInstance },
  "process-instance.delete": { intent: "DELETE", process: deleteProcessInstance },
  "decision-instance.delete": { intent: "DELETE", process: deleteDecisionInstance },
  "batch-operation.create": { intent: "CREATE", process: createBatchOperation },
  "batch-operation.suspend": { intent: "SUSPEND", process: steerBatchOperation },
  "batch-operation.resume": { intent: "RESUME", process: steerBatchOperation },
  "batch-operation.cancel": { intent: "CANCEL", process: steerBatchOperation },
  "conditionals.evaluate": { intent: "EVALUATE", process: evaluateConditionals },
  "ad-hoc.activate": { intent: "ACTIVATE", process: activateAdHoc },
  "process-instance.migrate": { intent: "MIGRATE", process: migrateProcessInstance },
  "variables.set": { intent: "UPDATE", process: setVariables },
  "job.activate": { intent: "ACTIVATE", process: activateJobs },
  "job.complete": { intent: "COMPLETE", process: completeJob },
  "job.fail": { intent: "FAIL", process: failJob },
  "job.throw-error": { intent: "THROW_ERROR", process: throwJobError },
  "job.update": { intent: "UPDATE", process: updateJob },
  "user-task.assign": {
    intent: ({ allowOverride }) => (allowOverride === false ? "CLAIM" : "ASSIGN"),
    process: assignUserTask,
  },
  "user-task.unassign": { intent: "ASSIGN", process: unassignUserTask },
  "user-task.update": { intent: "UPDATE", process: updateUserTask },
  "user-task.complete": { intent: "COMPLETE", process: completeUserTask },
  "message.publish": { intent: "PUBLISH", process: publishMessage },
  "message.correlate": { intent: "CORRELATE", process: correlateMessage },
  "signal.broadcast": { intent: "BROADCAST", process: broadcastSignal },
  "incident.resolve": { intent: "RESOLVE", process: resolveIncident },
  "admin-record.create": { intent: "CREATE", process: createAdminRecord },
  "admin-record.update": { intent: "UPDATE", process: updateAdminRecord },
  "admin-record.delete": { intent: "DELETE", process: deleteAdminRecord },
  "member.add": { intent: "ADD_ENTITY", process: addMember },
  "member.remove": { intent: "REMOVE_ENTITY", process: removeMember },
  "administration.set-up": { intent: "INITIALIZE", process: setUpAdministration },
  "decision.evaluate": { intent: "EVALUATE", process: evaluateDecisionCommand },
};
