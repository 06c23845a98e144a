import type {
  SearchUserTaskEffectiveVariablesData,
  SearchUserTaskEffectiveVariablesResponse,
} from "@camunda8/orchestration-cluster-api";
import type { UserTaskRow, VariableRow } from "../../engine/index.js";
import type { RecordStore } from "../context.js";
import type { Plain } from "../contract/plain.js";
import { findRecord } from "../records.js";
import { filterCondition } from "../search/filter-condition.js";
import { inMemoryPage } from "../search/in-memory-page.js";
import { variableSearch } from "./variables.js";

type Body = Plain<SearchUserTaskEffectiveVariablesData["body"]>;

const MAX_VARIABLES = 10_000;

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
  return inMemoryPage("effective-variables", innermost(rows, chain).map(definition.toItem), body, "name");
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
