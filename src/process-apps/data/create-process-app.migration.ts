import { type MigrationInterface, type QueryRunner, Table } from "typeorm";
import { portableColumns } from "../../platform/db/index.js";

export class CreateProcessApp1764000003300 implements MigrationInterface {
  readonly name = "CreateProcessApp1764000003300";

  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    await runner.createTable(
      new Table({
        name: "process_app",
        columns: [
          c.varchar("app", { length: "64", isPrimary: true }),
          c.varchar("version", { length: "32" }),
          c.varchar("hash", { length: "64" }),
          c.instant("deployed_at"),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("process_app");
  }
}
