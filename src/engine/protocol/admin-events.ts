import type { AdminRow, AdminTable } from "../state/admin-rows.js";

/** What has happened to administration records. */
export type AdminEvent =
  | { readonly t: "admin-record.created"; readonly table: AdminTable; readonly row: AdminRow }
  | {
      readonly t: "admin-record.updated";
      readonly table: AdminTable;
      readonly id: string;
      readonly changes: Partial<AdminRow>;
    }
  | { readonly t: "admin-record.deleted"; readonly table: AdminTable; readonly id: string };
