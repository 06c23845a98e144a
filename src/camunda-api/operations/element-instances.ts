import type {
  ActivateAdHocSubProcessActivitiesData,
  CreateElementInstanceVariablesData,
  ElementInstanceResult,
  GetElementInstanceData,
  SearchElementInstancesData,
} from "@camunda8/orchestration-cluster-api";
import type { ElementInstanceRow, JsonObject } from "../../engine/index.js";
import { present, run } from "../command.js";
import type { ApiContext } from "../context.js";
import type { Plain } from "../contract/plain.js";
import { json, noContent } from "../exchange.js";
import { toInstant, toInstantOrNull } from "../instant.js";
import { defineOperation, type Operation } from "../operation.js";
import { getRecord } from "../records.js";
import { field, timeField } from "../search/filter-field.js";
import { searchPage, type SearchDefinition } from "../search/record-search-page.js";

const elementInstanceResult = (row: ElementInstanceRow): Plain<ElementInstanceResult> => ({
  processDefinitionId: row.processDefinitionId,
  startDate: toInstant(row.startDate),
  endDate: toInstantOrNull(row.endDate),
  elementId: row.elementId,
  // The contract wants a name; an element without one is known by its id.
  elementName: row.elementName ?? row.elementId,
  // The engine writes only names of this list.
  type: row.type as ElementInstanceResult["type"],
  state: row.state,
  hasIncident: row.hasIncident,
  tenantId: row.tenantId,
  elementInstanceKey: row.elementInstanceKey,
  processInstanceKey: row.processInstanceKey,
  rootProcessInstanceKey: row.rootProcessInstanceKey,
  processDefinitionKey: row.processDefinitionKey,
  incidentKey: row.incidentKey,
});

const search: SearchDefinition<"element_instance", Plain<ElementInstanceResult>> = {
  table: "element_instance",
  filter: {
    processDefinitionId: field("processDefinitionId"),
    state: field("state"),
    type: field("type"),
    elementId: field("elementId"),
    elementName: field("elementName"),
    hasIncident: field("hasIncident"),
    tenantId: field("tenantId"),
    elementInstanceKey: field("elementInstanceKey"),
    processInstanceKey: field("processInstanceKey"),
    processDefinitionKey: field("processDefinitionKey"),
    incidentKey: field("incidentKey"),
    startDate: timeField("startDate"),
    endDate: timeField("endDate"),
    elementInstanceScopeKey: field("scopeKey"),
  },
  toItem: elementInstanceResult,
};

/** Operations on element instances. */
export const elementInstanceOperations = ({ engine, store }: ApiContext): readonly Operation[] => [
  defineOperation<ActivateAdHocSubProcessActivitiesData>({
    operationId: "activateAdHocSubProcessActivities",
    method: "POST",
    url: "/element-instances/ad-hoc-activities/{adHocSubProcessInstanceKey}/activation",
    handle: async ({ path, body }) => {
      const elements = body.elements.map(({ elementId, variables }) => ({
        elementId,
        // Parsed from JSON, so it is JSON.
        ...(variables === undefined ? {} : { variables: variables as JsonObject }),
      }));
      const cancelRemainingInstances = body.cancelRemainingInstances === true;
      const elementInstanceKey = path.adHocSubProcessInstanceKey;
      await run(engine, { type: "ad-hoc.activate", elementInstanceKey, elements, cancelRemainingInstances });
      return noContent();
    },
  }),
  defineOperation<SearchElementInstancesData>({
    operationId: "searchElementInstances",
    method: "POST",
    url: "/element-instances/search",
    handle: async ({ body }) => json(await searchPage(store, search, body)),
  }),
  defineOperation<GetElementInstanceData>({
    operationId: "getElementInstance",
    method: "GET",
    url: "/element-instances/{elementInstanceKey}",
    handle: async ({ path }) =>
      json(
        elementInstanceResult(await getRecord(store, "element_instance", path.elementInstanceKey, "Element instance")),
      ),
  }),
  defineOperation<CreateElementInstanceVariablesData>({
    operationId: "createElementInstanceVariables",
    method: "PUT",
    url: "/element-instances/{elementInstanceKey}/variables",
    handle: async ({ path, body }) => {
      await run(engine, {
        type: "variables.set",
        elementInstanceKey: path.elementInstanceKey,
        variables: body.variables as JsonObject,
        ...present({ local: body.local }),
      });
      return noContent();
    },
  }),
];
