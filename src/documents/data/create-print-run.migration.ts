import { type MigrationInterface, type QueryRunner, Table } from "typeorm";
import { portableColumns } from "../../platform/db/index.js";

export class CreatePrintRun1764000600002 implements MigrationInterface {
  readonly name = "CreatePrintRun1764000600002";

  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    await runner.createTable(
      new Table({
        name: "print_run",
        columns: [
          c.id("id", { isPrimary: true }),
          c.varchar("source", { length: "100" }),
          c.varchar("title"),
          c.varchar("status", { length: "16" }),
          c.text("reason", { isNullable: true }),
          c.varchar("started_by", { length: "100" }),
          c.instant("started_at"),
          c.instant("finished_at", { isNullable: true }),
          c.varchar("run_key", { length: "150" }),
        ],
        indices: [
          { name: "ux_print_run_key", columnNames: ["run_key"], isUnique: true },
          { name: "ix_print_run_status", columnNames: ["status", "started_at"] },
          { name: "ix_print_run_started_by", columnNames: ["started_by", "started_at"] },
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: "print_run_item",
        columns: [
          c.id("run_id", { isPrimary: true }),
          c.int("position", { isPrimary: true }),
          c.varchar("ref", { length: "100" }),
          c.varchar("label"),
          c.varchar("status", { length: "16" }),
          c.id("document_id", { isNullable: true }),
          c.text("reason", { isNullable: true }),
        ],
        indices: [{ name: "ix_print_run_item_status", columnNames: ["run_id", "status", "position"] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ["print_run_item", "print_run"]) await runner.dropTable(table);
  }
}
