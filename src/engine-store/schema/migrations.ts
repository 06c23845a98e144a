import type { TableName } from "../../engine/index.js";
import type { SqlDialect } from "../sql-dialect.js";
import { itemRowIndexStatement } from "./item-index.js";
import { moveKeys } from "./move-keys.js";
import { leaveOutCopies } from "./near-copies.js";
import { valueIndexStatement } from "./value-index.js";
import { createIndex, createTables, firstSchema } from "./schema-statements.js";

/** One numbered step of the schema; never edited once released (its text is held by a golden test). */
export interface Migration {
  readonly number: number;
  statements(dialect: SqlDialect): readonly string[];
}

/** The tables of version 1. */
const FIRST_TABLES: readonly TableName[] = [
  "deployment",
  "process_definition",
  "decision_requirements",
  "decision_definition",
  "form",
  "resource",
  "process_instance",
  "element_instance",
  "job",
  "user_task",
  "variable",
  "incident",
  "timer",
  "message",
  "message_subscription",
  "correlated_message",
  "signal_subscription",
  "decision_instance",
];

/** The tables of version 2. */
const LATER_TABLES: readonly TableName[] = ["audit_log", "batch_operation", "batch_operation_item"];

/** The tables of version 3. */
const ADMINISTRATION_TABLES: readonly TableName[] = [
  "admin_user",
  "admin_group",
  "admin_role",
  "admin_tenant",
  "admin_mapping_rule",
  "admin_membership",
  "admin_authorization",
  "cluster_variable",
  "global_task_listener",
];

/**
 * All steps in order; each table is created from the engine's spec by the step in which it appeared. Once a step is
 * released, a changed spec fails the golden test: add a step with ALTER statements and let the older one keep a frozen
 * copy of the old spec. A new table is a new step.
 */
export const MIGRATIONS: readonly Migration[] = [
  { number: 1, statements: (dialect) => firstSchema(dialect, FIRST_TABLES) },
  {
    number: 2,
    statements: (dialect) => [
      ...createTables(dialect, LATER_TABLES),
      // Without these, deleting the history of an instance would read whole tables.
      createIndex(dialect, "timer", ["processInstanceKey"]),
      createIndex(dialect, "signal_subscription", ["processInstanceKey"]),
    ],
  },
  { number: 3, statements: (dialect) => createTables(dialect, ADMINISTRATION_TABLES) },
  { number: 4, statements: (dialect) => [itemRowIndexStatement(dialect, "user_task")] },
  {
    number: 5,
    statements: (dialect) => moveKeys(dialect, [...FIRST_TABLES, ...LATER_TABLES, ...ADMINISTRATION_TABLES]),
  },
  { number: 6, statements: (dialect) => [valueIndexStatement(dialect)] },
  // Lists of instances in the order in which they were started.
  { number: 7, statements: (dialect) => [createIndex(dialect, "process_instance", ["startDate"])] },
  { number: 8, statements: leaveOutCopies },
];

/** Name of the table that lists the steps which have been run. */
export const MIGRATION_TABLE = "engine_migration";
