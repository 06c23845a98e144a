import type {
  GetVariableData,
  SearchVariablesData,
  VariableResult,
  VariableSearchResult,
} from "@camunda8/orchestration-cluster-api";
import type { VariableRow } from "../../engine/index.js";
import type { ApiContext } from "../context.js";
import type { Plain } from "../contract/plain.js";
import { json } from "../exchange.js";
import { defineOperation, type Operation } from "../operation.js";
import { getRecord } from "../records.js";
import { field, type FilterField } from "../search/filter-field.js";
import { searchPage, type SearchDefinition } from "../search/record-search-page.js";

/** Longer values are cut in search results; the figure is that of the server's document store. */
const MAX_SHOWN_CHARACTERS = 8191;

const variableResult = (row: VariableRow): Plain<VariableResult> => ({
  name: row.name,
  value: JSON.stringify(row.value),
  tenantId: row.tenantId,
  variableKey: row.variableKey,
  scopeKey: row.scopeKey,
  processInstanceKey: row.processInstanceKey,
  rootProcessInstanceKey: row.rootProcessInstanceKey,
});

const fullItem = (row: VariableRow): Plain<VariableSearchResult> => ({ ...variableResult(row), isTruncated: false });

const shownItem = (row: VariableRow): Plain<VariableSearchResult> => {
  const item = fullItem(row);
  if (item.value.length <= MAX_SHOWN_CHARACTERS) return item;
  return { ...item, value: item.value.slice(0, MAX_SHOWN_CHARACTERS), isTruncated: true };
};

const isTruncated: FilterField<"variable"> = (value) => ({
  kind: value === true ? "longerThan" : "notLongerThan",
  column: "value",
  characters: MAX_SHOWN_CHARACTERS,
});

/** Search over variables; `truncateValues` cuts long values, which is the default. */
export const variableSearch = (
  query: { readonly truncateValues?: boolean } | undefined,
): SearchDefinition<"variable", Plain<VariableSearchResult>> => ({
  table: "variable",
  filter: {
    name: field("name"),
    value: field("value"),
    tenantId: field("tenantId"),
    isTruncated,
    variableKey: field("variableKey"),
    scopeKey: field("scopeKey"),
    processInstanceKey: field("processInstanceKey"),
  },
  toItem: query?.truncateValues === false ? fullItem : shownItem,
});

/** Operations on variables. */
export const variableOperations = ({ store }: ApiContext): readonly Operation[] => [
  defineOperation<SearchVariablesData>({
    operationId: "searchVariables",
    method: "POST",
    url: "/variables/search",
    handle: async ({ body, query }) => json(await searchPage(store, variableSearch(query), body)),
  }),
  defineOperation<GetVariableData>({
    operationId: "getVariable",
    method: "GET",
    url: "/variables/{variableKey}",
    handle: async ({ path }) => json(variableResult(await getRecord(store, "variable", path.variableKey, "Variable"))),
  }),
];
