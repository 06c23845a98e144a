import type {
  CreateMappingRuleData,
  DeleteMappingRuleData,
  GetMappingRuleData,
  MappingRuleResult,
  SearchMappingRuleData,
  UpdateMappingRuleData,
} from "@camunda8/orchestration-cluster-api";
import type { AdminContent } from "../../../engine/index.js";
import { run } from "../../command.js";
import type { ApiContext } from "../../context.js";
import type { Plain } from "../../contract/plain.js";
import { json, noContent } from "../../exchange.js";
import { defineOperation, type Operation } from "../../operation.js";
import { badRequest } from "../../problem.js";
import { field } from "../../search/filter-field.js";
import { searchPage, type SearchDefinition } from "../../search/record-search-page.js";
import { checkId, checkText, getAdmin, open } from "./admin-record.js";

const result = ({
  mappingRuleId,
  claimName,
  claimValue,
  name,
}: AdminContent<"admin_mapping_rule">): Plain<MappingRuleResult> => ({ mappingRuleId, claimName, claimValue, name });

/** How mapping rules are searched, by themselves and as members. */
export const mappingRuleSearch: SearchDefinition<"admin_mapping_rule", Plain<MappingRuleResult>> = {
  table: "admin_mapping_rule",
  filter: {
    claimName: field("claimName"),
    claimValue: field("claimValue"),
    name: field("name"),
    mappingRuleId: field("mappingRuleId"),
  },
  toItem: result,
};

/** The published contract leaves the body out of what is required; without one there is nothing to do. */
function required<T extends { readonly claimName: string; readonly claimValue: string; readonly name: string }>(
  body: T | undefined,
): T {
  if (body === undefined) throw badRequest("Required request body is missing");
  for (const attribute of ["claimName", "claimValue", "name"] as const) checkText(attribute, body[attribute]);
  return body;
}

/** Rules that make bearers of tokens with a claim members of groups, roles and tenants. */
export const mappingRuleOperations = ({ engine, store }: ApiContext): readonly Operation[] => [
  defineOperation<CreateMappingRuleData>({
    operationId: "createMappingRule",
    method: "POST",
    url: "/mapping-rules",
    handle: async ({ body }) => {
      const content = result(required(body));
      checkId("mappingRuleId", content.mappingRuleId);
      await run(engine, { type: "admin-record.create", table: "admin_mapping_rule", content });
      return json(content, 201);
    },
  }),
  defineOperation<SearchMappingRuleData>({
    operationId: "searchMappingRule",
    method: "POST",
    url: "/mapping-rules/search",
    handle: async ({ body }) => json(await searchPage(store, mappingRuleSearch, body, open<"admin_mapping_rule">())),
  }),
  defineOperation<GetMappingRuleData>({
    operationId: "getMappingRule",
    method: "GET",
    url: "/mapping-rules/{mappingRuleId}",
    handle: async ({ path }) =>
      json(result(await getAdmin(store, "admin_mapping_rule", "mappingRuleId", path.mappingRuleId, "Mapping rule"))),
  }),
  defineOperation<UpdateMappingRuleData>({
    operationId: "updateMappingRule",
    method: "PUT",
    url: "/mapping-rules/{mappingRuleId}",
    handle: async ({ path: { mappingRuleId }, body }) => {
      const { claimName, claimValue, name } = required(body);
      const changes = { claimName, claimValue, name };
      await run(engine, { type: "admin-record.update", table: "admin_mapping_rule", id: mappingRuleId, changes });
      return json(result({ mappingRuleId, ...changes }));
    },
  }),
  defineOperation<DeleteMappingRuleData>({
    operationId: "deleteMappingRule",
    method: "DELETE",
    url: "/mapping-rules/{mappingRuleId}",
    handle: async ({ path: { mappingRuleId } }) => {
      await run(engine, { type: "admin-record.delete", table: "admin_mapping_rule", id: mappingRuleId });
      return noContent();
    },
  }),
];
