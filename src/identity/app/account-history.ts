import type { Actor } from "../../http/index.js";
import type { Localised } from "../../platform/index.js";
import type { UnitOfWork } from "../../platform/db/index.js";

/** What identity writes into the history: the part of its entries that it uses. */
export interface AccountHistory {
  append(
    tx: UnitOfWork,
    entry: {
      readonly actorId: string;
      readonly actorName: string;
      readonly role: string | null;
      readonly action: string;
      readonly caseId: null;
      readonly subject: { readonly type: string; readonly id: string };
      readonly story: Localised;
      readonly changes?: readonly AccountChange[];
    },
  ): Promise<void>;
}

export interface AccountChange {
  readonly field: string;
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly personal?: boolean;
}

/** Who changes an account: an administrator in a role, the person, or the system (a job that opens an account). */
export interface ChangedBy {
  readonly id: string;
  readonly name: string;
  readonly role: string | null;
}

export const systemAccounts: ChangedBy = { id: "system:accounts", name: "Sistem", role: null };

/** The actor as history names him: with the role that gave the right. */
export const byActor = ({ userId, displayName, role }: Actor): ChangedBy => ({
  id: userId,
  name: displayName,
  role: role === null ? null : role.scopeId === null ? role.role : `${role.role}@${role.scopeId}`,
});

/** The person himself, before or without any role. */
export const byOneself = (user: { readonly id: string; readonly displayName: string }): ChangedBy => ({
  id: user.id,
  name: user.displayName,
  role: null,
});
