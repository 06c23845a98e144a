import type { EventOf } from "../protocol/events.js";
import type { AdminRow, AdminTable } from "../state/admin-rows.js";
import type { MutableState } from "../state/mutable.js";

/** A user, group, role or another administration record is there. */
export function adminRecordCreated({ table, row }: EventOf<"admin-record.created">, state: MutableState): void {
  state.insert(table, row);
}

/** Some of its members have other values. */
export function adminRecordUpdated({ table, id, changes }: EventOf<"admin-record.updated">, state: MutableState): void {
  state.update(table, existing(state, table, id), changes);
}

/** It stays as history; a deleted user has no password any more. */
export function adminRecordDeleted({ table, id }: EventOf<"admin-record.deleted">, state: MutableState): void {
  const gone = table === "admin_user" ? { open: false, passwordHash: "" } : { open: false };
  state.update(table, existing(state, table, id), gone);
}

function existing(state: MutableState, table: AdminTable, id: string): AdminRow {
  const row = state.admin.get(table, id);
  if (row === undefined) throw new Error(`Expected an open record '${id}' in '${table}', but there is none`);
  return row;
}
