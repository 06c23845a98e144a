import { type MigrationInterface, type QueryRunner, Table } from "typeorm";
import { portableColumns } from "../../platform/db/index.js";

export class CreatePrintedDocument1764000003200 implements MigrationInterface {
  readonly name = "CreatePrintedDocument1764000003200";

  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    await runner.createTable(
      new Table({
        name: "printed_document",
        columns: [
          c.id("id", { isPrimary: true }),
          c.id("case_id"),
          c.varchar("template", { length: "150" }),
          c.varchar("template_version", { length: "64" }),
          c.varchar("title"),
          c.varchar("number", { isNullable: true }),
          c.id("file_id"),
          c.varchar("sha256", { length: "64" }),
          c.instant("issued_at"),
          c.varchar("issued_by", { length: "100" }),
          c.id("corrects", { isNullable: true }),
          c.varchar("print_key", { length: "150" }),
        ],
        indices: [
          { name: "ux_printed_document_print_key", columnNames: ["print_key"], isUnique: true },
          { name: "ix_printed_document_case", columnNames: ["case_id"] },
          { name: "ix_printed_document_sha256", columnNames: ["sha256"] },
          { name: "ix_printed_document_corrects", columnNames: ["corrects"] },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("printed_document");
  }
}
