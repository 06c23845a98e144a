import type { MoveInstruction, MigrateProcessInstanceCommand } from "../../protocol/commands.js";
import type { BatchOperationItemRow, BatchOperationRow, BatchOperationType } from "../../state/batch-rows.js";
import { auditedAs } from "../audit/audited.js";
import type { CommandProcessor } from "../command-processor.js";
import { deleteDecisionInstance } from "../history/delete-decision-instance.js";
import { deleteProcessInstance } from "../history/delete-process-instance.js";
import { cancelProcessInstance } from "../process-instance/cancel-process-instance.js";
import { migrateProcessInstance } from "../process-instance/migrate-process-instance.js";
import { modifyProcessInstance } from "../process-instance/modify-process-instance.js";
import type { Processing } from "../processing.js";
import { resolveIncident } from "../resolve-incident.js";
import type { Command, CommandResults } from "../../protocol/commands.js";

/** Does the work of an item, or a part of it: "more" when it is to be done again. */
type ItemAction = (p: Processing, item: BatchOperationItemRow, batch: BatchOperationRow) => unknown;

/** The command is recorded as one of the batch operation and of whoever started it. */
function run<C extends Command>(
  p: Processing,
  batch: BatchOperationRow,
  command: C,
  process: CommandProcessor<C>,
): CommandResults[C["type"]] {
  const { actorType, actorId, batchOperationKey, batchOperationType } = batch;
  if (actorType === null) return process(command, p);
  return auditedAs({ actorType, actorId, batchOperationKey, batchOperationType }, command, process, p);
}

const deleteInstance: ItemAction = (p, { itemKey }, batch) => {
  const command = { type: "process-instance.delete", processInstanceKey: itemKey } as const;
  return run(p, batch, command, deleteProcessInstance).hasMore ? "more" : "done";
};

const deleteDecision: ItemAction = (p, { itemKey }, batch) =>
  run(p, batch, { type: "decision-instance.delete", decisionEvaluationKey: itemKey }, deleteDecisionInstance);

/** What each type of batch operation does with an item. */
export const ITEM_ACTIONS: Readonly<Record<BatchOperationType, ItemAction>> = {
  CANCEL_PROCESS_INSTANCE: (p, { itemKey }, batch) =>
    run(p, batch, { type: "process-instance.cancel", processInstanceKey: itemKey }, cancelProcessInstance),
  DELETE_PROCESS_INSTANCE: deleteInstance,
  DELETE_PROCESS_DEFINITION: deleteInstance,
  DELETE_DECISION_INSTANCE: deleteDecision,
  DELETE_DECISION_DEFINITION: deleteDecision,
  RESOLVE_INCIDENT: (p, { itemKey }, batch) => {
    giveRetry(p, itemKey);
    run(p, batch, { type: "incident.resolve", incidentKey: itemKey }, resolveIncident);
  },
  MIGRATE_PROCESS_INSTANCE: (p, { itemKey }, batch) => {
    const plan = batch.plan as unknown as Pick<
      MigrateProcessInstanceCommand,
      "targetProcessDefinitionKey" | "mappingInstructions"
    >;
    run(p, batch, { ...plan, type: "process-instance.migrate", processInstanceKey: itemKey }, migrateProcessInstance);
  },
  MODIFY_PROCESS_INSTANCE: (p, { itemKey }, batch) => {
    const { moveInstructions } = batch.plan as unknown as { readonly moveInstructions: readonly MoveInstruction[] };
    run(
      p,
      batch,
      { type: "process-instance.modify", processInstanceKey: itemKey, moveInstructions },
      modifyProcessInstance,
    );
  },
};

/** A job that has used up its retries gets one: whoever resolves many incidents wants their jobs to be tried again. */
function giveRetry(p: Processing, incidentKey: string): void {
  const jobKey = p.state.incident(incidentKey)?.jobKey ?? null;
  const job = jobKey === null ? undefined : p.state.job(jobKey);
  if (job !== undefined && job.retries <= 0) p.emit({ t: "job.retries-updated", key: job.jobKey, retries: 1 });
}
