import type { DeleteProcessInstanceCommand } from "../../protocol/history-commands.js";
import type { DeletableHistory } from "../../state/history-memory.js";
import { MAX_DELETED_ROWS } from "../../state/history-tables.js";
import type { Key } from "../../state/rows.js";
import type { TableName } from "../../state/tables.js";
import { type CommandProcessor, reject } from "../command-processor.js";

type KeysByTable = { readonly [Name in TableName]?: readonly string[] };

/**
 * Removes a finished instance, with those it has called and everything that belongs to them; the audit log stays. What is
 * large goes in slices, the instance itself in the last: until then the same command goes on with it.
 */
export const deleteProcessInstance: CommandProcessor<DeleteProcessInstanceCommand> = ({ processInstanceKey }, p) => {
  const open = p.state.findScope(processInstanceKey);
  if (open?.instance !== undefined && open.instance !== null)
    reject(
      "INVALID_STATE",
      `Expected to delete process instance with key '${processInstanceKey}', but it is still running. Cancel it first, or wait for its end`,
    );
  const history = p.state.history("process_instance", processInstanceKey);
  if (history.rows["process_instance"] === undefined)
    return reject(
      "NOT_FOUND",
      `Expected to delete process instance with key '${processInstanceKey}', but no such process instance was found`,
    );
  const { rows, hasMore } = sliceOf(history, processInstanceKey);
  p.emit({ t: "history.deleted", rows });
  // Recorded once, when it is done.
  if (hasMore) p.takeAudit();
  return { hasMore };
};

/** Keys for one commit: instances behind everything else, the one that is deleted last of all. */
function sliceOf(history: DeletableHistory, root: Key): { readonly rows: KeysByTable; readonly hasMore: boolean } {
  const { process_instance: instances = [], ...others } = history.rows;
  const ordered: readonly (readonly [TableName, readonly string[]])[] = [
    ...(Object.entries(others) as [TableName, readonly string[]][]),
    ["process_instance", history.isCut ? [] : [...instances.filter((key) => key !== root), root]],
  ];
  const rows: { [Name in TableName]?: readonly string[] } = {};
  let left = MAX_DELETED_ROWS;
  for (const [table, keys] of ordered) {
    if (keys.length > 0 && left > 0) rows[table] = keys.slice(0, left);
    left -= keys.length;
  }
  return { rows, hasMore: left < 0 || history.isCut };
}
