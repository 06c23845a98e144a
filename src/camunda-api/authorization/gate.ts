import { AsyncLocalStorage } from "node:async_hooks";
import type { RecordStore } from "../context.js";
import type { OperationCall, OperationData } from "../operation.js";
import { ApiProblem } from "../problem.js";
import { findRecord } from "../records.js";
import { both } from "../search/record-search-page.js";
import { type Grants, loadGrants } from "./grants.js";
import type { ResourceType } from "./permissions.js";
import { isReadable, namesUser, readableRows, readingOf } from "./readable-rows.js";
import {
  DEPLOYED_KINDS,
  FREE_OPERATIONS,
  type NeededPermission,
  type Requirement,
  requirementOf,
  type Subject,
} from "./required-permissions.js";

/** Lets requests through that their sender is authorized for. */
export interface Gate {
  /** For the operations: while one of them reads for somebody, it sees what that person may read. */
  readonly store: RecordStore;
  /** See ApiContext. */
  readonly workableIds: () => readonly string[] | undefined;
  /**
   * Does the work of an operation for a user.
   *
   * @throws {ApiProblem} 403 when a permission is missing.
   */
  pass<T>(operationId: string, call: OperationCall<OperationData>, work: () => T | Promise<T>): Promise<T>;
}

const forbidden = (operation: string, type: string): ApiProblem =>
  new ApiProblem(403, "FORBIDDEN", `Unauthorized to perform operation '${operation}' on resource '${type}'`);

/** Checks permissions against the authorizations in a store. */
export function createGate(store: RecordStore): Gate {
  const reader = new AsyncLocalStorage<Grants>();
  const workable = new AsyncLocalStorage<readonly string[] | undefined>();
  return {
    store: guarded(store, reader),
    workableIds: () => workable.getStore(),
    pass: async (operationId, call, work) => {
      if (call.username === undefined || FREE_OPERATIONS.has(operationId)) return work();
      const grants = await loadGrants(store, call.username);
      const requirement = requirementOf(operationId, call);
      if (requirement === undefined) return reader.run(grants, work);
      if (!(await isGranted(store, requirement, grants, call)))
        throw forbidden(requirement.permissions[0], requirement.type);
      return requirement.items === undefined ? work() : workable.run(grantedIds(requirement.items, grants), work);
    },
  };
}

/** Ids for which there is one of the permissions; undefined for all. */
function grantedIds({ type, permissions }: NeededPermission, grants: Grants): readonly string[] | undefined {
  const ids = new Set(permissions.flatMap((permission) => [...grants.ids(type, permission)]));
  return ids.has("*") ? undefined : [...ids];
}

async function isGranted(
  store: RecordStore,
  { type, permissions, subject }: Requirement,
  grants: Grants,
  call: OperationCall<OperationData>,
): Promise<boolean> {
  const granted = permissions.map((permission) => grants.ids(type, permission));
  if (subject?.by === "deployed") return mayDelete(store, type, grants, textOf(call.path, subject.name) ?? "");
  if (granted.some((ids) => ids.has("*"))) return true;
  // Without a resource of its own, an operation is open to whoever has the permission for anything.
  if (subject === undefined) return granted.some((ids) => ids.size > 0);
  if (subject.by === "record" && subject.table === "user_task" && (await isOwnTask(store, permissions, grants, call)))
    return true;
  const id = await idOf(store, subject, call);
  return id !== undefined && granted.some((ids) => ids.has(id));
}

/** True also of a key that names nothing, for whoever may delete everything: the operation says that it is not there. */
async function mayDelete(store: RecordStore, type: ResourceType, grants: Grants, key: string): Promise<boolean> {
  const granted = DEPLOYED_KINDS.map((kind) => ({ ...kind, ids: grants.ids(type, kind.permission) }));
  for (const { table, id, ids } of granted) {
    const row = await findRecord(store, table, key);
    if (row === undefined) continue;
    const resourceId = (row as unknown as Readonly<Record<string, unknown>>)[id];
    return ids.has("*") || ids.has(String(resourceId));
  }
  return granted.every(({ ids }) => ids.has("*"));
}

const TASK_PERMISSIONS: Readonly<Record<string, "READ" | "UPDATE" | "CLAIM" | "COMPLETE">> = {
  READ_USER_TASK: "READ",
  CLAIM_USER_TASK: "CLAIM",
  UPDATE_USER_TASK: "UPDATE",
  COMPLETE_USER_TASK: "COMPLETE",
};

