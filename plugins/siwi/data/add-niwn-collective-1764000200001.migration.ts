import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from "typeorm";
import { portableColumns } from "../../../src/plugin-api/index.js";

const TABLE = "siwi_permohonan_niwn";
const INDEX = "ix_siwi_permohonan_kolektif";

/** A request may be part of a collective one. */
export class AddNiwnCollective1764000200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    await runner.addColumn(TABLE, new TableColumn(c.varchar("kolektifCaseId", { length: "36", isNullable: true })));
    await runner.createIndex(TABLE, new TableIndex({ name: INDEX, columnNames: ["kolektifCaseId"] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(TABLE, INDEX);
    await runner.dropColumn(TABLE, "kolektifCaseId");
  }
}
