import { type MigrationInterface, type QueryRunner, Table } from "typeorm";
import { portableColumns } from "../../platform/db/index.js";

/** Other names of accounts. */
export class CreateAlias1764000700002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    await runner.createTable(
      new Table({
        name: "identity_alias",
        columns: [
          c.varchar("alias", { length: "100", isPrimary: true }),
          c.id("userId"),
          c.varchar("role", { length: "64", isNullable: true }),
        ],
        indices: [{ name: "identity_alias_user", columnNames: ["userId"] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("identity_alias");
  }
}
