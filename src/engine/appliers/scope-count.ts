import type { MutableState } from "../state/mutable.js";
import type { ScopeRuntime } from "../state/rows.js";
import type { Scope } from "../state/scope.js";

/** Changes columns that both kinds of scope have. */
export function updateScope(
  state: MutableState,
  scope: Scope,
  patch: { activeChildren?: number; activeFlows?: number; runtime?: ScopeRuntime | null },
): void {
  if (scope.instance !== null) state.update("process_instance", scope.instance, patch);
  else if (scope.element !== null) state.update("element_instance", scope.element, patch);
}

/** A child has come or gone. */
export function childCountChanged(state: MutableState, scope: Scope, by: 1 | -1): void {
  updateScope(state, scope, { activeChildren: scope.row.activeChildren + by });
}

/** Adds to the engine-only state of a scope. */
export function updateRuntime(state: MutableState, scope: Scope, patch: ScopeRuntime): void {
  updateScope(state, scope, { runtime: { ...scope.row.runtime, ...patch } });
}
