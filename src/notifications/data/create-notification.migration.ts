import { type MigrationInterface, type QueryRunner, Table } from "typeorm";
import { portableColumns } from "../../platform/db/index.js";

export class CreateNotification1764000002006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    await runner.createTable(
      new Table({
        name: "notification",
        columns: [
          c.id("id", { isPrimary: true }),
          c.id("user_id"),
          c.varchar("news_key", { length: "191" }),
          c.text("title"),
          c.text("body"),
          c.id("case_id", { isNullable: true }),
          c.instant("at"),
          c.instant("read_at", { isNullable: true }),
        ],
        indices: [
          { name: "ux_notification_key", columnNames: ["user_id", "news_key"], isUnique: true },
          { name: "ix_notification_user", columnNames: ["user_id", "at"] },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("notification");
  }
}
