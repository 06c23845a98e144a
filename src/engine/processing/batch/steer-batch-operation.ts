import type {
  CreateBatchOperationCommand,
  CreatedBatchOperation,
  SteerBatchOperationCommand,
} from "../../protocol/history-commands.js";
import type { Actor } from "../../state/actor.js";
import type { BatchOperationRow, BatchOperationState } from "../../state/batch-rows.js";
import { type CommandProcessor, reject } from "../command-processor.js";
import type { Processing } from "../processing.js";

/** Makes a batch operation; its items are looked for in the background. */
export const createBatchOperation: CommandProcessor<CreateBatchOperationCommand> = (
  { batchOperationType, filter, plan = {} },
  p,
) => startBatchOperation(p, { batchOperationType, filter, plan });

/** Makes a batch operation on behalf of the command's sender. */
export function startBatchOperation(
  p: Processing,
  wanted: Pick<BatchOperationRow, "batchOperationType" | "filter" | "plan">,
): CreatedBatchOperation {
  const batchOperationKey = p.newKey();
  const actor: Actor | undefined = p.actor;
  p.emit({
    t: "batch-operation.created",
    row: {
      ...wanted,
      batchOperationKey,
      state: "CREATED",
      startDate: null,
      endDate: null,
      actorType: actor?.actorType ?? null,
      actorId: actor?.actorId ?? null,
      operationsTotalCount: 0,
      operationsFailedCount: 0,
      operationsCompletedCount: 0,
      errors: [],
      cursor: "",
      open: true,
      dueAt: p.now,
    },
  });
  return { batchOperationKey, batchOperationType: wanted.batchOperationType };
}

const EVENTS = {
  "batch-operation.suspend": { t: "batch-operation.suspended", verb: "suspend", from: ["CREATED", "ACTIVE"] },
  "batch-operation.resume": { t: "batch-operation.resumed", verb: "resume", from: ["SUSPENDED"] },
  "batch-operation.cancel": {
    t: "batch-operation.canceled",
    verb: "cancel",
    from: ["CREATED", "ACTIVE", "SUSPENDED"],
  },
} as const;

/** Suspends, resumes or cancels a batch operation. What is done with its items already stays done. */
export function steerBatchOperation({ type, batchOperationKey }: SteerBatchOperationCommand, p: Processing): null {
  const { t, verb, from } = EVENTS[type];
  const found = p.state.batchOperation(batchOperationKey);
  if (found === undefined)
    return reject(
      "NOT_FOUND",
      `Expected to ${verb} a batch operation with key '${batchOperationKey}', but no such batch operation was found`,
    );
  if (!(from as readonly BatchOperationState[]).includes(found.state))
    reject(
      "INVALID_STATE",
      `Expected to ${verb} a batch operation with key '${batchOperationKey}', but it is in state '${found.state}'`,
    );
  p.emit({ t, key: batchOperationKey });
  return null;
}
