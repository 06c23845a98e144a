import type { ProcessInstanceResult } from "@camunda8/orchestration-cluster-api";
import type { ProcessInstanceRow } from "../../engine/index.js";
import type { Condition } from "../../engine-store/index.js";
import type { Plain } from "../contract/plain.js";
import { toInstant, toInstantOrNull } from "../instant.js";
import { allItemsField, field, timeField, type FilterField, type FilterFields } from "../search/filter-field.js";
import type { SearchDefinition } from "../search/record-search-page.js";
import { variablesField } from "../search/variable-filter.js";

/** A process instance as the API shows it. */
export const processInstanceResult = (row: ProcessInstanceRow): Plain<ProcessInstanceResult> => ({
  processDefinitionId: row.processDefinitionId,
  processDefinitionName: row.processDefinitionName,
  processDefinitionVersion: row.processDefinitionVersion,
  processDefinitionVersionTag: row.processDefinitionVersionTag,
  startDate: toInstant(row.startDate),
  endDate: toInstantOrNull(row.endDate),
  state: row.state,
  hasIncident: row.hasIncident,
  tenantId: row.tenantId,
  processInstanceKey: row.processInstanceKey,
  processDefinitionKey: row.processDefinitionKey,
  parentProcessInstanceKey: row.parentProcessInstanceKey,
  parentElementInstanceKey: row.parentElementInstanceKey,
  rootProcessInstanceKey: row.rootProcessInstanceKey,
  tags: row.tags,
  businessId: row.businessId,
});

type InElement = (value: unknown) => Condition<"element_instance">;
type InIncident = (value: unknown) => Condition<"incident">;

/** The instance has an element instance like this. */
const element =
  (where: InElement): FilterField<"process_instance"> =>
  (value) => ({
    kind: "rowExists",
    table: "element_instance",
    column: "processInstanceKey",
    equals: "processInstanceKey",
    where: where(value),
  });

/** The instance has an open incident like this. */
const incident =
  (where: InIncident): FilterField<"process_instance"> =>
  (value) => ({
    kind: "rowExists",
    table: "incident",
    column: "processInstanceKey",
    equals: "processInstanceKey",
    where: { kind: "all", of: [{ kind: "compare", column: "open", by: "eq", value: true }, where(value)] },
  });

const hasJobWithRetries: FilterField<"process_instance"> = (value) => ({
  kind: "rowExists",
  table: "job",
  column: "processInstanceKey",
  equals: "processInstanceKey",
  where: {
    kind: "all",
    of: [
      { kind: "compare", column: "open", by: "eq", value: true },
      { kind: "compare", column: "hasFailedWithRetriesLeft", by: "eq", value: value === true },
    ],
  },
});

/** The instance is an item of a batch operation like this. */
const inBatchOperation: FilterField<"process_instance"> = (value) => ({
  kind: "rowExists",
  table: "batch_operation_item",
  column: "processInstanceKey",
  equals: "processInstanceKey",
  where: field<"batch_operation_item">("batchOperationKey")(value),
});

/** Filter properties of process instances; those of the process definition among them. */
export const instanceFilter: FilterFields<"process_instance"> = {
  processInstanceKey: field("processInstanceKey"),
  processDefinitionKey: field("processDefinitionKey"),
  processDefinitionId: field("processDefinitionId"),
  processDefinitionName: field("processDefinitionName"),
  processDefinitionVersion: field("processDefinitionVersion"),
  processDefinitionVersionTag: field("processDefinitionVersionTag"),
  startDate: timeField("startDate"),
  endDate: timeField("endDate"),
  state: field("state"),
  hasIncident: field("hasIncident"),
  tenantId: field("tenantId"),
  parentProcessInstanceKey: field("parentProcessInstanceKey"),
  parentElementInstanceKey: field("parentElementInstanceKey"),
  businessId: field("businessId"),
  tags: allItemsField("tags"),
  variables: variablesField("processInstanceKey", "processInstanceKey"),
  elementId: element(field("elementId")),
  elementInstanceState: element(field("state")),
  hasElementInstanceIncident: element(field("hasIncident")),
  errorMessage: incident(field("errorMessage")),
  hasRetriesLeft: hasJobWithRetries,
  batchOperationId: inBatchOperation,
  batchOperationKey: inBatchOperation,
};

/** Search over process instances. */
export const instanceSearch: SearchDefinition<"process_instance", Plain<ProcessInstanceResult>> = {
  table: "process_instance",
  filter: instanceFilter,
  toItem: processInstanceResult,
};
