import type { TableName, TableRows } from "../../engine/index.js";

/**
 * Indexes that only pages of queries need, beside those of the engine's specs. An index of a spec that is the beginning of
 * one of these is left out.
 */
export const QUERY_INDEXES: {
  readonly [Name in TableName]?: readonly (readonly (keyof TableRows[Name] & string)[])[];
} = {
  // "My open tasks", newest first: with the date in the index, a page reads its own rows only, however many there are.
  user_task: [["assignee", "state", "creationDate"]],
};
