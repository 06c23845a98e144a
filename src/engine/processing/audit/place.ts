import type { AuditEntry } from "../../state/audit-rows.js";
import type { Scope } from "../../state/scope.js";

type Place = Pick<
  AuditEntry,
  | "tenantId"
  | "processDefinitionId"
  | "processDefinitionKey"
  | "processInstanceKey"
  | "rootProcessInstanceKey"
  | "elementInstanceKey"
>;

/** Where a scope belongs, as the columns of the audit log name it. */
export function placeOf(scope: Scope): Place {
  const { tenantId, processDefinitionId, processDefinitionKey, rootProcessInstanceKey } = scope.row;
  return {
    tenantId,
    processDefinitionId,
    processDefinitionKey,
    processInstanceKey: scope.process.key,
    rootProcessInstanceKey,
    ...(scope.element === null ? {} : { elementInstanceKey: scope.key }),
  };
}
