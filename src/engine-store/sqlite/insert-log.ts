import { LOG_TABLE } from "../schema/schema-statements.js";

/** Adds an entry to the record log. */
export const INSERT_LOG = `INSERT INTO "${LOG_TABLE}" ("position", "time", "lastKey", "events") VALUES (?, ?, ?, ?)`;
