import { type MigrationInterface, type QueryRunner, Table } from "typeorm";
import { portableColumns } from "../../platform/db/index.js";

export class CreateHistory1764000002002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    await runner.createTable(
      new Table({
        name: "history_entry",
        columns: [
          c.int("seq", { isPrimary: true }),
          c.instant("at"),
          c.varchar("actor_id", { length: "100" }),
          c.varchar("action", { length: "100" }),
          c.id("case_id", { isNullable: true }),
          c.text("body"),
          c.varchar("previous_hash", { length: "64" }),
          c.varchar("hash", { length: "64" }),
        ],
        indices: [
          { name: "ix_history_entry_case", columnNames: ["case_id", "seq"] },
          { name: "ix_history_entry_at", columnNames: ["at"] },
          { name: "ix_history_entry_actor", columnNames: ["actor_id", "seq"] },
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: "history_head",
        columns: [c.int("id", { isPrimary: true }), c.int("seq"), c.varchar("hash", { length: "64" })],
      }),
    );
    await runner.createTable(
      new Table({
        name: "history_personal",
        columns: [
          c.int("entry_seq", { isPrimary: true }),
          c.varchar("path", { isPrimary: true, length: "64" }),
          c.varchar("salt", { length: "32" }),
          c.text("value"),
        ],
      }),
    );
    await runner.query(`INSERT INTO history_head (id, seq, hash) VALUES (1, 0, '${"0".repeat(64)}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ["history_personal", "history_head", "history_entry"]) await runner.dropTable(table);
  }
}
