import { type MigrationInterface, type QueryRunner, Table } from "typeorm";
import { portableColumns } from "../../platform/db/index.js";

export class CreateFormVersion1764000003100 implements MigrationInterface {
  readonly name = "CreateFormVersion1764000003100";

  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    await runner.createTable(
      new Table({
        name: "form_version",
        columns: [
          c.varchar("form_key", { length: "150", isPrimary: true }),
          c.int("version", { isPrimary: true }),
          c.varchar("hash", { length: "64" }),
          c.instant("published_at"),
          c.text("schema"),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("form_version");
  }
}
