import type { AdminRecordTable, CreateAdminRecordCommand } from "../../protocol/admin-commands.js";
import type { AdminAuthorizationRow, AdminContent, AdminRow, ClusterVariableRow } from "../../state/admin-rows.js";
import { ADMIN_IDS, ADMIN_TABLES } from "../../state/admin-tables.js";
import type { Key } from "../../state/rows.js";
import { type CommandProcessor, reject } from "../command-processor.js";
import type { Processing } from "../processing.js";
import { absentReason, recordName } from "./record-names.js";

/** Makes an administration record; its id must not be taken. */
export const createAdminRecord: CommandProcessor<CreateAdminRecordCommand> = ({ table, content }, p) => {
  if (table === "admin_authorization") refuseSecondAuthorization(p, content);
  if (table === "cluster_variable") requireTenant(p, content);
  return { key: emitCreated(p, table, content) };
};

/**
 * Emits the creation and gives the new key.
 *
 * @throws Rejected ALREADY_EXISTS when an open record has the id.
 */
export function emitCreated<Table extends AdminRecordTable>(
  p: Processing,
  table: Table,
  content: AdminContent<Table>,
): Key {
  const key = p.newKey();
  const row = { [ADMIN_TABLES[table].primaryKey]: key, ...content, open: true } as unknown as AdminRow;
  const id = (ADMIN_IDS[table] as (row: AdminRow) => string)(row);
  if (p.state.admin.get(table, id) !== undefined)
    reject("ALREADY_EXISTS", `Expected to create ${recordName(table, id)}, but there is one already`);
  p.emit({ t: "admin-record.created", table, row });
  return key;
}

function refuseSecondAuthorization(p: Processing, wanted: AdminContent<"admin_authorization">): void {
  const isSame = (row: AdminAuthorizationRow): boolean =>
    (["ownerId", "ownerType", "resourceType", "resourceId", "resourcePropertyName"] as const).every(
      (column) => row[column] === wanted[column],
    );
  for (const row of p.state.admin.all("admin_authorization")) {
    if (isSame(row))
      reject(
        "ALREADY_EXISTS",
        `Expected to create authorization for owner '${wanted.ownerId}' for resource identifier '${wanted.resourceId ?? wanted.resourcePropertyName ?? ""}', but an authorization for this resource identifier already exists`,
      );
  }
}

function requireTenant(p: Processing, { tenantId }: Pick<ClusterVariableRow, "tenantId">): void {
  if (tenantId !== null && p.state.admin.get("admin_tenant", tenantId) === undefined)
    reject("NOT_FOUND", absentReason("create a cluster variable for", "admin_tenant", tenantId));
}
