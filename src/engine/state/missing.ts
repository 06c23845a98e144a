import type { HistoryOwner } from "./history-tables.js";
import type { Key } from "./rows.js";

/** Something that processing needs and memory does not hold. */
export type Need =
  | { readonly kind: "aggregates"; readonly roots: readonly Key[] }
  | { readonly kind: "owner"; readonly table: "job" | "user_task" | "incident" | "scope"; readonly key: Key }
  | { readonly kind: "timer"; readonly key: Key }
  | { readonly kind: "message"; readonly key: Key }
  | {
      readonly kind: "message-group";
      readonly tenantId: string;
      readonly name: string;
      readonly correlationKey: string;
    }
  | { readonly kind: "signal"; readonly tenantId: string; readonly name: string }
  | { readonly kind: "start-timers"; readonly definition: Key }
  | { readonly kind: "start-locks"; readonly correlationKey: string }
  | { readonly kind: "jobs"; readonly type: string }
  | { readonly kind: "history"; readonly owner: HistoryOwner; readonly key: Key }
  | { readonly kind: "batch-operation"; readonly key: Key }
  | { readonly kind: "executable"; readonly key: Key }
  | { readonly kind: "decision-graph"; readonly key: Key };

/** Thrown inside processing when a read cannot be answered from memory; caught by the writer only. */
export class MissingState extends Error {
  override readonly name = "MissingState";

  constructor(readonly need: Need) {
    super(`Expected state in memory, but this is not loaded: ${JSON.stringify(need)}`);
  }
}
