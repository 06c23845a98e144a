import type { CaseDiagram } from "../../../http/contract/cases.js";

type Visit = CaseDiagram["elements"][number];

/** What the diagram shows of one element: all its visits together. */
export interface ElementState {
  readonly elementId: string;
  readonly state: "active" | "done" | "ended" | "incident";
  readonly visits: number;
  /** Time spent there in all visits, ms; open visits count until now. */
  readonly spentMs: number;
}

const stateOf = (visits: readonly Visit[]): ElementState["state"] => {
  if (visits.some((visit) => visit.incident)) return "incident";
  if (visits.some((visit) => visit.state === "ACTIVE")) return "active";
  return visits.some((visit) => visit.state === "COMPLETED") ? "done" : "ended";
};

/** Sums up the visits by element, in the order of their first visit. */
export function elementStates(visits: readonly Visit[], now: number): ElementState[] {
  const byElement = new Map<string, Visit[]>();
  for (const visit of visits) byElement.set(visit.elementId, [...(byElement.get(visit.elementId) ?? []), visit]);
  return [...byElement].map(([elementId, own]) => ({
    elementId,
    state: stateOf(own),
    visits: own.length,
    spentMs: own.reduce((sum, visit) => sum + Math.max(0, (visit.endedAt ?? now) - visit.startedAt), 0),
  }));
}
