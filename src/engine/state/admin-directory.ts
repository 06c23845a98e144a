import type { AdminMembershipRow, AdminRow, AdminTable, AdminTableRows, GroupKind, MemberKind } from "./admin-rows.js";
import { ADMIN_IDS } from "./admin-tables.js";

/** The open administration records, for reading. */
export interface AdminRecords {
  /** The open record of an id, see ADMIN_IDS. */
  get<Table extends AdminTable>(table: Table, id: string): AdminTableRows[Table] | undefined;
  all<Table extends AdminTable>(table: Table): Iterable<AdminTableRows[Table]>;
  /** Memberships in a group, role or tenant. */
  membersOf(groupKind: GroupKind, groupId: string): readonly AdminMembershipRow[];
  /** Memberships of somebody. */
  membershipsOf(memberKind: MemberKind, memberId: string): readonly AdminMembershipRow[];
}

/** All open administration records in memory: there are few, and commands have to find them at once. */
export class AdminDirectory implements AdminRecords {
  readonly #tables = new Map<AdminTable, Map<string, AdminRow>>();
  readonly #memberships = new Map<string, Set<AdminMembershipRow>>();

  get<Table extends AdminTable>(table: Table, id: string): AdminTableRows[Table] | undefined {
    return this.#rows(table).get(id);
  }

  all<Table extends AdminTable>(table: Table): Iterable<AdminTableRows[Table]> {
    return this.#rows(table).values();
  }

  membersOf(groupKind: GroupKind, groupId: string): readonly AdminMembershipRow[] {
    return [...(this.#memberships.get(groupAddress(groupKind, groupId)) ?? [])];
  }

  membershipsOf(memberKind: MemberKind, memberId: string): readonly AdminMembershipRow[] {
    return [...(this.#memberships.get(memberAddress(memberKind, memberId)) ?? [])];
  }

  add(table: AdminTable, row: AdminRow): void {
    if (!row.open) return;
    this.#rows(table).set(idOf(table, row), row);
    for (const address of addressesOf(table, row)) {
      const found = this.#memberships.get(address) ?? new Set();
      found.add(row as AdminMembershipRow);
      this.#memberships.set(address, found);
    }
  }

  remove(table: AdminTable, row: AdminRow): void {
    this.#rows(table).delete(idOf(table, row));
    for (const address of addressesOf(table, row)) {
      const found = this.#memberships.get(address);
      found?.delete(row as AdminMembershipRow);
      if (found?.size === 0) this.#memberships.delete(address);
    }
  }

  #rows<Table extends AdminTable>(table: Table): Map<string, AdminTableRows[Table]> {
    let rows = this.#tables.get(table);
    if (rows === undefined) this.#tables.set(table, (rows = new Map<string, AdminRow>()));
    return rows as Map<string, AdminTableRows[Table]>;
  }
}

const idOf = (table: AdminTable, row: AdminRow): string => (ADMIN_IDS[table] as (row: AdminRow) => string)(row);

const groupAddress = (kind: GroupKind, id: string): string => `group ${kind} ${id}`;
const memberAddress = (kind: MemberKind, id: string): string => `member ${kind} ${id}`;

function addressesOf(table: AdminTable, row: AdminRow): readonly string[] {
  if (table !== "admin_membership") return [];
  const { groupKind, groupId, memberKind, memberId } = row as AdminMembershipRow;
  return [groupAddress(groupKind, groupId), memberAddress(memberKind, memberId)];
}
