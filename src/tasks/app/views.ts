import type { UserTaskFilter } from "../../camunda-client/index.js";
import { groupsOf } from "../../http/index.js";
import type { Caller } from "./caller.js";

/** Which tasks a list shows. */
export type View = "mine" | "group" | "all" | "done";

/** Open tasks assigned to the caller. */
export const mineFilter = ({ actor }: Caller): UserTaskFilter => ({ state: "CREATED", assignee: actor.username });

/** Tasks offered to the caller: to a group of the active role, or by name. */
const offeredFilters = ({ actor }: Caller): readonly UserTaskFilter[] => {
  const groups = groupsOf(actor);
  const byName: UserTaskFilter = { state: "CREATED", candidateUser: actor.username };
  return groups.length === 0 ? [byName] : [{ state: "CREATED", candidateGroups: groups }, byName];
};

/** Searches that together are a view; where they overlap the first of them wins. */
export const filtersOf = (view: View, caller: Caller): readonly UserTaskFilter[] => {
  switch (view) {
    case "mine":
      return [mineFilter(caller)];
    case "done":
      return [{ state: "COMPLETED", assignee: caller.actor.username }];
    case "group":
      return offeredFilters(caller).map((filter) => ({ ...filter, assignee: null }));
    case "all":
      if (caller.ability.can("oversee", "Task")) return [{ state: "CREATED" }];
      return [mineFilter(caller), ...offeredFilters(caller)];
  }
};
