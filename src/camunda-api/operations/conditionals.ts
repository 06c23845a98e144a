import type { EvaluateConditionalsData } from "@camunda8/orchestration-cluster-api";
import { present, run, variablesOf } from "../command.js";
import type { ApiContext } from "../context.js";
import { json } from "../exchange.js";
import { defineOperation, type Operation } from "../operation.js";

/** Operations on conditional start events. */
export const conditionalOperations = ({ engine }: ApiContext): readonly Operation[] => [
  defineOperation<EvaluateConditionalsData>({
    operationId: "evaluateConditionals",
    method: "POST",
    url: "/conditionals/evaluation",
    handle: async ({ body }) => {
      const { processDefinitionKey, tenantId } = body;
      const { variables = {} } = variablesOf(body);
      const chosen = present({ processDefinitionKey, tenantId });
      return json(await run(engine, { type: "conditionals.evaluate", variables, ...chosen }));
    },
  }),
];
