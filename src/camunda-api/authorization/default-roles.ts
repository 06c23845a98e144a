import type { AdminContent } from "../../engine/index.js";
import { DEFAULT_TENANT } from "../tenant.js";
import { SUPPORTED_PERMISSIONS, type Permission, type ResourceType } from "./permissions.js";

type Grants = Readonly<Partial<Record<ResourceType, readonly Permission[]>>>;

const READING: Grants = Object.fromEntries(
  Object.entries(SUPPORTED_PERMISSIONS).flatMap(([type, permissions]) => {
    const reads = permissions.filter((permission) => permission.startsWith("READ") || permission === "ACCESS");
    return reads.length === 0 ? [] : [[type, reads]];
  }),
);

/** The roles that are there from the beginning (public documentation, 8.9), each with what it may do on everything. */
const ROLES: readonly (readonly [roleId: string, name: string, grants: Grants])[] = [
  ["admin", "Admin", SUPPORTED_PERMISSIONS],
  ["readonly-admin", "Readonly Admin", READING],
  [
    "connectors",
    "Connectors",
    {
      PROCESS_DEFINITION: ["READ_PROCESS_DEFINITION", "UPDATE_PROCESS_INSTANCE"],
      MESSAGE: ["CREATE"],
      DOCUMENT: ["CREATE", "DELETE", "READ"],
    },
  ],
  [
    "rpa",
    "RPA",
    {
      PROCESS_DEFINITION: ["READ_PROCESS_DEFINITION", "UPDATE_PROCESS_INSTANCE"],
      RESOURCE: ["READ"],
      DOCUMENT: ["CREATE", "DELETE", "READ"],
    },
  ],
  [
    "app-integrations",
    "App Integrations",
    {
      PROCESS_DEFINITION: [
        "CREATE_PROCESS_INSTANCE",
        "READ_PROCESS_DEFINITION",
        "READ_PROCESS_INSTANCE",
        "READ_USER_TASK",
        "UPDATE_USER_TASK",
      ],
      DOCUMENT: ["CREATE", "DELETE", "READ"],
    },
  ],
  ["task-worker", "Task Worker", { COMPONENT: ["ACCESS"] }],
];

/** What a task worker may do with tasks that name the user or a group of the user in one of these. */
const OWN_TASKS: readonly Permission[] = ["READ", "CLAIM", "COMPLETE"];
const NAMING_PROPERTIES = ["assignee", "candidateUsers", "candidateGroups"] as const;

/** The tenant of everything that names none. */
export const defaultTenant: AdminContent<"admin_tenant"> = {
  tenantId: DEFAULT_TENANT,
  name: "Default",
  description: null,
};

/** The default roles. */
export const defaultRoles: readonly AdminContent<"admin_role">[] = ROLES.map(([roleId, name]) => ({
  roleId,
  name,
  description: null,
}));

const onEverything = ROLES.flatMap(([ownerId, , grants]) =>
  Object.entries(grants).map(([resourceType, permissionTypes]): AdminContent<"admin_authorization"> => ({
    ownerId,
    ownerType: "ROLE",
    resourceType,
    resourceId: "*",
    resourcePropertyName: null,
    permissionTypes,
  })),
);

const onOwnTasks = NAMING_PROPERTIES.map((resourcePropertyName): AdminContent<"admin_authorization"> => ({
  ownerId: "task-worker",
  ownerType: "ROLE",
  resourceType: "USER_TASK",
  resourceId: null,
  resourcePropertyName,
  permissionTypes: OWN_TASKS,
}));

/** Their authorizations. */
export const defaultAuthorizations = [...onEverything, ...onOwnTasks];
