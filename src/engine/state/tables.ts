import type { AuditLogRow } from "./audit-rows.js";
import type { BatchOperationItemRow, BatchOperationRow } from "./batch-rows.js";
import type { AdminTableRows } from "./admin-rows.js";
import { ADMIN_TABLES } from "./admin-tables.js";
import type {
  CorrelatedMessageRow,
  DecisionDefinitionRow,
  DecisionInstanceRow,
  DecisionRequirementsRow,
  DeploymentRow,
  ElementInstanceRow,
  FormRow,
  IncidentRow,
  JobRow,
  MessageRow,
  MessageSubscriptionRow,
  ProcessDefinitionRow,
  ProcessInstanceRow,
  ResourceRow,
  SignalSubscriptionRow,
  TimerRow,
  UserTaskRow,
  VariableRow,
} from "./rows.js";

/** Row type of each table, by table name. */
export interface TableRows extends AdminTableRows {
  deployment: DeploymentRow;
  process_definition: ProcessDefinitionRow;
  decision_requirements: DecisionRequirementsRow;
  decision_definition: DecisionDefinitionRow;
  form: FormRow;
  resource: ResourceRow;
  process_instance: ProcessInstanceRow;
  element_instance: ElementInstanceRow;
  job: JobRow;
  user_task: UserTaskRow;
  variable: VariableRow;
  incident: IncidentRow;
  timer: TimerRow;
  message: MessageRow;
  message_subscription: MessageSubscriptionRow;
  correlated_message: CorrelatedMessageRow;
  signal_subscription: SignalSubscriptionRow;
  decision_instance: DecisionInstanceRow;
  audit_log: AuditLogRow;
  batch_operation: BatchOperationRow;
  batch_operation_item: BatchOperationItemRow;
}

/** Name of a table. */
export type TableName = keyof TableRows;

/**
 * How a value is kept: `key` a decimal number as text (fits a 64-bit integer), `text` up to 256 characters,
 * `longtext` any length, `int`, `bool`, `time` epoch milliseconds, `json` any JSON value. A `?` marks what may be null.
 */
export type ColumnType = "key" | "text" | "longtext" | "int" | "bool" | "time" | "json";

/** A column type, with `?` when null is allowed. */
export type ColumnSpec = ColumnType | `${ColumnType}?`;

/** The columns, key and indexes of one table; a store makes its schema and statements from it. */
export interface TableSpec<Row> {
  readonly columns: { readonly [Name in keyof Row & string]: ColumnSpec };
  /** Rows are replaced by this key. */
  readonly primaryKey: keyof Row & string;
  readonly indexes: readonly (readonly (keyof Row & string)[])[];
  /**
   * Present when rows belong to the aggregate of `rootProcessInstanceKey` and are loaded with it: those with `open`,
   * or (`scope`) those whose `scopeKey` is the key of an open process or element instance of the aggregate.
   */
  readonly aggregate?: "open" | "scope";
  /** True when the row has a `dueAt` at which the engine has to look at it; the column is indexed. */
  readonly due?: true;
}

const SCOPE = { open: "bool", activeChildren: "int", activeFlows: "int", runtime: "json?" } as const;
const VERSIONED = {
  version: "int",
  resourceName: "text",
  tenantId: "text",
  state: "text",
  isLatestVersion: "bool",
  deploymentKey: "key",
  checksum: "text",
} as const;

