import type {
  SearchUserTaskEffectiveVariablesData,
  SearchUserTaskEffectiveVariablesResponse,
  VariableSearchResult,
} from "@camunda8/orchestration-cluster-api";
import type { UserTaskRow, VariableRow } from "../../engine/index.js";
import type { RecordStore } from "../context.js";
import type { Plain } from "../contract/plain.js";
import { findRecord } from "../records.js";
import { encodeCursor } from "../search/cursor.js";
import { filterCondition } from "../search/filter-condition.js";
import { variableSearch } from "./variables.js";

type Body = Plain<SearchUserTaskEffectiveVariablesData["body"]>;
type Item = Plain<VariableSearchResult>;

const MAX_VARIABLES = 10_000;
const DEFAULT_LIMIT = 100;

/** Keys of the scopes that a task sees, the innermost first, the process instance last. */
export async function scopeChain(store: RecordStore, task: UserTaskRow): Promise<readonly string[]> {
  const chain: string[] = [];
  let key = task.elementInstanceKey;
  while (key !== task.processInstanceKey) {
    chain.push(key);
    const element = await findRecord(store, "element_instance", key);
    if (element === undefined) break;
    key = element.scopeKey;
  }
  return [...chain, task.processInstanceKey];
}

/** The variables that a task sees: one per name, the innermost scope wins. */
export async function effectiveVariables(
  store: RecordStore,
  task: UserTaskRow,
  body: Body,
  query: { readonly truncateValues?: boolean } | undefined,
): Promise<Plain<SearchUserTaskEffectiveVariablesResponse>> {
  const definition = variableSearch(query);
  const chain = await scopeChain(store, task);
  const byName = filterCondition(definition.filter, body?.filter);
  const { rows } = await store.search({
    table: "variable",
    where: {
      kind: "all",
      of: [{ kind: "in", column: "scopeKey", values: chain }, ...(byName === undefined ? [] : [byName])],
    },
    page: { limit: MAX_VARIABLES },
    maxTotal: MAX_VARIABLES,
  });
  const items = sorted(innermost(rows, chain).map(definition.toItem), body?.sort);
  return paged(items, body?.page);
}

function innermost(rows: readonly VariableRow[], chain: readonly string[]): readonly VariableRow[] {
  const winners = new Map<string, VariableRow>();
  const depth = new Map(chain.map((key, index) => [key, index]));
  for (const row of rows) {
    const winner = winners.get(row.name);
    if (winner === undefined || (depth.get(row.scopeKey) ?? 0) < (depth.get(winner.scopeKey) ?? 0))
      winners.set(row.name, row);
  }
  return [...winners.values()];
}

function sorted(items: readonly Item[], sort: NonNullable<Body>["sort"]): readonly Item[] {
  const orders = [...(sort ?? []), { field: "name" as const, order: "ASC" as const }];
  return items.toSorted((left, right) => {
    for (const { field, order } of orders) {
      const [a, b] = [left[field], right[field]];
      if (a !== b) return (a < b ? -1 : 1) * (order === "DESC" ? -1 : 1);
    }
    return 0;
  });
}

function paged(
  items: readonly Item[],
  page: NonNullable<Body>["page"],
): Plain<SearchUserTaskEffectiveVariablesResponse> {
  const from = page?.from ?? 0;
  const shown = items.slice(from, from + (page?.limit ?? DEFAULT_LIMIT));
  const cursor = (item: Item | undefined): string | null =>
    item === undefined ? null : encodeCursor("effective-variables", [item.name]);
  return {
    items: shown,
    page: {
      totalItems: items.length,
      hasMoreTotalItems: false,
      startCursor: cursor(shown.at(0)),
      endCursor: cursor(shown.at(-1)),
    },
  };
}
