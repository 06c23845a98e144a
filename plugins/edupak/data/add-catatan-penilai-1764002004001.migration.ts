import { type MigrationInterface, type QueryRunner, TableColumn } from "typeorm";
import { portableColumns } from "../../../src/plugin-api/index.js";

const TABLE = "edupak_dupak";

/** Who closed the scoring of a DUPAK, and the note that its print carries in part VI. */
export class AddCatatanPenilai1764002004001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    await runner.addColumn(TABLE, new TableColumn(c.varchar("penilaiId", { length: "36", isNullable: true })));
    await runner.addColumn(TABLE, new TableColumn(c.text("catatanPenilai", { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn(TABLE, "catatanPenilai");
    await runner.dropColumn(TABLE, "penilaiId");
  }
}