/** All tables of the engine. */
export const TABLES: { readonly [Name in TableName]: TableSpec<TableRows[Name]> } = {
  deployment: {
    columns: { deploymentKey: "key", tenantId: "text", deployedAt: "time" },
    primaryKey: "deploymentKey",
    indexes: [],
  },
  process_definition: {
    columns: {
      processDefinitionKey: "key",
      processDefinitionId: "text",
      name: "text?",
      versionTag: "text?",
      hasStartForm: "bool",
      xml: "longtext",
      startEvents: "json",
      ...VERSIONED,
    },
    primaryKey: "processDefinitionKey",
    indexes: [["processDefinitionId", "version"]],
  },
  decision_requirements: {
    columns: {
      decisionRequirementsKey: "key",
      decisionRequirementsId: "text",
      decisionRequirementsName: "text",
      xml: "longtext",
      ...VERSIONED,
    },
    primaryKey: "decisionRequirementsKey",
    indexes: [["decisionRequirementsId", "version"]],
  },
  decision_definition: {
    columns: {
      decisionDefinitionKey: "key",
      decisionDefinitionId: "text",
      name: "text",
      version: "int",
      versionTag: "text?",
      decisionRequirementsId: "text",
      decisionRequirementsKey: "key",
      decisionRequirementsName: "text",
      decisionRequirementsVersion: "int",
      tenantId: "text",
      state: "text",
      isLatestVersion: "bool",
      deploymentKey: "key",
    },
    primaryKey: "decisionDefinitionKey",
    indexes: [["decisionDefinitionId", "version"]],
  },
  form: {
    columns: { formKey: "key", formId: "text", versionTag: "text?", schema: "longtext", ...VERSIONED },
    primaryKey: "formKey",
    indexes: [["formId", "version"]],
  },
  resource: {
    columns: { resourceKey: "key", resourceId: "text", versionTag: "text?", content: "longtext", ...VERSIONED },
    primaryKey: "resourceKey",
    indexes: [["resourceId", "version"]],
  },
  process_instance: {
    columns: {
      processInstanceKey: "key",
      processDefinitionKey: "key",
      processDefinitionId: "text",
      processDefinitionName: "text?",
      processDefinitionVersion: "int",
      processDefinitionVersionTag: "text?",
      state: "text",
      startDate: "time",
      endDate: "time?",
      hasIncident: "bool",
      tenantId: "text",
      parentProcessInstanceKey: "key?",
      parentElementInstanceKey: "key?",
      rootProcessInstanceKey: "key",
      tags: "json",
      businessId: "text?",
      incidentCount: "int",
      takenFlows: "json",
      startCorrelationKey: "text?",
      ...SCOPE,
    },
    primaryKey: "processInstanceKey",
    indexes: [
      ["rootProcessInstanceKey"],
      ["processDefinitionId", "state"],
      ["processDefinitionKey", "state"],
      ["parentProcessInstanceKey"],
      ["startCorrelationKey"],
      ["businessId"],
    ],
    aggregate: "open",
  },
  element_instance: {
    columns: {
      elementInstanceKey: "key",
      processInstanceKey: "key",
      rootProcessInstanceKey: "key",
      processDefinitionKey: "key",
      processDefinitionId: "text",
      elementId: "text",
      elementName: "text?",
      type: "text",
      state: "text",
      startDate: "time",
      endDate: "time?",
      hasIncident: "bool",
      incidentKey: "key?",
      tenantId: "text",
      scopeKey: "key",
      ...SCOPE,
    },
    primaryKey: "elementInstanceKey",
    indexes: [
      ["rootProcessInstanceKey"],
      ["processInstanceKey"],
      ["scopeKey"],
      ["processDefinitionKey", "elementId", "state"],
    ],
    aggregate: "open",
  },
  job: {
    columns: {
      jobKey: "key",
      type: "text",
      worker: "text",
      state: "text",
      kind: "text",
      listenerEventType: "text",
      retries: "int",
      isDenied: "bool?",
      deniedReason: "longtext?",
      hasFailedWithRetriesLeft: "bool",
      errorCode: "text?",
      errorMessage: "longtext?",
      customHeaders: "json",
      deadline: "time?",
      endTime: "time?",
      creationTime: "time",
      lastUpdateTime: "time",
      elementId: "text",
      elementInstanceKey: "key",
      processInstanceKey: "key",
      rootProcessInstanceKey: "key",
      processDefinitionId: "text",
      processDefinitionKey: "key",
      processDefinitionVersion: "int",
      tenantId: "text",
      tags: "json",
      open: "bool",
      availability: "text",
      dueAt: "time?",
    },
    primaryKey: "jobKey",
    indexes: [
      ["type", "availability", "jobKey"],
      ["rootProcessInstanceKey"],
      ["processInstanceKey"],
      ["elementInstanceKey"],
    ],
    aggregate: "open",
    due: true,
  },
  user_task: {
    columns: {
      userTaskKey: "key",
      name: "text?",
      state: "text",
      assignee: "text?",
      elementId: "text",
      elementInstanceKey: "key",
      candidateGroups: "json",
      candidateUsers: "json",
      processDefinitionId: "text",
      processDefinitionKey: "key",
      processDefinitionVersion: "int",
      processName: "text?",
      processInstanceKey: "key",
      rootProcessInstanceKey: "key",
      creationDate: "time",
      completionDate: "time?",
      followUpDate: "time?",
      dueDate: "time?",
      tenantId: "text",
      externalFormReference: "longtext?",
      customHeaders: "json",
      priority: "int",
      formKey: "key?",
      tags: "json",
      open: "bool",
      action: "text",
    },
    primaryKey: "userTaskKey",
    indexes: [
      ["rootProcessInstanceKey"],
      ["processInstanceKey"],
      ["state", "creationDate"],
      ["assignee", "state"],
      ["elementInstanceKey"],
    ],
    aggregate: "open",
  },
  variable: {
    columns: {
      variableKey: "key",
      name: "text",
      value: "json",
      scopeKey: "key",
      processInstanceKey: "key",
      rootProcessInstanceKey: "key",
      processDefinitionId: "text",
      tenantId: "text",
    },
    primaryKey: "variableKey",
    indexes: [["rootProcessInstanceKey"], ["scopeKey"], ["processInstanceKey", "name"]],
    aggregate: "scope",
  },
  incident: {
    columns: {
      incidentKey: "key",
      processDefinitionId: "text",
      processDefinitionKey: "key",
      processInstanceKey: "key",
      rootProcessInstanceKey: "key",
      elementId: "text",
      elementInstanceKey: "key",
      jobKey: "key?",
      errorType: "text",
      errorMessage: "longtext",
      creationTime: "time",
      state: "text",
      tenantId: "text",
      open: "bool",
      step: "text",
    },
    primaryKey: "incidentKey",
    indexes: [["rootProcessInstanceKey"], ["processInstanceKey"], ["elementInstanceKey"], ["state", "creationTime"]],
    aggregate: "open",
  },
  timer: {
    columns: {
      timerKey: "key",
      elementInstanceKey: "key?",
      processInstanceKey: "key?",
      rootProcessInstanceKey: "key?",
      processDefinitionKey: "key",
      targetElementId: "text",
      dueDate: "time",
      repetitions: "int",
      cycle: "text?",
      open: "bool",
      dueAt: "time?",
    },
    primaryKey: "timerKey",
    indexes: [["rootProcessInstanceKey"], ["processDefinitionKey"]],
    aggregate: "open",
    due: true,
  },
  message: {
    columns: {
      messageKey: "key",
      name: "text",
      correlationKey: "text",
      messageId: "text",
      timeToLive: "int",
      variables: "json",
      tenantId: "text",
      publishedAt: "time",
      correlatedTo: "json",
      open: "bool",
      dueAt: "time?",
    },
    primaryKey: "messageKey",
    indexes: [["name", "correlationKey", "open"]],
    due: true,
  },
  message_subscription: {
    columns: {
      messageSubscriptionKey: "key",
      processDefinitionId: "text",
      processDefinitionKey: "key",
      processInstanceKey: "key",
      rootProcessInstanceKey: "key",
      elementId: "text",
      elementInstanceKey: "key",
      messageSubscriptionState: "text",
      lastUpdatedDate: "time",
      messageName: "text",
      correlationKey: "text",
      tenantId: "text",
      interrupting: "bool",
      open: "bool",
    },
    primaryKey: "messageSubscriptionKey",
    indexes: [["messageName", "correlationKey", "open"], ["rootProcessInstanceKey"], ["processInstanceKey"]],
    aggregate: "open",
  },
  correlated_message: {
    columns: {
      correlationRecordKey: "key",
      correlationKey: "text?",
      correlationTime: "time",
      elementId: "text",
      elementInstanceKey: "key?",
      messageKey: "key",
      messageName: "text",
      partitionId: "int",
      processDefinitionId: "text",
      processDefinitionKey: "key",
      processInstanceKey: "key",
      rootProcessInstanceKey: "key",
      subscriptionKey: "key",
      tenantId: "text",
    },
    primaryKey: "correlationRecordKey",
    indexes: [["processInstanceKey"], ["messageKey"]],
  },
  signal_subscription: {
    columns: {
      signalSubscriptionKey: "key",
      processDefinitionKey: "key",
      processInstanceKey: "key",
      rootProcessInstanceKey: "key",
      elementId: "text",
      elementInstanceKey: "key",
      signalName: "text",
      tenantId: "text",
      open: "bool",
    },
    primaryKey: "signalSubscriptionKey",
    indexes: [["signalName", "open"], ["rootProcessInstanceKey"]],
    aggregate: "open",
  },
  decision_instance: {
    columns: {
      decisionEvaluationInstanceKey: "text",
      decisionEvaluationKey: "key",
      state: "text",
      evaluationDate: "time",
      evaluationFailure: "longtext?",
      decisionDefinitionId: "text",
      decisionDefinitionKey: "key",
      decisionDefinitionName: "text",
      decisionDefinitionVersion: "int",
      decisionDefinitionType: "text",
      decisionRequirementsId: "text",
      decisionRequirementsKey: "key",
      rootDecisionDefinitionKey: "key",
      processDefinitionKey: "key?",
      processInstanceKey: "key?",
      rootProcessInstanceKey: "key?",
      elementInstanceKey: "key?",
      tenantId: "text",
      result: "longtext",
      evaluatedInputs: "json",
      matchedRules: "json",
    },
    primaryKey: "decisionEvaluationInstanceKey",
    indexes: [["decisionEvaluationKey"], ["processInstanceKey"], ["decisionDefinitionKey"]],
  },
  audit_log: {
    columns: {
      auditLogKey: "key",
      entityKey: "text",
      entityType: "text",
      operationType: "text",
      batchOperationKey: "key?",
      batchOperationType: "text?",
      timestamp: "time",
      actorType: "text",
      actorId: "text?",
      agentElementId: "text?",
      tenantId: "text?",
      result: "text",
      category: "text",
      processDefinitionId: "text?",
      processDefinitionKey: "key?",
      processInstanceKey: "key?",
      rootProcessInstanceKey: "key?",
      elementInstanceKey: "key?",
      jobKey: "key?",
      userTaskKey: "key?",
      decisionRequirementsId: "text?",
      decisionRequirementsKey: "key?",
      decisionDefinitionId: "text?",
      decisionDefinitionKey: "key?",
      decisionEvaluationKey: "key?",
      deploymentKey: "key?",
      formKey: "key?",
      resourceKey: "key?",
      relatedEntityKey: "text?",
      relatedEntityType: "text?",
      entityDescription: "longtext?",
    },
    primaryKey: "auditLogKey",
    indexes: [["processInstanceKey"], ["userTaskKey"]],
  },
  batch_operation: {
    columns: {
      batchOperationKey: "key",
      state: "text",
      batchOperationType: "text",
      startDate: "time?",
      endDate: "time?",
      actorType: "text?",
      actorId: "text?",
      operationsTotalCount: "int",
      operationsFailedCount: "int",
      operationsCompletedCount: "int",
      errors: "json",
      filter: "json",
      plan: "json",
      cursor: "text?",
      open: "bool",
      dueAt: "time?",
    },
    primaryKey: "batchOperationKey",
    indexes: [],
    due: true,
  },
  batch_operation_item: {
    columns: {
      batchOperationItemKey: "key",
      batchOperationKey: "key",
      batchOperationType: "text",
      itemKey: "key",
      processInstanceKey: "key?",
      rootProcessInstanceKey: "key?",
      state: "text",
      processedDate: "time?",
      errorMessage: "longtext?",
    },
    primaryKey: "batchOperationItemKey",
    indexes: [["batchOperationKey", "state"], ["itemKey"], ["processInstanceKey"]],
  },
  ...ADMIN_TABLES,
};
