import type { EngineTasks } from "./camunda-client.js";
import type { Connection } from "./connection.js";
import { isEngineError } from "./engine-error.js";
import type { UserTask, UserTaskFilter } from "./engine-records.js";
import type { SdkClient } from "./plain-sdk.js";

type SdkTask = Awaited<ReturnType<SdkClient["getUserTask"]>>;
type SdkTaskFilter = NonNullable<Parameters<SdkClient["searchUserTasks"]>[0]["filter"]>;

const instant = (text: string | null): number | null => (text === null ? null : Date.parse(text));

const toUserTask = (task: SdkTask): UserTask => ({
  key: task.userTaskKey,
  name: task.name ?? task.elementId,
  state: task.state,
  assignee: task.assignee === "" ? null : task.assignee,
  elementId: task.elementId,
  elementInstanceKey: task.elementInstanceKey,
  candidateGroups: task.candidateGroups,
  candidateUsers: task.candidateUsers,
  processId: task.processDefinitionId,
  processName: task.processName ?? task.processDefinitionId,
  processVersion: task.processDefinitionVersion,
  processInstanceKey: task.processInstanceKey,
  rootProcessInstanceKey: task.rootProcessInstanceKey,
  createdAt: Date.parse(task.creationDate),
  completedAt: instant(task.completionDate),
  dueAt: instant(task.dueDate),
  followUpAt: instant(task.followUpDate),
  priority: task.priority,
  formKey: task.externalFormReference,
  tags: task.tags,
});

const toSdkFilter = (filter: UserTaskFilter): SdkTaskFilter => ({
  ...(filter.state === undefined ? {} : { state: filter.state }),
  ...(filter.assignee === undefined
    ? {}
    : { assignee: filter.assignee === null ? { $exists: false } : filter.assignee }),
  ...(filter.candidateGroups === undefined ? {} : { candidateGroup: { $in: [...filter.candidateGroups] } }),
  ...(filter.candidateUser === undefined ? {} : { candidateUser: filter.candidateUser }),
  ...(filter.processId === undefined ? {} : { processDefinitionId: filter.processId }),
  ...(filter.processInstanceKey === undefined ? {} : { processInstanceKey: filter.processInstanceKey }),
  ...(filter.nameLike === undefined ? {} : { name: { $like: filter.nameLike } }),
  ...(filter.dueBefore === undefined ? {} : { dueDate: { $lt: new Date(filter.dueBefore).toISOString() } }),
  ...(filter.hasDueDate === undefined ? {} : { dueDate: { $exists: filter.hasDueDate } }),
  ...(filter.tag === undefined ? {} : { tags: [filter.tag] }),
  // Variable filters compare serialised JSON, hence the second pair of quotes.
  ...(filter.caseIds === undefined
    ? {}
    : {
        processInstanceVariables: [{ name: "caseId", value: { $in: filter.caseIds.map((id) => JSON.stringify(id)) } }],
      }),
});

/**
 * Waits on a cluster until its queries show the new holder: whoever claims a task and completes it at once would otherwise
 * be told that nobody has it. The command itself is done, so a wait that takes too long is no failure.
 */
const untilSeen = async (connection: Connection, userTaskKey: string, assignee: string | null): Promise<void> => {
  const { waitUpToMs } = connection.eventually.consistency;
  if (waitUpToMs === 0) return;
  const predicate = (task: { readonly assignee: string | null }): boolean => (task.assignee ?? null) === assignee;
  await connection
    .call("getUserTask", (sdk) =>
      sdk.getUserTask({ userTaskKey }, { consistency: { waitUpToMs, pollIntervalMs: 100, predicate } }),
    )
    .catch(() => undefined);
};

/** User tasks. */
export const taskCalls = (connection: Connection): EngineTasks => ({
  async searchUserTasks({ filter, sort, page }) {
    const found = await connection.call("searchUserTasks", (sdk) =>
      sdk.searchUserTasks(
        {
          filter: toSdkFilter(filter),
          ...(sort === undefined ? {} : { sort: sort.map(({ field, order }) => ({ field, order })) }),
          page:
            page.after === undefined
              ? { from: page.from ?? 0, limit: page.limit }
              : { after: page.after, limit: page.limit },
        },
        connection.now,
      ),
    );
    return {
      items: found.items.map(toUserTask),
      total: found.page.totalItems,
      isCapped: found.page.hasMoreTotalItems,
      endCursor: found.page.endCursor,
    };
  },

  async getUserTask(userTaskKey) {
    try {
      return toUserTask(
        await connection.call("getUserTask", (sdk) => sdk.getUserTask({ userTaskKey }, connection.eventually)),
      );
    } catch (error) {
      if (isEngineError(error, "NOT_FOUND", "BAD_REQUEST")) return undefined;
      throw error;
    }
  },

  async completeUserTask(userTaskKey, variables) {
    try {
      await connection.call("completeUserTask", (sdk) =>
        sdk.completeUserTask({ userTaskKey, variables: { ...variables } }),
      );
    } catch (error) {
      // Gone means that an earlier attempt got through, or that the process has moved on without it.
      if (!isEngineError(error, "NOT_FOUND")) throw error;
    }
  },

  async assignUserTask(userTaskKey, assignee, options = {}) {
    await connection.call("assignUserTask", (sdk) =>
      sdk.assignUserTask({ userTaskKey, assignee, allowOverride: options.override ?? false }),
    );
    await untilSeen(connection, userTaskKey, assignee);
  },

  async unassignUserTask(userTaskKey) {
    await connection.call("unassignUserTask", (sdk) => sdk.unassignUserTask({ userTaskKey }));
    await untilSeen(connection, userTaskKey, null);
  },
});
