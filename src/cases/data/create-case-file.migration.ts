import { type MigrationInterface, type QueryRunner, Table } from "typeorm";
import { portableColumns } from "../../platform/db/index.js";

export class CreateCaseFile1764000002003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    await runner.createTable(
      new Table({
        name: "case_file",
        columns: [
          c.id("id", { isPrimary: true }),
          c.varchar("app", { length: "64" }),
          c.varchar("type", { length: "64" }),
          c.varchar("reference", { length: "100" }),
          c.varchar("title", { length: "500" }),
          c.id("owner_id", { isNullable: true }),
          c.varchar("subject_name"),
          c.varchar("subject_number", { length: "64", isNullable: true }),
          c.varchar("unit_name", { isNullable: true }),
          c.varchar("status", { length: "64" }),
          c.varchar("process_instance_key", { length: "25", isNullable: true }),
          c.int("revision"),
          c.instant("opened_at"),
          c.instant("updated_at"),
          c.instant("closed_at", { isNullable: true }),
        ],
        indices: [
          { name: "ix_case_file_type", columnNames: ["app", "type", "status"] },
          { name: "ix_case_file_owner", columnNames: ["owner_id"] },
          { name: "ix_case_file_instance", columnNames: ["process_instance_key"] },
          { name: "ix_case_file_updated", columnNames: ["updated_at"] },
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: "case_scope",
        columns: [
          c.id("case_id", { isPrimary: true }),
          c.varchar("scope_type", { isPrimary: true, length: "64" }),
          c.varchar("scope_id", { length: "64" }),
        ],
        indices: [{ name: "ix_case_scope_scope", columnNames: ["scope_type", "scope_id"] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("case_scope");
    await runner.dropTable("case_file");
  }
}
