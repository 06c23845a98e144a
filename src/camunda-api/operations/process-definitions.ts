import type {
  GetProcessDefinitionData,
  GetProcessDefinitionStatisticsData,
  GetProcessDefinitionXmlData,
  GetStartProcessFormData,
  ProcessDefinitionResult,
  SearchProcessDefinitionsData,
} from "@camunda8/orchestration-cluster-api";
import type { ProcessDefinitionRow } from "../../engine/index.js";
import type { ApiContext, RecordStore } from "../context.js";
import type { Plain } from "../contract/plain.js";
import { json, noContent, xml } from "../exchange.js";
import { defineOperation, type Operation } from "../operation.js";
import { notFound } from "../problem.js";
import { getRecord } from "../records.js";
import { filterCondition } from "../search/filter-condition.js";
import { field } from "../search/filter-field.js";
import { searchPage, type SearchDefinition } from "../search/record-search-page.js";
import { elementStatistics } from "./element-statistics.js";
import { formResult, startFormOf } from "./forms.js";
import { instanceFilter } from "./process-instance-search.js";

const processDefinitionResult = (row: ProcessDefinitionRow): Plain<ProcessDefinitionResult> => ({
  name: row.name,
  resourceName: row.resourceName,
  version: row.version,
  versionTag: row.versionTag,
  processDefinitionId: row.processDefinitionId,
  tenantId: row.tenantId,
  processDefinitionKey: row.processDefinitionKey,
  hasStartForm: row.hasStartForm,
  state: row.state,
});

const search: SearchDefinition<"process_definition", Plain<ProcessDefinitionResult>> = {
  table: "process_definition",
  filter: {
    name: field("name"),
    isLatestVersion: field("isLatestVersion"),
    resourceName: field("resourceName"),
    version: field("version"),
    versionTag: field("versionTag"),
    processDefinitionId: field("processDefinitionId"),
    tenantId: field("tenantId"),
    processDefinitionKey: field("processDefinitionKey"),
    hasStartForm: field("hasStartForm"),
    state: field("state"),
  },
  toItem: processDefinitionResult,
};

const ENTITY = "Process definition";

async function hasInstances(store: RecordStore, { processDefinitionKey }: ProcessDefinitionRow): Promise<boolean> {
  const rows = await store.select({ table: "process_instance", equals: { processDefinitionKey }, limit: 1 });
  return rows.length > 0;
}

/** Operations on deployed processes. */
export const processDefinitionOperations = ({ store }: ApiContext): readonly Operation[] => [
  defineOperation<SearchProcessDefinitionsData>({
    operationId: "searchProcessDefinitions",
    method: "POST",
    url: "/process-definitions/search",
    handle: async ({ body }) => json(await searchPage(store, search, body)),
  }),
  defineOperation<GetProcessDefinitionData>({
    operationId: "getProcessDefinition",
    method: "GET",
    url: "/process-definitions/{processDefinitionKey}",
    handle: async ({ path }) => {
      const row = await getRecord(store, "process_definition", path.processDefinitionKey, ENTITY);
      // A deleted definition is shown for as long as there are instances of it, open or finished.
      if (row.state === "DELETED" && !(await hasInstances(store, row)))
        throw notFound(ENTITY, path.processDefinitionKey);
      return json(processDefinitionResult(row));
    },
  }),
  defineOperation<GetProcessDefinitionXmlData>({
    operationId: "getProcessDefinitionXml",
    method: "GET",
    url: "/process-definitions/{processDefinitionKey}/xml",
    produces: "xml",
    handle: async ({ path }) =>
      xml((await getRecord(store, "process_definition", path.processDefinitionKey, ENTITY)).xml),
  }),
  defineOperation<GetStartProcessFormData>({
    operationId: "getStartProcessForm",
    method: "GET",
    url: "/process-definitions/{processDefinitionKey}/form",
    handle: async ({ path }) => {
      const definition = await getRecord(store, "process_definition", path.processDefinitionKey, ENTITY);
      const form = await startFormOf(store, definition);
      return form === undefined ? noContent() : json(formResult(form));
    },
  }),
  defineOperation<GetProcessDefinitionStatisticsData>({
    operationId: "getProcessDefinitionStatistics",
    method: "POST",
    url: "/process-definitions/{processDefinitionKey}/statistics/element-instances",
    handle: async ({ path, body }) => {
      const instances = filterCondition(instanceFilter, body?.filter);
      const { processDefinitionKey } = path;
      return json(
        await elementStatistics(store, {
          kind: "all",
          of: [
            { kind: "compare", column: "processDefinitionKey", by: "eq", value: processDefinitionKey },
            ...(instances === undefined
              ? []
              : [
                  {
                    kind: "rowExists",
                    table: "process_instance",
                    column: "processInstanceKey",
                    equals: "processInstanceKey",
                    where: instances,
                  } as const,
                ]),
          ],
        }),
      );
    },
  }),
];
