import type { DeleteProcessInstanceCommand } from "../../protocol/history-commands.js";
import { type CommandProcessor, reject } from "../command-processor.js";

/** Removes a finished instance, with those it has called and everything that belongs to them; the audit log stays. */
export const deleteProcessInstance: CommandProcessor<DeleteProcessInstanceCommand> = ({ processInstanceKey }, p) => {
  const open = p.state.findScope(processInstanceKey);
  if (open?.instance !== undefined && open.instance !== null)
    reject(
      "INVALID_STATE",
      `Expected to delete process instance with key '${processInstanceKey}', but it is still running. Cancel it first, or wait for its end`,
    );
  const history = p.state.history("process_instance", processInstanceKey);
  if (history["process_instance"] === undefined)
    return reject(
      "NOT_FOUND",
      `Expected to delete process instance with key '${processInstanceKey}', but no such process instance was found`,
    );
  p.emit({ t: "history.deleted", rows: history });
  return null;
};
