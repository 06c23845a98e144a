import type { TableName } from "./tables.js";

/** Tables whose rows belong to one process instance, by `processInstanceKey`, and go with it. */
export const INSTANCE_TABLES = [
  "element_instance",
  "job",
  "user_task",
  "variable",
  "incident",
  "timer",
  "message_subscription",
  "correlated_message",
  "signal_subscription",
  "decision_instance",
  "process_instance",
] as const satisfies readonly TableName[];

/** Something whose history can be deleted: a process instance with those it called, or a decision evaluation. */
export type HistoryOwner = "process_instance" | "decision_instance";

/** Rows of history that one commit deletes; more of one instance go in several. */
export const MAX_DELETED_ROWS = 5_000;
