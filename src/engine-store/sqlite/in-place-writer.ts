import type Database from "better-sqlite3";
import { packEvents } from "../schema/log-codec.js";
import type { CommitWriter, PreparedCommit } from "./commit-writer.js";
import { INSERT_LOG } from "./insert-log.js";
import type { StatementCache } from "./statement-cache.js";

/** Writes with the connection that reads, at once: a database in memory has no other. */
export function inPlaceWriter(database: Database.Database, statements: StatementCache): CommitWriter {
  const write = database.transaction(({ log: [position, time, lastKey, events], runs }: PreparedCommit) => {
    statements.get(INSERT_LOG).run(position, time, lastKey, packEvents(events));
    for (const { sql, values } of runs) statements.get(sql).run(values);
  });
  return {
    write: (commit) => write.immediate(commit),
    run: ({ sql, values }) => statements.get(sql).run(values).changes,
    close: () => undefined,
  };
}
