import { type MigrationInterface, type QueryRunner, Table } from "typeorm";
import { portableColumns } from "../../platform/db/index.js";

export class CreateTasks1764000002005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    await runner.createTable(
      new Table({
        name: "task_draft",
        columns: [
          c.varchar("task_key", { isPrimary: true, length: "25" }),
          c.id("user_id", { isPrimary: true }),
          c.text("data"),
          c.int("revision"),
          c.instant("saved_at"),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: "task_comment",
        columns: [
          c.id("id", { isPrimary: true }),
          c.varchar("task_key", { length: "25" }),
          c.id("author_id"),
          c.varchar("author_name"),
          c.instant("at"),
          c.text("text"),
        ],
        indices: [{ name: "ix_task_comment_task", columnNames: ["task_key"] }],
      }),
    );
    await runner.createTable(
      new Table({
        name: "task_completion",
        columns: [
          c.varchar("task_key", { isPrimary: true, length: "25" }),
          c.id("case_id", { isNullable: true }),
          c.id("user_id"),
          c.varchar("user_name"),
          c.instant("at"),
          c.instant("sent_at", { isNullable: true }),
        ],
        indices: [{ name: "ix_task_completion_sent", columnNames: ["sent_at", "user_id"] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ["task_completion", "task_comment", "task_draft"]) await runner.dropTable(table);
  }
}
