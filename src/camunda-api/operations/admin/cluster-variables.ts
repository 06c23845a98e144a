import type { ClusterVariableResult, SearchClusterVariablesData } from "@camunda8/orchestration-cluster-api";
import { clusterVariableId, type ClusterVariableRow } from "../../../engine/index.js";
import { run } from "../../command.js";
import type { ApiContext, RecordStore } from "../../context.js";
import type { Plain } from "../../contract/plain.js";
import { json, noContent } from "../../exchange.js";
import { defineOperation, type Operation } from "../../operation.js";
import { ApiProblem } from "../../problem.js";
import { field, type FilterField } from "../../search/filter-field.js";
import { searchPage } from "../../search/record-search-page.js";
import { checkText, open } from "./admin-record.js";

/** Characters of a value that searches show unless they are asked for all. */
const SHOWN = 8191;

interface VariableData {
  readonly path: Readonly<Record<string, string>>;
  readonly body: { readonly name: string; readonly value: unknown };
  readonly url: string;
}

type Content = Pick<ClusterVariableRow, "name" | "scope" | "tenantId" | "value">;

const result = ({ name, scope, tenantId, value }: Content): Plain<ClusterVariableResult> => ({
  name,
  scope,
  tenantId,
  value,
});

const isTruncated: FilterField<"cluster_variable"> = (value) => ({
  kind: value === true ? "longerThan" : "notLongerThan",
  column: "value",
  characters: SHOWN,
});

/** Values that expressions see as `camunda.vars`, for the cluster or for a tenant. */
export const clusterVariableOperations = (context: ApiContext): readonly Operation[] => [
  ...operationsOf("Global", "/cluster-variables/global", context),
  ...operationsOf("Tenant", "/cluster-variables/tenants/{tenantId}", context),
  defineOperation<SearchClusterVariablesData>({
    operationId: "searchClusterVariables",
    method: "POST",
    url: "/cluster-variables/search",
    handle: async ({ body, query }) => {
      const shown = query?.truncateValues === false ? Number.POSITIVE_INFINITY : SHOWN;
      const page = await searchPage(
        context.store,
        {
          table: "cluster_variable",
          filter: {
            name: field("name"),
            value: field("value"),
            scope: field("scope"),
            tenantId: field("tenantId"),
            isTruncated,
          },
          toItem: (row) => ({
            ...result(row),
            value: row.value.slice(0, shown),
            isTruncated: row.value.length > shown,
          }),
        },
        body,
        open<"cluster_variable">(),
      );
      return json(page);
    },
  }),
];

function operationsOf(kind: "Global" | "Tenant", folder: string, { engine, store }: ApiContext): readonly Operation[] {
  const scope = kind === "Global" ? "GLOBAL" : "TENANT";
  const addressOf = ({ path }: { readonly path: unknown }) => {
    const { tenantId, name = "" } = (path ?? {}) as VariableData["path"];
    return { tenantId: tenantId ?? null, name };
  };
  const one = `${folder}/{name}`;
  return [
    defineOperation<VariableData>({
      operationId: `create${kind}ClusterVariable`,
      method: "POST",
      url: folder,
      handle: async (call) => {
        const { name, value } = call.body;
        checkText("name", name);
        const content: Content = { ...addressOf(call), name, scope, value: JSON.stringify(value) };
        await run(engine, { type: "admin-record.create", table: "cluster_variable", content });
        return json(result(content));
      },
    }),
    defineOperation<VariableData>({
      operationId: `get${kind}ClusterVariable`,
      method: "GET",
      url: one,
      handle: async (call) => json(result(await getVariable(store, addressOf(call)))),
    }),
    defineOperation<VariableData>({
      operationId: `update${kind}ClusterVariable`,
      method: "PUT",
      url: one,
      handle: async (call) => {
        const { tenantId, name } = addressOf(call);
        const value = JSON.stringify(call.body.value);
        const id = clusterVariableId(tenantId, name);
        await run(engine, { type: "admin-record.update", table: "cluster_variable", id, changes: { value } });
        return json(result({ name, scope, tenantId, value }));
      },
    }),
    defineOperation<VariableData>({
      operationId: `delete${kind}ClusterVariable`,
      method: "DELETE",
      url: one,
      handle: async (call) => {
        const { tenantId, name } = addressOf(call);
        await run(engine, {
          type: "admin-record.delete",
          table: "cluster_variable",
          id: clusterVariableId(tenantId, name),
        });
        return noContent();
      },
    }),
  ];
}

async function getVariable(
  store: RecordStore,
  { tenantId, name }: { readonly tenantId: string | null; readonly name: string },
): Promise<ClusterVariableRow> {
  const rows = await store.select({ table: "cluster_variable", equals: { name, open: true } });
  const found = rows.find((row) => row.tenantId === tenantId);
  if (found !== undefined) return found;
  const where = tenantId === null ? "" : ` of tenant '${tenantId}'`;
  throw new ApiProblem(404, "NOT_FOUND", `Cluster variable with name '${name}'${where} not found`);
}
