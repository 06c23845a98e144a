import type Database from "better-sqlite3";
import type { SqlValue } from "../schema/column-codec.js";
import { packEvents } from "../schema/log-codec.js";
import type { CommitWriter, PreparedCommit } from "./commit-writer.js";
import { INSERT_LOG } from "./insert-log.js";
import type { StatementCache } from "./statement-cache.js";
import type { Statement, StatementSink } from "./statement-sink.js";
import { writeChanges } from "./write-changes.js";

/** Writes with the connection that reads, at once: a database in memory has no other. */
export function inPlaceWriter(database: Database.Database, statements: StatementCache): CommitWriter {
  const write = database.transaction(({ log: [position, time, lastKey, events], changes }: PreparedCommit) => {
    statements.get(INSERT_LOG).run(position, time, lastKey, packEvents(events));
    writeChanges(changes, new RunningSink(statements));
  });
  return {
    write: (commit) => write.immediate(commit),
    run: ({ sql, values }) => statements.get(sql).run(values).changes,
    close: () => undefined,
  };
}

/** Runs each statement as soon as it has its values. */
class RunningSink implements StatementSink {
  #statement: Statement | undefined;
  #values: SqlValue[] = [];

  constructor(private readonly statements: StatementCache) {}

  begin(statement: Statement): void {
    this.#statement = statement;
    this.#values = [];
  }

  text(value: string): void {
    this.#put(value);
  }

  number(value: number): void {
    this.#put(value);
  }

  bigint(value: bigint): void {
    this.#put(value);
  }

  none(): void {
    this.#put(null);
  }

  #put(value: SqlValue): void {
    this.#values.push(value);
    if (this.#values.length === this.#statement?.values) this.statements.get(this.#statement.sql).run(this.#values);
  }
}
