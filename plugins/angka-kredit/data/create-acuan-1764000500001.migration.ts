import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from "typeorm";
import { portableColumns } from "../../../src/plugin-api/index.js";

/**
 * One table for reference data of every kind. It takes the place of `ak_aturan`, whose only row came from the seed and is
 * written again by it in the new form.
 */
export class CreateAcuan1764000500001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    await runner.createTable(
      new Table({
        name: "ak_acuan",
        columns: [
          c.varchar("id", { length: "120", isPrimary: true }),
          c.varchar("jenis", { length: "48" }),
          c.varchar("kunci", { length: "48" }),
          c.text("nilai"),
          c.varchar("peraturan", { length: "200" }),
          c.varchar("pasal", { length: "120", isNullable: true }),
          c.varchar("status", { length: "32" }),
          c.varchar("berlakuMulai", { length: "10" }),
          c.varchar("berlakuSampai", { length: "10", isNullable: true }),
        ],
        indices: [
          new TableIndex({ name: "ux_ak_acuan", columnNames: ["jenis", "kunci", "berlakuMulai"], isUnique: true }),
        ],
      }),
    );
    await runner.addColumn("ak_butir_kegiatan", new TableColumn(c.int("jamMinimal", { isNullable: true })));
    await runner.addColumn("ak_butir_kegiatan", new TableColumn(c.int("jamMaksimal", { isNullable: true })));
    await runner.dropTable("ak_aturan");
  }

  async down(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    await runner.createTable(
      new Table({
        name: "ak_aturan",
        columns: [
          c.varchar("id", { length: "64", isPrimary: true }),
          c.varchar("jenis", { length: "64" }),
          c.text("nilai"),
          c.varchar("sumber", { length: "200" }),
          c.varchar("status", { length: "32" }),
          c.varchar("berlakuMulai", { length: "10" }),
          c.varchar("berlakuSampai", { length: "10", isNullable: true }),
        ],
      }),
    );
    await runner.dropColumn("ak_butir_kegiatan", "jamMaksimal");
    await runner.dropColumn("ak_butir_kegiatan", "jamMinimal");
    await runner.dropTable("ak_acuan");
  }
}
