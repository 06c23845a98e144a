import { type MigrationInterface, type QueryRunner, Table } from "typeorm";
import { portableColumns } from "../../../src/plugin-api/index.js";

/** Proposed changes of reference data. */
export class CreateUsulanAcuan1764000500002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    await runner.createTable(
      new Table({ name: "ak_usulan_acuan", columns: [c.id("caseId", { isPrimary: true }), c.text("usulan")] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("ak_usulan_acuan");
  }
}
