import { type MigrationInterface, type QueryRunner, Table } from "typeorm";
import { portableColumns } from "../../../src/plugin-api/index.js";

/** Recaps. */
export class CreateRekap1764000700004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    await runner.createTable(
      new Table({
        name: "edupak_rekap",
        columns: [
          c.varchar("caseId", { length: "36", isPrimary: true }),
          c.varchar("jenis", { length: "16" }),
          c.varchar("instansiId", { length: "36", isNullable: true }),
          c.varchar("dari", { length: "10" }),
          c.varchar("sampai", { length: "10" }),
          c.int("masuk", { isNullable: true }),
          c.int("selesai", { isNullable: true }),
          c.int("baris", { isNullable: true }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("edupak_rekap");
  }
}
