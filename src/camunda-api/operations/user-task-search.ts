import type { UserTaskResult } from "@camunda8/orchestration-cluster-api";
import type { UserTaskRow } from "../../engine/index.js";
import type { Plain } from "../contract/plain.js";
import { toInstant, toInstantOrNull } from "../instant.js";
import { allItemsField, field, itemField, timeField } from "../search/filter-field.js";
import type { SearchDefinition } from "../search/record-search-page.js";
import { variablesField } from "../search/variable-filter.js";

/** A user task as the API shows it. */
export const userTaskResult = (row: UserTaskRow): Plain<UserTaskResult> => ({
  name: row.name,
  state: row.state,
  assignee: row.assignee,
  elementId: row.elementId,
  candidateGroups: row.candidateGroups,
  candidateUsers: row.candidateUsers,
  processDefinitionId: row.processDefinitionId,
  creationDate: toInstant(row.creationDate),
  completionDate: toInstantOrNull(row.completionDate),
  followUpDate: toInstantOrNull(row.followUpDate),
  dueDate: toInstantOrNull(row.dueDate),
  tenantId: row.tenantId,
  externalFormReference: row.externalFormReference,
  processDefinitionVersion: row.processDefinitionVersion,
  customHeaders: row.customHeaders,
  priority: row.priority,
  userTaskKey: row.userTaskKey,
  elementInstanceKey: row.elementInstanceKey,
  processName: row.processName,
  processDefinitionKey: row.processDefinitionKey,
  processInstanceKey: row.processInstanceKey,
  rootProcessInstanceKey: row.rootProcessInstanceKey,
  formKey: row.formKey,
  tags: row.tags,
});

/** Search over user tasks. */
export const userTaskSearch: SearchDefinition<"user_task", Plain<UserTaskResult>> = {
  table: "user_task",
  filter: {
    state: field("state"),
    assignee: field("assignee"),
    priority: field("priority"),
    elementId: field("elementId"),
    name: field("name"),
    candidateGroup: itemField("candidateGroups"),
    candidateUser: itemField("candidateUsers"),
    tenantId: field("tenantId"),
    processDefinitionId: field("processDefinitionId"),
    creationDate: timeField("creationDate"),
    completionDate: timeField("completionDate"),
    followUpDate: timeField("followUpDate"),
    dueDate: timeField("dueDate"),
    processInstanceVariables: variablesField("processInstanceKey", "processInstanceKey"),
    localVariables: variablesField("scopeKey", "elementInstanceKey"),
    userTaskKey: field("userTaskKey"),
    processDefinitionKey: field("processDefinitionKey"),
    processInstanceKey: field("processInstanceKey"),
    elementInstanceKey: field("elementInstanceKey"),
    tags: allItemsField("tags"),
  },
  toItem: userTaskResult,
};
