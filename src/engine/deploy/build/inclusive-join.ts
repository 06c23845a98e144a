import type { InclusiveJoin, SequenceFlow } from "../executable-process.js";
import type { DraftElement, DraftScope } from "./draft.js";

/** For each incoming flow of a join: from where in the scope a token can still come by it. */
export function joinOf(join: DraftElement, scope: DraftScope): InclusiveJoin {
  const predecessors = predecessorsOf(scope);
  return { upstream: new Map(join.incoming.map((flow) => [flow, upstreamOf(flow, join, predecessors)])) };
}

function upstreamOf(
  flow: SequenceFlow,
  join: DraftElement,
  predecessors: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [flow.source.id];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    // Behind the join itself a token would pass it first.
    if (id === join.id || found.has(id)) continue;
    found.add(id);
    open.push(...(predecessors.get(id) ?? []));
  }
  return found;
}

function predecessorsOf(scope: DraftScope): ReadonlyMap<string, readonly string[]> {
  const result = new Map<string, string[]>();
  const add = (to: string, from: string): void => {
    result.set(to, [...(result.get(to) ?? []), from]);
  };
  for (const { source, target } of scope.flows) add(target.id, source.id);
  for (const element of scope.elements) {
    if (element.attachedTo !== null) add(element.id, element.attachedTo.id);
    if (element.type !== "INTERMEDIATE_THROW_EVENT" || element.event?.kind !== "link") continue;
    const target = scope.linkCatches.get(element.event.name);
    if (target !== undefined) add(target.id, element.id);
  }
  return result;
}
