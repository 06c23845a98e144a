import type {
  DecisionInstanceGetQueryResult,
  DecisionInstanceResult,
  GetDecisionInstanceData,
  SearchDecisionInstancesData,
} from "@camunda8/orchestration-cluster-api";
import type { DecisionInstanceRow } from "../../engine/index.js";
import type { ApiContext } from "../context.js";
import type { Plain } from "../contract/plain.js";
import { json } from "../exchange.js";
import { toInstant } from "../instant.js";
import { defineOperation, type Operation } from "../operation.js";
import { getRecord } from "../records.js";
import { field, timeField, type FilterFields } from "../search/filter-field.js";
import { matchedRulesResult } from "./matched-rules.js";
import { searchPage, type SearchDefinition } from "../search/record-search-page.js";

const decisionInstanceResult = (row: DecisionInstanceRow): Plain<DecisionInstanceResult> => ({
  decisionDefinitionId: row.decisionDefinitionId,
  decisionDefinitionKey: row.decisionDefinitionKey,
  decisionDefinitionName: row.decisionDefinitionName,
  decisionDefinitionType: row.decisionDefinitionType,
  decisionDefinitionVersion: row.decisionDefinitionVersion,
  decisionEvaluationInstanceKey: row.decisionEvaluationInstanceKey,
  decisionEvaluationKey: row.decisionEvaluationKey,
  elementInstanceKey: row.elementInstanceKey,
  evaluationDate: toInstant(row.evaluationDate),
  evaluationFailure: row.evaluationFailure,
  processDefinitionKey: row.processDefinitionKey,
  processInstanceKey: row.processInstanceKey,
  result: row.result,
  rootDecisionDefinitionKey: row.rootDecisionDefinitionKey,
  rootProcessInstanceKey: row.rootProcessInstanceKey,
  state: row.state,
  tenantId: row.tenantId,
});

/** The engine keeps inputs and matched rules in the names of the API. */
const decisionInstanceDetails = (row: DecisionInstanceRow): Plain<DecisionInstanceGetQueryResult> => ({
  ...decisionInstanceResult(row),
  evaluatedInputs: row.evaluatedInputs as unknown as Plain<DecisionInstanceGetQueryResult>["evaluatedInputs"],
  matchedRules: matchedRulesResult(row.matchedRules),
});

/** Filter properties of evaluated decisions. */
export const decisionInstanceFilter: FilterFields<"decision_instance"> = {
  decisionEvaluationInstanceKey: field("decisionEvaluationInstanceKey"),
  state: field("state"),
  evaluationFailure: field("evaluationFailure"),
  evaluationDate: timeField("evaluationDate"),
  decisionDefinitionId: field("decisionDefinitionId"),
  decisionDefinitionName: field("decisionDefinitionName"),
  decisionDefinitionVersion: field("decisionDefinitionVersion"),
  decisionDefinitionType: field("decisionDefinitionType"),
  tenantId: field("tenantId"),
  decisionEvaluationKey: field("decisionEvaluationKey"),
  processDefinitionKey: field("processDefinitionKey"),
  processInstanceKey: field("processInstanceKey"),
  decisionDefinitionKey: field("decisionDefinitionKey"),
  elementInstanceKey: field("elementInstanceKey"),
  rootDecisionDefinitionKey: field("rootDecisionDefinitionKey"),
  decisionRequirementsKey: field("decisionRequirementsKey"),
};

const search: SearchDefinition<"decision_instance", Plain<DecisionInstanceResult>> = {
  table: "decision_instance",
  filter: decisionInstanceFilter,
  toItem: decisionInstanceResult,
};

/** Operations on evaluated decisions. */
export const decisionInstanceOperations = ({ store }: ApiContext): readonly Operation[] => [
  defineOperation<SearchDecisionInstancesData>({
    operationId: "searchDecisionInstances",
    method: "POST",
    url: "/decision-instances/search",
    handle: async ({ body }) => json(await searchPage(store, search, body)),
  }),
  defineOperation<GetDecisionInstanceData>({
    operationId: "getDecisionInstance",
    method: "GET",
    url: "/decision-instances/{decisionEvaluationInstanceKey}",
    handle: async ({ path }) =>
      json(
        decisionInstanceDetails(
          await getRecord(store, "decision_instance", path.decisionEvaluationInstanceKey, "Decision instance"),
        ),
      ),
  }),
];
