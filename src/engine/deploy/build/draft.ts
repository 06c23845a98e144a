import type { ExecutableElement, ScopeContent, SequenceFlow } from "../executable-process.js";

/** A type whose properties may still be written. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** An element while its process is built: connections are added when all elements are there. */
export type DraftElement = Writable<Omit<ExecutableElement, "incoming" | "outgoing" | "boundaryEvents" | "scope">> & {
  incoming: SequenceFlow[];
  outgoing: SequenceFlow[];
  boundaryEvents: DraftElement[];
  scope: DraftScope | null;
};

/** What is inside a scope while it is built. */
export type DraftScope = Writable<
  Omit<ScopeContent, "elements" | "flows" | "startEvents" | "eventSubProcesses" | "linkCatches">
> & {
  elements: DraftElement[];
  flows: SequenceFlow[];
  startEvents: DraftElement[];
  eventSubProcesses: { element: DraftElement; startEvent: DraftElement }[];
  linkCatches: Map<string, DraftElement>;
};

/** A scope with nothing in it. */
export function emptyScope(): DraftScope {
  return {
    elements: [],
    flows: [],
    startEvents: [],
    noneStartEvent: null,
    eventSubProcesses: [],
    linkCatches: new Map(),
  };
}
