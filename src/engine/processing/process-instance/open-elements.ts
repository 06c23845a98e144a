import type { Key } from "../../state/rows.js";
import type { Scope } from "../../state/scope.js";
import { reject } from "../command-processor.js";
import type { Processing } from "../processing.js";

/** The open process instance of a command. @throws Rejected NOT_FOUND. */
export function openInstance(p: Processing, key: Key, verb: string): Scope {
  const scope = p.state.findScope(key);
  if (scope !== undefined && scope.instance !== null) return scope;
  return reject("NOT_FOUND", `Expected to ${verb} process instance but no process instance found with key '${key}'`);
}

/** Open element instances of a process instance, outermost first; all of them, or those of one element. */
export function instancesOf(instance: Scope, elementId?: string): Scope[] {
  const found: Scope[] = [];
  const look = (scope: Scope): void => {
    for (const child of scope.children) {
      if (child.instance !== null) continue;
      if (elementId === undefined || child.elementId === elementId) found.push(child);
      look(child);
    }
  };
  look(instance);
  return found;
}
