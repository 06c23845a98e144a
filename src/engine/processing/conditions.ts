import type { ConditionalEvent, ExecutableElement } from "../deploy/index.js";
import { evaluateBoolean } from "../feel/index.js";
import type { Key } from "../state/rows.js";
import type { Scope } from "../state/scope.js";
import type { Processing } from "./processing.js";
import { triggerEvent } from "./trigger.js";

type Change = "create" | "update";

/** A conditional event that has just begun to wait occurs at once when its condition holds. */
export function checkCondition(p: Processing, scopeKey: Key, target: string): void {
  const scope = p.state.opened(scopeKey);
  if (scope !== undefined && waitsFor(scope, target) && holds(p, scope, target)) triggerEvent(p, scope, target, {});
}

/** Events that wait where the variable is visible occur when their condition holds now. */
export function checkConditions(p: Processing, scopeKey: Key, variable: string, change: Change): void {
  const scope = p.state.opened(scopeKey);
  if (scope === undefined) return;
  for (const { key, target } of waitingBelow(scope)) {
    const waiting = p.state.opened(key);
    // What came before in this list may have ended it.
    if (waiting === undefined || !waitsFor(waiting, target)) continue;
    if (looksAt(conditionOf(p, waiting, target), variable, change) && holds(p, waiting, target))
      triggerEvent(p, waiting, target, {});
  }
}

/** The scope and everything open inside it, without called instances, which have variables of their own. */
function waitingBelow(scope: Scope): readonly { readonly key: Key; readonly target: string }[] {
  const own = (scope.row.runtime?.conditions ?? []).map((target) => ({ key: scope.key, target }));
  const inner = [...scope.children].filter(({ instance }) => instance === null).flatMap(waitingBelow);
  return [...own, ...inner];
}

const waitsFor = (scope: Scope, target: string): boolean => scope.row.runtime?.conditions?.includes(target) === true;

function conditionOf(p: Processing, scope: Scope, target: string): ConditionalEvent | null {
  const element: ExecutableElement | undefined = p.state
    .executable(scope.row.processDefinitionKey)
    .elements.get(target);
  return element?.event?.kind === "conditional" ? element.event : null;
}

function looksAt(event: ConditionalEvent | null, variable: string, change: Change): boolean {
  if (event === null) return false;
  const { variableNames, variableEvents } = event;
  return (variableNames?.includes(variable) ?? true) && (variableEvents?.includes(change) ?? true);
}

/** What is not true, missing variables included, does not hold yet: no incident. */
function holds(p: Processing, scope: Scope, target: string): boolean {
  const event = conditionOf(p, scope, target);
  if (event === null) return false;
  const outcome = evaluateBoolean(event.condition, scope, { nowMs: p.now });
  return outcome.ok && outcome.value;
}