async function isOwnTask(
  store: RecordStore,
  permissions: readonly string[],
  grants: Grants,
  call: OperationCall<OperationData>,
): Promise<boolean> {
  const userTaskKey = textOf(call.path, "userTaskKey") ?? "";
  const [task] = await store.select({ table: "user_task", equals: { userTaskKey }, limit: 1 });
  if (task === undefined) return false;
  return permissions.some((permission) => {
    const own = TASK_PERMISSIONS[permission];
    return own !== undefined && namesUser(task, grants, own);
  });
}

async function idOf(
  store: RecordStore,
  subject: Subject,
  call: OperationCall<OperationData>,
): Promise<string | undefined> {
  switch (subject.by) {
    case "deployed":
      return undefined;
    case "path":
    case "body":
      return textOf(call[subject.by], subject.name);
    case "definition":
      return definitionId(store, subject.kind, call.body);
    case "record":
      return recordId(store, subject.table, textOf(call.path, subject.name) ?? "");
  }
}

async function definitionId(
  store: RecordStore,
  kind: "process" | "decision",
  body: unknown,
): Promise<string | undefined> {
  if (kind === "process") {
    const processDefinitionKey = textOf(body, "processDefinitionKey");
    if (processDefinitionKey === undefined) return textOf(body, "processDefinitionId");
    const [row] = await store.select({ table: "process_definition", equals: { processDefinitionKey }, limit: 1 });
    return row?.processDefinitionId;
  }
  const decisionDefinitionKey = textOf(body, "decisionDefinitionKey");
  if (decisionDefinitionKey === undefined) return textOf(body, "decisionDefinitionId");
  const [row] = await store.select({ table: "decision_definition", equals: { decisionDefinitionKey }, limit: 1 });
  return row?.decisionDefinitionId;
}

async function recordId(
  store: RecordStore,
  table: Extract<Subject, { by: "record" }>["table"],
  key: string,
): Promise<string | undefined> {
  switch (table) {
    case "process_instance":
      return (await store.select({ table, equals: { processInstanceKey: key }, limit: 1 }))[0]?.processDefinitionId;
    case "element_instance":
      return (
        (await store.select({ table, equals: { elementInstanceKey: key }, limit: 1 }))[0]?.processDefinitionId ??
        recordId(store, "process_instance", key)
      );
    case "job":
      return (await store.select({ table, equals: { jobKey: key }, limit: 1 }))[0]?.processDefinitionId;
    case "incident":
      return (await store.select({ table, equals: { incidentKey: key }, limit: 1 }))[0]?.processDefinitionId;
    case "user_task":
      return (await store.select({ table, equals: { userTaskKey: key }, limit: 1 }))[0]?.processDefinitionId;
    case "decision_instance":
      return (await store.select({ table, equals: { decisionEvaluationKey: key }, limit: 1 }))[0]?.decisionDefinitionId;
  }
}

function textOf(parts: unknown, name: string): string | undefined {
  const value = (parts as Readonly<Record<string, unknown>> | undefined)?.[name];
  return typeof value === "string" ? value : undefined;
}

/** The store as the current reader may see it. A look for one row that is there but may not be read is refused. */
const guarded = (store: RecordStore, reader: AsyncLocalStorage<Grants>): RecordStore => ({
  search: (query) => {
    const grants = reader.getStore();
    const allowed = grants === undefined ? undefined : readableRows(query.table, grants);
    const where = both(query.where, allowed);
    return store.search(where === undefined ? query : { ...query, where });
  },
  countBy: (query) => {
    const grants = reader.getStore();
    const allowed = grants === undefined ? undefined : readableRows(query.table, grants);
    const where = both(query.where, allowed);
    return store.countBy(where === undefined ? query : { ...query, where });
  },
  select: async (selection) => {
    const rows = await store.select(selection);
    const grants = reader.getStore();
    if (grants === undefined) return rows;
    const readable = rows.filter((row) => isReadable(selection.table, row, grants));
    if (selection.limit === 1 && rows.length > 0 && readable.length === 0) {
      const reading = readingOf(selection.table);
      throw forbidden(reading?.permission ?? "READ", reading?.type ?? "RESOURCE");
    }
    return readable;
  },
});
