import type {
  DecisionDefinitionResult,
  DecisionRequirementsResult,
  EvaluateDecisionData,
  GetDecisionDefinitionData,
  GetDecisionDefinitionXmlData,
  GetDecisionRequirementsData,
  GetDecisionRequirementsXmlData,
  SearchDecisionDefinitionsData,
  SearchDecisionRequirementsData,
} from "@camunda8/orchestration-cluster-api";
import type { DecisionDefinitionRow, DecisionRequirementsRow, JsonObject } from "../../engine/index.js";
import { present, run, variablesOf } from "../command.js";
import type { ApiContext } from "../context.js";
import type { Plain } from "../contract/plain.js";
import { json, xml } from "../exchange.js";
import { defineOperation, type Operation } from "../operation.js";
import { getRecord } from "../records.js";
import { field } from "../search/filter-field.js";
import { matchedRulesResult } from "./matched-rules.js";
import { searchPage, type SearchDefinition } from "../search/record-search-page.js";

const decisionDefinitionResult = (row: DecisionDefinitionRow): Plain<DecisionDefinitionResult> => ({
  decisionDefinitionId: row.decisionDefinitionId,
  decisionDefinitionKey: row.decisionDefinitionKey,
  decisionRequirementsId: row.decisionRequirementsId,
  decisionRequirementsKey: row.decisionRequirementsKey,
  decisionRequirementsName: row.decisionRequirementsName,
  decisionRequirementsVersion: row.decisionRequirementsVersion,
  name: row.name,
  tenantId: row.tenantId,
  version: row.version,
});

const decisionRequirementsResult = (row: DecisionRequirementsRow): Plain<DecisionRequirementsResult> => ({
  decisionRequirementsId: row.decisionRequirementsId,
  decisionRequirementsKey: row.decisionRequirementsKey,
  decisionRequirementsName: row.decisionRequirementsName,
  resourceName: row.resourceName,
  tenantId: row.tenantId,
  version: row.version,
});

const definitions: SearchDefinition<"decision_definition", Plain<DecisionDefinitionResult>> = {
  table: "decision_definition",
  filter: {
    decisionDefinitionId: field("decisionDefinitionId"),
    name: field("name"),
    isLatestVersion: field("isLatestVersion"),
    version: field("version"),
    decisionRequirementsId: field("decisionRequirementsId"),
    tenantId: field("tenantId"),
    decisionDefinitionKey: field("decisionDefinitionKey"),
    decisionRequirementsKey: field("decisionRequirementsKey"),
    decisionRequirementsName: field("decisionRequirementsName"),
    decisionRequirementsVersion: field("decisionRequirementsVersion"),
  },
  toItem: decisionDefinitionResult,
};

const requirements: SearchDefinition<"decision_requirements", Plain<DecisionRequirementsResult>> = {
  table: "decision_requirements",
  filter: {
    decisionRequirementsName: field("decisionRequirementsName"),
    decisionRequirementsId: field("decisionRequirementsId"),
    decisionRequirementsKey: field("decisionRequirementsKey"),
    version: field("version"),
    tenantId: field("tenantId"),
    resourceName: field("resourceName"),
  },
  toItem: decisionRequirementsResult,
};

/** Operations on decisions and the files that define them. */
export const decisionOperations = ({ engine, store }: ApiContext): readonly Operation[] => [
  defineOperation<EvaluateDecisionData>({
    operationId: "evaluateDecision",
    method: "POST",
    url: "/decision-definitions/evaluation",
    handle: async ({ body }) => {
      const given = present({
        decisionDefinitionKey: "decisionDefinitionKey" in body ? body.decisionDefinitionKey : undefined,
        decisionDefinitionId: "decisionDefinitionId" in body ? body.decisionDefinitionId : undefined,
      });
      const result = await run(engine, { type: "decision.evaluate", ...given, ...variablesOf(body) });
      const evaluatedDecisions = result.evaluatedDecisions.map((decision) => ({
        ...decision,
        matchedRules: matchedRulesResult(decision["matchedRules"] as readonly JsonObject[]),
      }));
      return json({ ...result, evaluatedDecisions, decisionInstanceKey: result.decisionEvaluationKey });
    },
  }),
  defineOperation<SearchDecisionDefinitionsData>({
    operationId: "searchDecisionDefinitions",
    method: "POST",
    url: "/decision-definitions/search",
    handle: async ({ body }) => json(await searchPage(store, definitions, body)),
  }),
  defineOperation<GetDecisionDefinitionData>({
    operationId: "getDecisionDefinition",
    method: "GET",
    url: "/decision-definitions/{decisionDefinitionKey}",
    handle: async ({ path }) =>
      json(
        decisionDefinitionResult(
          await getRecord(store, "decision_definition", path.decisionDefinitionKey, "Decision definition"),
        ),
      ),
  }),
  defineOperation<GetDecisionDefinitionXmlData>({
    operationId: "getDecisionDefinitionXml",
    method: "GET",
    url: "/decision-definitions/{decisionDefinitionKey}/xml",
    produces: "xml",
    handle: async ({ path }) => {
      const decision = await getRecord(store, "decision_definition", path.decisionDefinitionKey, "Decision definition");
      return xml(
        (await getRecord(store, "decision_requirements", decision.decisionRequirementsKey, "Decision requirements"))
          .xml,
      );
    },
  }),
  defineOperation<SearchDecisionRequirementsData>({
    operationId: "searchDecisionRequirements",
    method: "POST",
    url: "/decision-requirements/search",
    handle: async ({ body }) => json(await searchPage(store, requirements, body)),
  }),
  defineOperation<GetDecisionRequirementsData>({
    operationId: "getDecisionRequirements",
    method: "GET",
    url: "/decision-requirements/{decisionRequirementsKey}",
    handle: async ({ path }) =>
      json(
        decisionRequirementsResult(
          await getRecord(store, "decision_requirements", path.decisionRequirementsKey, "Decision requirements"),
        ),
      ),
  }),
  defineOperation<GetDecisionRequirementsXmlData>({
    operationId: "getDecisionRequirementsXml",
    method: "GET",
    url: "/decision-requirements/{decisionRequirementsKey}/xml",
    produces: "xml",
    handle: async ({ path }) =>
      xml((await getRecord(store, "decision_requirements", path.decisionRequirementsKey, "Decision requirements")).xml),
  }),
];
