import type { UserTask } from "../../camunda-client/index.js";
import type { CasePage } from "../../http/contract/cases.js";
import type { Actor } from "../../http/index.js";
import type { UnitOfWork } from "../../platform/db/index.js";
import type { CaseFile } from "../case-file.js";
import { caseTag } from "../engine-commands.js";
import type { CaseRoutesDeps } from "./case-routes-deps.js";

type OpenTask = CasePage["openTasks"][number];

const MOST = 100;

/** Open tasks of a case file in the engine: those that carry its tag or its variable. Engine reads only, no database. */
export const engineTasksOf = async (
  client: CaseRoutesDeps["client"],
  caseFile: CaseFile,
): Promise<readonly UserTask[]> => {
  if (caseFile.processInstanceKey === null) return [];
  const page = { limit: MOST };
  const { items } = await client.searchUserTasks({ filter: { state: "CREATED", tag: caseTag(caseFile.id) }, page });
  if (items.length > 0) return items;
  // Called instances do not inherit tags on every engine; the variable travels with them.
  return (await client.searchUserTasks({ filter: { state: "CREATED", caseIds: [caseFile.id] }, page })).items;
};

/** Names who has each task: the person, or the role it is offered to. */
export const openTasksOf = async (
  tx: UnitOfWork,
  { users, roleLabel, completedTasks }: Pick<CaseRoutesDeps, "users" | "roleLabel" | "completedTasks">,
  actor: Actor,
  tasks: readonly UserTask[],
): Promise<OpenTask[]> => {
  const completed = await completedTasks(
    tx,
    tasks.map(({ key }) => key),
  );
  const assignees = tasks.flatMap(({ assignee }) => (assignee === null ? [] : [assignee]));
  const contacts = assignees.length === 0 ? [] : await users.contacts(tx, { usernames: assignees });
  const names = new Map(contacts.map(({ username, displayName }) => [username, displayName]));
  const offeredTo = (groups: readonly string[]): string =>
    [...new Set(groups.map((group) => roleLabel(group.split("@")[0] ?? group)[actor.language]))].join(", ");

  return tasks
    .filter(({ key }) => !completed.has(key))
    .map(({ key, name, createdAt, dueAt, assignee, candidateGroups }) => ({
      key,
      name,
      since: createdAt,
      dueAt,
      who: assignee === null ? offeredTo(candidateGroups) : (names.get(assignee) ?? assignee),
      mine: assignee === actor.username,
    }));
};
