import type {
  AssignUserTaskData,
  CompleteUserTaskData,
  GetUserTaskData,
  GetUserTaskFormData,
  SearchUserTaskEffectiveVariablesData,
  SearchUserTasksData,
  SearchUserTaskVariablesData,
  UnassignUserTaskData,
  UpdateUserTaskData,
} from "@camunda8/orchestration-cluster-api";
import type { UserTaskChangeset, UserTaskRow } from "../../engine/index.js";
import { present, run, variablesOf } from "../command.js";
import type { ApiContext, RecordStore } from "../context.js";
import type { Plain } from "../contract/plain.js";
import { json, noContent } from "../exchange.js";
import { defineOperation, type Operation } from "../operation.js";
import { invalidArgument } from "../problem.js";
import { findRecord, getRecord } from "../records.js";
import { searchPage } from "../search/record-search-page.js";
import { effectiveVariables, scopeChain } from "./effective-variables.js";
import { formResult } from "./forms.js";
import { userTaskResult, userTaskSearch } from "./user-task-search.js";
import { variableSearch } from "./variables.js";

/** Operations on user tasks. */
export const userTaskOperations = (context: ApiContext): readonly Operation[] => [
  ...queries(context),
  ...commands(context),
];

const task = (store: RecordStore, key: string): Promise<UserTaskRow> => getRecord(store, "user_task", key, "User task");

const queries = ({ store }: ApiContext): readonly Operation[] => [
  defineOperation<SearchUserTasksData>({
    operationId: "searchUserTasks",
    method: "POST",
    url: "/user-tasks/search",
    handle: async ({ body }) => json(await searchPage(store, userTaskSearch, body)),
  }),
  defineOperation<GetUserTaskData>({
    operationId: "getUserTask",
    method: "GET",
    url: "/user-tasks/{userTaskKey}",
    handle: async ({ path }) => json(userTaskResult(await task(store, path.userTaskKey))),
  }),
  defineOperation<GetUserTaskFormData>({
    operationId: "getUserTaskForm",
    method: "GET",
    url: "/user-tasks/{userTaskKey}/form",
    handle: async ({ path }) => {
      const { formKey } = await task(store, path.userTaskKey);
      const form = formKey === null ? undefined : await findRecord(store, "form", formKey);
      return form === undefined ? noContent() : json(formResult(form));
    },
  }),
  defineOperation<SearchUserTaskVariablesData>({
    operationId: "searchUserTaskVariables",
    method: "POST",
    url: "/user-tasks/{userTaskKey}/variables/search",
    handle: async ({ path, body, query }) => {
      const values = await scopeChain(store, await task(store, path.userTaskKey));
      return json(await searchPage(store, variableSearch(query), body, { kind: "in", column: "scopeKey", values }));
    },
  }),
  defineOperation<SearchUserTaskEffectiveVariablesData>({
    operationId: "searchUserTaskEffectiveVariables",
    method: "POST",
    url: "/user-tasks/{userTaskKey}/effective-variables/search",
    handle: async ({ path, body, query }) =>
      json(await effectiveVariables(store, await task(store, path.userTaskKey), body, query)),
  }),
];

const commands = ({ engine }: ApiContext): readonly Operation[] => [
  defineOperation<AssignUserTaskData>({
    operationId: "assignUserTask",
    method: "POST",
    url: "/user-tasks/{userTaskKey}/assignment",
    handle: async ({ path, body: { assignee, allowOverride, action } }) => {
      if (assignee === undefined || assignee === "") throw invalidArgument("No assignee provided");
      await run(engine, {
        type: "user-task.assign",
        userTaskKey: path.userTaskKey,
        assignee,
        ...present({ allowOverride, action }),
      });
      return noContent();
    },
  }),
  defineOperation<UnassignUserTaskData>({
    operationId: "unassignUserTask",
    method: "DELETE",
    url: "/user-tasks/{userTaskKey}/assignee",
    handle: async ({ path }) => {
      await run(engine, { type: "user-task.unassign", userTaskKey: path.userTaskKey });
      return noContent();
    },
  }),
  defineOperation<UpdateUserTaskData>({
    operationId: "updateUserTask",
    method: "PATCH",
    url: "/user-tasks/{userTaskKey}",
    handle: async ({ path, body }) => {
      await run(engine, { type: "user-task.update", userTaskKey: path.userTaskKey, ...update(body) });
      return noContent();
    },
  }),
  defineOperation<CompleteUserTaskData>({
    operationId: "completeUserTask",
    method: "POST",
    url: "/user-tasks/{userTaskKey}/completion",
    handle: async ({ path, body }) => {
      const action = present({ action: body?.action });
      await run(engine, { type: "user-task.complete", userTaskKey: path.userTaskKey, ...variablesOf(body), ...action });
      return noContent();
    },
  }),
];

/** Attributes this server changes; others in a change set are ignored. */
const ATTRIBUTES = ["dueDate", "followUpDate", "candidateUsers", "candidateGroups", "priority"] as const;

function update(body: Plain<UpdateUserTaskData["body"]>): { changeset?: UserTaskChangeset; action?: string } {
  const changeset = body?.changeset ?? {};
  const given = ATTRIBUTES.filter((name) => changeset[name] !== undefined && changeset[name] !== null);
  const action = present({ action: body?.action });
  if (given.length === 0 && action.action === undefined) {
    throw invalidArgument(
      'No update data provided. Provide at least an "action" or a non-null value for a supported attribute in the "changeset"',
    );
  }
  return { changeset: Object.fromEntries(given.map((name) => [name, changeset[name]])), ...action };
}
