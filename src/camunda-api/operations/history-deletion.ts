import type { DeleteDecisionInstanceData, DeleteProcessInstanceData } from "@camunda8/orchestration-cluster-api";
import { run } from "../command.js";
import type { ApiContext } from "../context.js";
import { noContent } from "../exchange.js";
import { defineOperation, type Operation } from "../operation.js";

/** Operations that remove what is finished. */
export const historyDeletionOperations = ({ engine }: ApiContext): readonly Operation[] => [
  defineOperation<DeleteProcessInstanceData>({
    operationId: "deleteProcessInstance",
    method: "POST",
    url: "/process-instances/{processInstanceKey}/deletion",
    handle: async ({ path }) => {
      const command = { type: "process-instance.delete", processInstanceKey: path.processInstanceKey } as const;
      // Slice by slice: others come in between.
      while ((await run(engine, command)).hasMore);
      return noContent();
    },
  }),
  defineOperation<DeleteDecisionInstanceData>({
    operationId: "deleteDecisionInstance",
    method: "POST",
    url: "/decision-instances/{decisionEvaluationKey}/deletion",
    handle: async ({ path }) => {
      await run(engine, { type: "decision-instance.delete", decisionEvaluationKey: path.decisionEvaluationKey });
      return noContent();
    },
  }),
];
