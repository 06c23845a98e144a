import type {
  AuthorizationRequest,
  AuthorizationResult,
  CreateAuthorizationData,
  DeleteAuthorizationData,
  GetAuthorizationData,
  SearchAuthorizationsData,
  UpdateAuthorizationData,
} from "@camunda8/orchestration-cluster-api";
import type { AdminAuthorizationRow, AdminContent } from "../../../engine/index.js";
import { SUPPORTED_PERMISSIONS } from "../../authorization/permissions.js";
import { run } from "../../command.js";
import type { ApiContext } from "../../context.js";
import type { Plain } from "../../contract/plain.js";
import { json, noContent } from "../../exchange.js";
import { defineOperation, type Operation } from "../../operation.js";
import { invalidArgument } from "../../problem.js";
import { field, type FilterField } from "../../search/filter-field.js";
import { searchPage } from "../../search/record-search-page.js";
import { checkText, getAdmin, open } from "./admin-record.js";

type Result = Plain<AuthorizationResult>;

const result = (row: AdminAuthorizationRow): Result => ({
  authorizationKey: row.authorizationKey,
  ownerId: row.ownerId,
  ownerType: row.ownerType as Result["ownerType"],
  resourceType: row.resourceType as Result["resourceType"],
  resourceId: row.resourceId,
  resourcePropertyName: row.resourcePropertyName,
  permissionTypes: [...row.permissionTypes] as Result["permissionTypes"],
});

const anyOf =
  (column: "resourceId" | "resourcePropertyName"): FilterField<"admin_authorization"> =>
  (value) => ({ kind: "in", column, values: value as readonly string[] });

function contentOf(body: Plain<AuthorizationRequest>): AdminContent<"admin_authorization"> {
  const { ownerId, ownerType, resourceType, permissionTypes } = body;
  const resourceId = "resourceId" in body ? body.resourceId : null;
  const resourcePropertyName = "resourcePropertyName" in body ? body.resourcePropertyName : null;
  checkText("ownerId", ownerId);
  if (resourceId !== null) checkText("resourceId", resourceId);
  if (resourcePropertyName !== null) checkText("resourcePropertyName", resourcePropertyName);
  if (permissionTypes.length === 0) throw invalidArgument("No permissionTypes provided");
  const supported = SUPPORTED_PERMISSIONS[resourceType];
  const others = permissionTypes.filter((permission) => !supported.includes(permission));
  if (others.length > 0)
    throw invalidArgument(
      `Expected permission types of resource type '${resourceType}', which are [${supported.join(", ")}], but there are [${others.join(", ")}]`,
    );
  return {
    ownerId,
    ownerType,
    resourceType,
    resourceId,
    resourcePropertyName,
    permissionTypes: [...new Set(permissionTypes)],
  };
}

/** What users, clients, roles, groups and mapping rules may do. */
export const authorizationOperations = ({ engine, store }: ApiContext): readonly Operation[] => [
  defineOperation<CreateAuthorizationData>({
    operationId: "createAuthorization",
    method: "POST",
    url: "/authorizations",
    handle: async ({ body }) => {
      const content = contentOf(body);
      const { key } = await run(engine, { type: "admin-record.create", table: "admin_authorization", content });
      return json({ authorizationKey: key }, 201);
    },
  }),
  defineOperation<SearchAuthorizationsData>({
    operationId: "searchAuthorizations",
    method: "POST",
    url: "/authorizations/search",
    handle: async ({ body }) =>
      json(
        await searchPage(
          store,
          {
            table: "admin_authorization",
            filter: {
              ownerId: field("ownerId"),
              ownerType: field("ownerType"),
              resourceIds: anyOf("resourceId"),
              resourcePropertyNames: anyOf("resourcePropertyName"),
              resourceType: field("resourceType"),
            },
            toItem: result,
          },
          body,
          open<"admin_authorization">(),
        ),
      ),
  }),
  defineOperation<GetAuthorizationData>({
    operationId: "getAuthorization",
    method: "GET",
    url: "/authorizations/{authorizationKey}",
    handle: async ({ path: { authorizationKey } }) =>
      json(result(await getAdmin(store, "admin_authorization", "authorizationKey", authorizationKey, "Authorization"))),
  }),
  defineOperation<UpdateAuthorizationData>({
    operationId: "updateAuthorization",
    method: "PUT",
    url: "/authorizations/{authorizationKey}",
    handle: async ({ path, body }) => {
      const changes = contentOf(body);
      await run(engine, {
        type: "admin-record.update",
        table: "admin_authorization",
        id: path.authorizationKey,
        changes,
      });
      return noContent();
    },
  }),
  defineOperation<DeleteAuthorizationData>({
    operationId: "deleteAuthorization",
    method: "DELETE",
    url: "/authorizations/{authorizationKey}",
    handle: async ({ path }) => {
      await run(engine, { type: "admin-record.delete", table: "admin_authorization", id: path.authorizationKey });
      return noContent();
    },
  }),
];
