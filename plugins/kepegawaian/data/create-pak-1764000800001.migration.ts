import { type MigrationInterface, type QueryRunner, Table, TableIndex } from "typeorm";
import { portableColumns } from "../../../src/plugin-api/index.js";

const long = (length: number) => ({ length: String(length) });
const optional = (length: number) => ({ length: String(length), isNullable: true });

/** Decisions on credit and the months that they take up. */
export class CreatePak1764000800001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    await runner.createTable(
      new Table({
        name: "kepegawaian_pak",
        columns: [
          c.id("id", { isPrimary: true }),
          c.varchar("nip", long(18)),
          c.varchar("jenis", long(12)),
          c.varchar("nomor", long(120)),
          c.varchar("tanggal", long(10)),
          c.varchar("masaMulai", long(7)),
          c.varchar("masaSelesai", long(7)),
          c.varchar("akUtama", long(12)),
          c.varchar("akPenunjang", long(12)),
          c.varchar("akTotal", long(12)),
          c.boolean("pertama"),
          c.varchar("documentId", optional(36)),
          c.varchar("sumber", long(8)),
          c.varchar("siasnId", optional(64)),
          c.varchar("batalPada", optional(10)),
          c.varchar("batalAlasan", optional(255)),
        ],
        indices: [
          new TableIndex({ name: "ix_pak_nip", columnNames: ["nip", "masaMulai"] }),
          new TableIndex({ name: "ix_pak_siasn", columnNames: ["siasnId"] }),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: "kepegawaian_pak_bulan",
        columns: [
          c.varchar("nip", { ...long(18), isPrimary: true }),
          c.varchar("kelompok", { ...long(12), isPrimary: true }),
          c.varchar("bulan", { ...long(7), isPrimary: true }),
          c.id("pakId"),
        ],
        indices: [new TableIndex({ name: "ix_pak_bulan_pak", columnNames: ["pakId"] })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("kepegawaian_pak_bulan");
    await runner.dropTable("kepegawaian_pak");
  }
}
