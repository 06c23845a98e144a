import type { SetUpAdministrationCommand } from "../../protocol/admin-commands.js";
import { membershipId } from "../../state/admin-tables.js";
import type { CommandProcessor } from "../command-processor.js";
import type { Processing } from "../processing.js";
import { emitCreated } from "./create-admin-record.js";
import { emitMember } from "./members.js";

/** The role of whoever may do everything. */
const ADMIN_ROLE = "admin";

/** What has to be there from the beginning. Done again it changes nothing but the given passwords. */
export const setUpAdministration: CommandProcessor<SetUpAdministrationCommand> = (command, p) => {
  // The default tenant cannot be deleted: once it is there, roles that are missing were deleted on purpose.
  if (p.state.admin.get("admin_tenant", command.tenant.tenantId) === undefined) {
    emitCreated(p, "admin_tenant", command.tenant);
    for (const role of command.roles) emitCreated(p, "admin_role", role);
    for (const authorization of command.authorizations) emitCreated(p, "admin_authorization", authorization);
  }
  for (const admin of command.admins) setUpAdmin(p, admin);
  return null;
};

function setUpAdmin(p: Processing, { username, passwordHash }: SetUpAdministrationCommand["admins"][number]): void {
  const existing = p.state.admin.get("admin_user", username);
  if (existing === undefined) emitCreated(p, "admin_user", { username, passwordHash, name: username, email: null });
  else if (existing.passwordHash !== passwordHash)
    p.emit({ t: "admin-record.updated", table: "admin_user", id: username, changes: { passwordHash } });
  const membership = {
    groupKind: "ROLE",
    groupId: ADMIN_ROLE,
    memberKind: "USER",
    memberId: username,
  } as const;
  const isMember = p.state.admin.get("admin_membership", membershipId(membership)) !== undefined;
  if (!isMember && p.state.admin.get("admin_role", ADMIN_ROLE) !== undefined) emitMember(p, membership);
}
