import type { CamundaClient, UserTaskFilter } from "../../camunda-client/index.js";

type Client = Pick<CamundaClient, "searchUserTasks">;

/** How many tasks a search finds. */
export const countOf = async (client: Client, filter: UserTaskFilter): Promise<number> =>
  (await client.searchUserTasks({ filter, page: { limit: 1 } })).total;

/** The search for tasks that both find; undefined when they contradict each other. */
const both = (a: UserTaskFilter, b: UserTaskFilter): UserTaskFilter | undefined => {
  const merged: Record<string, unknown> = { ...a };
  for (const [field, value] of Object.entries(b)) {
    if (field in merged && JSON.stringify(merged[field]) !== JSON.stringify(value)) return undefined;
    merged[field] = value;
  }
  return merged;
};

/**
 * How many tasks several searches find together, each counted once: sums minus what pairs share plus what triples share, and
 * so on. Searches that find nothing cost nothing more, and that is the rule: hardly any task is offered in two ways.
 * @param counted what single searches find, where it is known.
 */
export const unionTotal = async (
  client: Client,
  filters: readonly UserTaskFilter[],
  counted: readonly (number | undefined)[] = [],
): Promise<number> => {
  const singles: { readonly filter: UserTaskFilter; readonly count: number }[] = [];
  for (const [index, filter] of filters.entries()) {
    const count = counted[index] ?? (await countOf(client, filter));
    if (count > 0) singles.push({ filter, count });
  }
  let total = 0;
  let level: readonly { readonly filter: UserTaskFilter; readonly last: number; readonly count: number }[] =
    singles.map(({ filter, count }, last) => ({ filter, last, count }));
  for (let sign = 1; level.length > 0; sign = -sign) {
    total += sign * level.reduce((sum, { count }) => sum + count, 0);
    const next: { filter: UserTaskFilter; last: number; count: number }[] = [];
    for (const { filter, last } of level) {
      for (const [index, single] of singles.entries()) {
        const shared = index > last ? both(filter, single.filter) : undefined;
        const count = shared === undefined ? 0 : await countOf(client, shared);
        if (shared !== undefined && count > 0) next.push({ filter: shared, last: index, count });
      }
    }
    level = next;
  }
  return total;
};
