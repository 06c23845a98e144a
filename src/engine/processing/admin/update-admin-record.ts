import type { UpdateAdminRecordCommand } from "../../protocol/admin-commands.js";
import { type CommandProcessor, reject } from "../command-processor.js";
import { absentReason } from "./record-names.js";

/** Changes an administration record. */
export const updateAdminRecord: CommandProcessor<UpdateAdminRecordCommand> = ({ table, id, changes }, p) => {
  if (p.state.admin.get(table, id) === undefined) reject("NOT_FOUND", absentReason("update", table, id));
  p.emit({ t: "admin-record.updated", table, id, changes });
  return null;
};
