import type { SetVariablesCommand } from "../../protocol/commands.js";
import type { AuditEntry } from "../../state/audit-rows.js";
import type { VariableRow } from "../../state/rows.js";
import type { Scope } from "../../state/scope.js";
import type { Processing } from "../processing.js";
import { placeOf } from "./place.js";

/** The variable that a name stands for at a scope, or where it is visible from there. */
function visible(scope: Scope, name: string, isLocal: boolean): VariableRow | undefined {
  const own = scope.variables.get(name);
  if (own !== undefined || isLocal || scope.variableParent === null) return own;
  return visible(scope.variableParent, name, isLocal);
}

function entries({ elementInstanceKey, variables, local = false }: SetVariablesCommand, p: Processing): AuditEntry[] {
  const scope = p.state.findScope(elementInstanceKey);
  if (scope === undefined) return [];
  return Object.keys(variables).map((name) => {
    const variable = visible(scope, name, local);
    const isNew = variable === undefined || !p.madeBefore(variable.variableKey);
    return {
      ...placeOf(scope),
      // The value of a new variable may wait for task listeners: until then its scope is known only.
      entityKey: variable?.variableKey ?? elementInstanceKey,
      entityType: "VARIABLE",
      operationType: isNew ? "CREATE" : "UPDATE",
      category: "DEPLOYED_RESOURCES",
      entityDescription: name,
    };
  });
}

/** One entry for each variable that a command sets. */
export const auditedVariables = {
  before: entries,
  after: entries,
};
