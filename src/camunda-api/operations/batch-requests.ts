import type {
  CancelProcessInstancesBatchOperationData,
  DeleteDecisionInstancesBatchOperationData,
  DeleteProcessInstancesBatchOperationData,
  MigrateProcessInstancesBatchOperationData,
  ModifyProcessInstancesBatchOperationData,
  ResolveIncidentsBatchOperationData,
  ResolveProcessInstanceIncidentsData,
} from "@camunda8/orchestration-cluster-api";
import type { BatchOperationType, JsonObject, JsonValue } from "../../engine/index.js";
import type { ColumnOf, Condition } from "../../engine-store/index.js";
import { run } from "../command.js";
import type { ApiContext } from "../context.js";
import { type ApiReply, json } from "../exchange.js";
import { defineOperation, type Operation } from "../operation.js";
import { invalidArgument } from "../problem.js";
import { findRecord, getRecord } from "../records.js";
import { filterCondition } from "../search/filter-condition.js";
import { both } from "../search/record-search-page.js";
import { decisionInstanceFilter } from "./decision-instances.js";
import { instanceFilter } from "./process-instance-search.js";
import { withCalledInstances } from "./process-instances.js";

type Instances = Condition<"process_instance">;

const IS_ACTIVE: Instances = { kind: "compare", column: "state", by: "eq", value: "ACTIVE" };
const IS_FINISHED: Instances = { kind: "in", column: "state", values: ["COMPLETED", "TERMINATED"] };
/** A called instance ends with its caller. */
const IS_ROOT: Instances = { kind: "isNull", column: "parentProcessInstanceKey" };
const HAS_INCIDENT: Instances = {
  kind: "rowExists",
  table: "incident",
  column: "processInstanceKey",
  equals: "processInstanceKey",
  where: { kind: "compare", column: "open", by: "eq", value: true },
};

/** Columns with the id for which somebody may work on a row. */
const RESOURCE_ID: { readonly [Name in "process_instance" | "decision_instance"]: ColumnOf<Name> } = {
  process_instance: "processDefinitionId",
  decision_instance: "decisionDefinitionId",
};

/** Starts a batch operation over the rows that fulfil all conditions and on which the sender may work. */
async function start<Name extends keyof typeof RESOURCE_ID>(
  { engine, workableIds }: ApiContext,
  table: Name,
  batchOperationType: BatchOperationType,
  conditions: readonly (Condition<Name> | undefined)[],
  plan: JsonObject = {},
): Promise<ApiReply> {
  const ids = workableIds();
  const workable: Condition<Name> | undefined =
    ids === undefined ? undefined : { kind: "in", column: RESOURCE_ID[table], values: ids };
  const condition = [...conditions, workable].reduce(both, undefined);
  // A condition is plain JSON.
  const filter = (condition ?? null) as unknown as JsonValue;
  return json(await run(engine, { type: "batch-operation.create", batchOperationType, filter, plan }));
}

const instances = (filter: unknown): Instances | undefined => filterCondition(instanceFilter, filter);

/** The instances of a filter that names something: an empty one would reach every instance there is, most likely by mistake. */
function someInstances(filter: object): Instances | undefined {
  if (Object.keys(filter).length === 0)
    throw invalidArgument("At least one criterion of the filter has to be provided");
  return instances(filter);
}

/** Operations that begin work on many process instances or decisions. */
export const batchRequestOperations = (context: ApiContext): readonly Operation[] => [
  defineOperation<CancelProcessInstancesBatchOperationData>({
    operationId: "cancelProcessInstancesBatchOperation",
    method: "POST",
    url: "/process-instances/cancellation",
    handle: ({ body }) =>
      start(context, "process_instance", "CANCEL_PROCESS_INSTANCE", [IS_ACTIVE, IS_ROOT, someInstances(body.filter)]),
  }),
  defineOperation<DeleteProcessInstancesBatchOperationData>({
    operationId: "deleteProcessInstancesBatchOperation",
    method: "POST",
    url: "/process-instances/deletion",
    handle: ({ body }) =>
      start(context, "process_instance", "DELETE_PROCESS_INSTANCE", [IS_FINISHED, instances(body.filter)]),
  }),
  defineOperation<ResolveIncidentsBatchOperationData>({
    operationId: "resolveIncidentsBatchOperation",
    method: "POST",
    url: "/process-instances/incident-resolution",
    handle: ({ body }) => {
      if (body?.filter === undefined) throw invalidArgument("No filter provided");
      return start(context, "process_instance", "RESOLVE_INCIDENT", [
        IS_ACTIVE,
        HAS_INCIDENT,
        someInstances(body.filter),
      ]);
    },
  }),
  defineOperation<ResolveProcessInstanceIncidentsData>({
    operationId: "resolveProcessInstanceIncidents",
    method: "POST",
    url: "/process-instances/{processInstanceKey}/incident-resolution",
    handle: async ({ path }) => {
      const { store } = context;
      const { processInstanceKey } = await getRecord(
        store,
        "process_instance",
        path.processInstanceKey,
        "Process instance",
      );
      const values = await withCalledInstances(store, processInstanceKey);
      const these: Instances = { kind: "in", column: "processInstanceKey", values };
      return start(context, "process_instance", "RESOLVE_INCIDENT", [these, HAS_INCIDENT]);
    },
  }),
  defineOperation<MigrateProcessInstancesBatchOperationData>({
    operationId: "migrateProcessInstancesBatchOperation",
    method: "POST",
    url: "/process-instances/migration",
    handle: async ({ body: { filter, migrationPlan } }) => {
      const { targetProcessDefinitionKey, mappingInstructions } = migrationPlan;
      if ((await findRecord(context.store, "process_definition", targetProcessDefinitionKey)) === undefined)
        throw invalidArgument(
          `Expected to migrate to a deployed process definition, but there is none with key '${targetProcessDefinitionKey}'`,
        );
      const plan = {
        targetProcessDefinitionKey,
        mappingInstructions: mappingInstructions.map((step) => ({ ...step })),
      };
      return start(context, "process_instance", "MIGRATE_PROCESS_INSTANCE", [IS_ACTIVE, someInstances(filter)], plan);
    },
  }),
  defineOperation<ModifyProcessInstancesBatchOperationData>({
    operationId: "modifyProcessInstancesBatchOperation",
    method: "POST",
    url: "/process-instances/modification",
    handle: ({ body: { filter, moveInstructions } }) => {
      if (moveInstructions.length === 0) throw invalidArgument("No moveInstructions provided");
      const plan = {
        moveInstructions: moveInstructions.map(({ sourceElementId, targetElementId }) => ({
          source: { elementId: sourceElementId },
          targetElementId,
          ancestor: "source-parent",
        })),
      };
      return start(context, "process_instance", "MODIFY_PROCESS_INSTANCE", [IS_ACTIVE, someInstances(filter)], plan);
    },
  }),
  defineOperation<DeleteDecisionInstancesBatchOperationData>({
    operationId: "deleteDecisionInstancesBatchOperation",
    method: "POST",
    url: "/decision-instances/deletion",
    handle: ({ body }) =>
      start(context, "decision_instance", "DELETE_DECISION_INSTANCE", [
        filterCondition(decisionInstanceFilter, body.filter),
      ]),
  }),
];
