import { type MigrationInterface, type QueryRunner, Table } from "typeorm";
import { portableColumns } from "../../platform/db/index.js";

export class CreateFileHold1764000900001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    await runner.createTable(
      new Table({
        name: "file_hold",
        columns: [c.id("file_id", { isPrimary: true }), c.varchar("holder", { isPrimary: true, length: "100" })],
        indices: [{ name: "ix_file_hold_holder", columnNames: ["holder"] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("file_hold");
  }
}
