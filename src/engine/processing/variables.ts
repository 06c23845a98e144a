import type { VariableMapping } from "../deploy/index.js";
import type { JsonObject, JsonValue } from "../state/rows.js";
import type { Scope } from "../state/scope.js";
import { toMapped, withValues } from "./expressions.js";
import type { Processing } from "./processing.js";

/** Sets one variable at exactly this scope. */
export function setLocal(p: Processing, scope: Scope, name: string, value: JsonValue): void {
  const existing = scope.variables.get(name);
  if (existing !== undefined && existing.value === value) return;
  p.emit({ t: "variable.set", key: existing?.variableKey ?? p.newKey(), scope: scope.key, name, value });
  if (p.state.executable(scope.row.processDefinitionKey).hasConditions)
    p.later({
      step: "check-conditions",
      scope: scope.key,
      variable: name,
      change: existing === undefined ? "create" : "update",
    });
}

/** Sets variables at exactly this scope. */
export function setAllLocal(p: Processing, scope: Scope, variables: JsonObject): void {
  for (const name of Object.keys(variables)) setLocal(p, scope, name, variables[name] ?? null);
}

/**
 * Writes each variable to the first scope from here upward that has it, else to the process instance (engine rule 18).
 * A scope that has the very same value already does not keep it from the scopes above: brokers do the same.
 */
export function mergeUpward(p: Processing, from: Scope, variables: JsonObject): void {
  for (const name of Object.keys(variables)) {
    const value = variables[name] ?? null;
    let target = from;
    while (target.variableParent !== null && !takes(target, name, value)) target = target.variableParent;
    setLocal(p, target, name, value);
  }
}

function takes(scope: Scope, name: string, value: JsonValue): boolean {
  const existing = scope.variables.get(name);
  return existing !== undefined && existing.value !== value && JSON.stringify(existing.value) !== JSON.stringify(value);
}

/** Input mappings: local variables of the element. Later ones see earlier ones; nested targets build new objects. */
export function applyInputMappings(p: Processing, scope: Scope, mappings: readonly VariableMapping[]): void {
  if (mappings.length === 0) return;
  setAllLocal(
    p,
    scope,
    evaluateMappings(p, scope, mappings, () => undefined),
  );
}

/** Output mappings: the only values that leave the element. Nested targets merge into the visible outer object. */
export function applyOutputMappings(
  p: Processing,
  scope: Scope,
  target: Scope,
  mappings: readonly VariableMapping[],
): void {
  if (mappings.length === 0) return;
  mergeUpward(
    p,
    target,
    evaluateMappings(p, scope, mappings, (name) => scope.get(name)),
  );
}

function evaluateMappings(
  p: Processing,
  scope: Scope,
  mappings: readonly VariableMapping[],
  existing: (name: string) => JsonValue | undefined,
): JsonObject {
  const results = new Map<string, JsonValue>();
  const visible = withValues(scope, results);
  // Of several mappings to the same target the last one counts, at the place of the first.
  const distinct = new Map(mappings.map((mapping) => [mapping.target, mapping]));
  for (const { source, path } of distinct.values()) {
    const value = toMapped(p, source, visible);
    const [root, ...inner] = path;
    if (root === undefined) continue;
    results.set(
      root,
      inner.length === 0 ? value : putAt(results.has(root) ? results.get(root) : existing(root), inner, value),
    );
  }
  return Object.fromEntries(results);
}

/** A copy of `base` (or a new object, when it is none) with the value at the path. */
function putAt(base: JsonValue | undefined, path: readonly string[], value: JsonValue): JsonValue {
  const [name, ...inner] = path;
  if (name === undefined) return value;
  const object: JsonObject =
    typeof base === "object" && base !== null && !Array.isArray(base) ? (base as JsonObject) : {};
  return { ...object, [name]: putAt(Object.hasOwn(object, name) ? object[name] : undefined, inner, value) };
}

/** All variables visible at a scope, or those of the names. */
export function visibleVariables(scope: Scope, names: readonly string[] = []): JsonObject {
  const found: Record<string, JsonValue> = {};
  const wanted = names.length > 0 ? new Set(names) : null;
  for (let at: Scope | null = scope; at !== null; at = at.variableParent) {
    for (const [name, row] of at.variables) {
      if (!Object.hasOwn(found, name) && (wanted === null || wanted.has(name))) found[name] = row.value;
    }
  }
  return found;
}

/** The variables of exactly this scope. */
export const localVariables = (scope: Scope): JsonObject =>
  Object.fromEntries([...scope.variables].map(([name, row]) => [name, row.value]));
