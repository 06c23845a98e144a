import { type MigrationInterface, type QueryRunner, Table } from "typeorm";
import { portableColumns } from "../../platform/db/index.js";

export class CreateOutboxMessage1764000002001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    await runner.createTable(
      new Table({
        name: "outbox_message",
        columns: [
          // SQLite takes AUTOINCREMENT on a column spelt `integer` only.
          c.int("seq", { type: "integer", isPrimary: true, isGenerated: true, generationStrategy: "increment" }),
          c.id("id"),
          c.varchar("kind", { length: "64" }),
          c.varchar("order_key", { length: "191" }),
          c.text("payload"),
          c.int("attempts"),
          c.instant("next_at"),
          c.text("last_error", { isNullable: true }),
          c.instant("refused_at", { isNullable: true }),
        ],
        indices: [
          { name: "ix_outbox_message_order", columnNames: ["order_key", "seq"] },
          { name: "ix_outbox_message_next", columnNames: ["next_at"] },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("outbox_message");
  }
}
