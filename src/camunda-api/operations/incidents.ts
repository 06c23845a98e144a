import type {
  GetIncidentData,
  IncidentResult,
  ResolveIncidentData,
  SearchElementInstanceIncidentsData,
  SearchIncidentsData,
} from "@camunda8/orchestration-cluster-api";
import type { IncidentRow } from "../../engine/index.js";
import { run } from "../command.js";
import type { ApiContext } from "../context.js";
import type { Plain } from "../contract/plain.js";
import { json, noContent } from "../exchange.js";
import { toInstant } from "../instant.js";
import { defineOperation, type Operation } from "../operation.js";
import { getRecord } from "../records.js";
import { field, timeField } from "../search/filter-field.js";
import { searchPage, type SearchDefinition } from "../search/record-search-page.js";

const incidentResult = (row: IncidentRow): Plain<IncidentResult> => ({
  processDefinitionId: row.processDefinitionId,
  errorType: row.errorType,
  errorMessage: row.errorMessage,
  elementId: row.elementId,
  creationTime: toInstant(row.creationTime),
  state: row.state,
  tenantId: row.tenantId,
  incidentKey: row.incidentKey,
  processDefinitionKey: row.processDefinitionKey,
  processInstanceKey: row.processInstanceKey,
  rootProcessInstanceKey: row.rootProcessInstanceKey,
  elementInstanceKey: row.elementInstanceKey,
  jobKey: row.jobKey,
});

/** Search over incidents. */
export const incidentSearch: SearchDefinition<"incident", Plain<IncidentResult>> = {
  table: "incident",
  filter: {
    processDefinitionId: field("processDefinitionId"),
    errorType: field("errorType"),
    errorMessage: field("errorMessage"),
    elementId: field("elementId"),
    creationTime: timeField("creationTime"),
    state: field("state"),
    tenantId: field("tenantId"),
    incidentKey: field("incidentKey"),
    processDefinitionKey: field("processDefinitionKey"),
    processInstanceKey: field("processInstanceKey"),
    elementInstanceKey: field("elementInstanceKey"),
    jobKey: field("jobKey"),
  },
  toItem: incidentResult,
};

/** Operations on incidents. */
export const incidentOperations = ({ engine, store }: ApiContext): readonly Operation[] => [
  defineOperation<SearchIncidentsData>({
    operationId: "searchIncidents",
    method: "POST",
    url: "/incidents/search",
    handle: async ({ body }) => json(await searchPage(store, incidentSearch, body)),
  }),
  defineOperation<GetIncidentData>({
    operationId: "getIncident",
    method: "GET",
    url: "/incidents/{incidentKey}",
    handle: async ({ path }) => json(incidentResult(await getRecord(store, "incident", path.incidentKey, "Incident"))),
  }),
  defineOperation<ResolveIncidentData>({
    operationId: "resolveIncident",
    method: "POST",
    url: "/incidents/{incidentKey}/resolution",
    handle: async ({ path }) => {
      await run(engine, { type: "incident.resolve", incidentKey: path.incidentKey });
      return noContent();
    },
  }),
  defineOperation<SearchElementInstanceIncidentsData>({
    operationId: "searchElementInstanceIncidents",
    method: "POST",
    url: "/element-instances/{elementInstanceKey}/incidents/search",
    handle: async ({ path, body }) => {
      const { elementInstanceKey } = await getRecord(
        store,
        "element_instance",
        path.elementInstanceKey,
        "Element instance",
      );
      return json(
        await searchPage(store, incidentSearch, body, {
          kind: "compare",
          column: "elementInstanceKey",
          by: "eq",
          value: elementInstanceKey,
        }),
      );
    },
  }),
];
