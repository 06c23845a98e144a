import type { DecisionRequirements } from "./decision-model.js";

/** What is wrong with the arrows of the graph: unknown targets, and circles, which would never be decided. */
export function graphFaults({ decisions, knowledge }: DecisionRequirements): readonly string[] {
  const faults: string[] = [];
  for (const { id, requires, knows } of decisions.values()) {
    for (const other of requires.filter((required) => !decisions.has(required))) {
      faults.push(`decision '${id}': Expected the required decision '${other}' to be in the file, but it is not`);
    }
    for (const other of knows.filter((known) => !knowledge.has(known))) {
      faults.push(`decision '${id}': Expected the required knowledge '${other}' to be in the file, but it is not`);
    }
    if (needs(id, id, (from) => decisions.get(from)?.requires ?? [])) {
      faults.push(
        `decision '${id}': Expected a decision not to require itself, but it does, directly or through others`,
      );
    }
  }
  for (const { id } of knowledge.values()) {
    if (needs(id, id, (from) => knowledge.get(from)?.requires ?? [])) {
      faults.push(
        `business knowledge model '${id}': Expected it not to require itself, but it does, directly or through others`,
      );
    }
  }
  return faults;
}

function needs(from: string, wanted: string, requires: (id: string) => readonly string[]): boolean {
  const seen = new Set<string>();
  const open = [...requires(from)];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === wanted) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...requires(id));
  }
  return false;
}
