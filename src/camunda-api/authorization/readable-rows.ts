import type { ColumnOf, Condition } from "../../engine-store/index.js";
import type { TableName, TableRows } from "../../engine/index.js";
import type { Grants } from "./grants.js";
import type { Permission, ResourceType } from "./permissions.js";

/** Which permission reading a row takes; `id` is the column with the resource's id, null when only `*` counts. */
interface Reading {
  readonly type: ResourceType;
  readonly permission: Permission;
  readonly id: string | null;
}

const ofInstances: Reading = {
  type: "PROCESS_DEFINITION",
  permission: "READ_PROCESS_INSTANCE",
  id: "processDefinitionId",
};
const read = (type: ResourceType, id: string | null): Reading => ({ type, permission: "READ", id });

/** Tables that are absent here belong to something else that is checked, or are not shown by the API. */
const READINGS: { readonly [Name in TableName]?: Reading } = {
  process_definition: {
    type: "PROCESS_DEFINITION",
    permission: "READ_PROCESS_DEFINITION",
    id: "processDefinitionId",
  },
  process_instance: ofInstances,
  element_instance: ofInstances,
  job: ofInstances,
  variable: ofInstances,
  incident: ofInstances,
  message_subscription: ofInstances,
  correlated_message: ofInstances,
  user_task: { type: "PROCESS_DEFINITION", permission: "READ_USER_TASK", id: "processDefinitionId" },
  decision_definition: {
    type: "DECISION_DEFINITION",
    permission: "READ_DECISION_DEFINITION",
    id: "decisionDefinitionId",
  },
  decision_instance: { type: "DECISION_DEFINITION", permission: "READ_DECISION_INSTANCE", id: "decisionDefinitionId" },
  decision_requirements: read("DECISION_REQUIREMENTS_DEFINITION", "decisionRequirementsId"),
  form: read("RESOURCE", "formId"),
  resource: read("RESOURCE", "resourceId"),
  audit_log: read("AUDIT_LOG", null),
  batch_operation: read("BATCH", "batchOperationKey"),
  batch_operation_item: read("BATCH", "batchOperationKey"),
  admin_user: read("USER", "username"),
  admin_group: read("GROUP", "groupId"),
  admin_role: read("ROLE", "roleId"),
  admin_tenant: read("TENANT", "tenantId"),
  admin_mapping_rule: read("MAPPING_RULE", "mappingRuleId"),
  admin_authorization: read("AUTHORIZATION", "authorizationKey"),
  cluster_variable: read("CLUSTER_VARIABLE", "name"),
  global_task_listener: { type: "GLOBAL_LISTENER", permission: "READ_TASK_LISTENER", id: "id" },
};

/** What reading the table takes, for the text of a refusal. */
export const readingOf = (table: TableName): Reading | undefined => READINGS[table];

/** The rows of a table that somebody may read; undefined for all. */
export function readableRows<Name extends TableName>(table: Name, grants: Grants): Condition<Name> | undefined {
  const reading = READINGS[table];
  if (reading === undefined) return undefined;
  const ids = grants.ids(reading.type, reading.permission);
  if (ids.has("*")) return undefined;
  const column = reading.id as ColumnOf<Name> | null;
  const byId: Condition<Name>[] = column === null || ids.size === 0 ? [] : [{ kind: "in", column, values: [...ids] }];
  if (table !== "user_task") return { kind: "any", of: byId };
  return { kind: "any", of: [...byId, ...(ownTasks(grants) as unknown as Condition<Name>[])] };
}

/** User tasks have permissions of their own, by key or because a task names the user. */
function ownTasks(grants: Grants): readonly Condition<"user_task">[] {
  const keys = grants.ids("USER_TASK", "READ");
  if (keys.has("*")) return [{ kind: "all", of: [] }];
  const properties = grants.properties("USER_TASK", "READ");
  const { username, groups } = grants;
  return [
    ...(keys.size === 0 ? [] : [{ kind: "in", column: "userTaskKey", values: [...keys] } as const]),
    ...(properties.has("assignee")
      ? [{ kind: "compare", column: "assignee", by: "eq", value: username } as const]
      : []),
    ...(properties.has("candidateUsers")
      ? [{ kind: "someItem", column: "candidateUsers", test: { kind: "eq", value: username } } as const]
      : []),
    ...(properties.has("candidateGroups") && groups.length > 0
      ? [{ kind: "someItem", column: "candidateGroups", test: { kind: "in", values: groups } } as const]
      : []),
  ];
}

/** True when somebody may read this row. */
export function isReadable<Name extends TableName>(table: Name, row: TableRows[Name], grants: Grants): boolean {
  const reading = READINGS[table];
  if (reading === undefined) return true;
  const ids = grants.ids(reading.type, reading.permission);
  const values = row as unknown as Readonly<Record<string, unknown>>;
  if (ids.has("*") || (reading.id !== null && ids.has(String(values[reading.id])))) return true;
  return table === "user_task" && namesUser(row as TableRows["user_task"], grants, "READ");
}

/** True when there is a permission for this user task itself. */
export function namesUser(
  task: TableRows["user_task"],
  grants: Grants,
  permission: "READ" | "UPDATE" | "CLAIM" | "COMPLETE",
): boolean {
  const keys = grants.ids("USER_TASK", permission);
  if (keys.has("*") || keys.has(task.userTaskKey)) return true;
  const properties = grants.properties("USER_TASK", permission);
  return (
    (properties.has("assignee") && task.assignee === grants.username) ||
    (properties.has("candidateUsers") && task.candidateUsers.includes(grants.username)) ||
    (properties.has("candidateGroups") && task.candidateGroups.some((group) => grants.groups.includes(group)))
  );
}
