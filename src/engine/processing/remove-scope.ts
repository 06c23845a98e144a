import type { Scope } from "../state/scope.js";
import { waitsForCancelingListeners } from "./canceling.js";
import { childEnded, terminate, terminateInstance } from "./lifecycle.js";
import type { Processing } from "./processing.js";

/** Ends an element, and the scopes around it in which nothing is left, after the canceling listeners inside have answered. */
export function removeScope(p: Processing, scope: Scope): void {
  if (p.state.opened(scope.key) === undefined) return;
  if (waitsForCancelingListeners(p, scope, { step: "remove", key: scope.key })) return;
  const around = scope.parent;
  terminate(p, scope);
  if (around === null || around.children.size > 0 || around.row.activeFlows > 0) return;
  if (around.instance === null) removeScope(p, around);
  else terminateInstance(p, around);
}

/** Ends an instance with everything in it, after the canceling listeners inside have answered. */
export function removeInstance(p: Processing, scope: Scope): void {
  if (!waitsForCancelingListeners(p, scope, { step: "terminate-instance", key: scope.key }))
    terminateInstance(p, scope);
}

/** Ends everything in a scope that itself goes on; what has canceling listeners, when they have answered. */
export function removeChildren(p: Processing, scope: Scope): void {
  for (const child of [...scope.children].toReversed())
    if (!waitsForCancelingListeners(p, child, { step: "terminate-child", key: child.key })) terminate(p, child);
}

/** The last listener inside a child has answered: it ends, and the scope around it hears of it when it is empty. */
export function terminateChild(p: Processing, child: Scope): void {
  const around = child.parent;
  terminate(p, child);
  if (around !== null && around.row.activeChildren === 0) childEnded(p, around);
}
