import { type MigrationInterface, type QueryRunner, Table, TableColumn } from "typeorm";
import { portableColumns } from "../../../src/plugin-api/index.js";

/** Grades that are pulled from SIASN for a case file, by person. */
export class CreateTarikan1764001100001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    await runner.addColumn("ak_berkas_konversi", new TableColumn(c.int("tahunSiasn", { isNullable: true })));
    await runner.createTable(
      new Table({
        name: "ak_tarikan_predikat",
        columns: [
          c.id("caseId", { isPrimary: true }),
          c.varchar("nip", { length: "18", isPrimary: true }),
          c.text("hasil", { isNullable: true }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("ak_tarikan_predikat");
    await runner.dropColumn("ak_berkas_konversi", "tahunSiasn");
  }
}
