import { type MigrationInterface, type QueryRunner, Table, TableIndex } from "typeorm";
import { portableColumns } from "../../../src/plugin-api/index.js";

const long = (length: number) => ({ length: String(length) });
const optional = (length: number) => ({ length: String(length), isNullable: true });

/** Butir kegiatan and parameters of the credit rules. */
export class CreateReferenceTables1764000004001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    const inForce = [c.varchar("berlakuMulai", long(10)), c.varchar("berlakuSampai", optional(10))];
    await runner.createTable(
      new Table({
        name: "ak_butir_kegiatan",
        columns: [
          c.varchar("id", { ...long(64), isPrimary: true }),
          c.varchar("jenisJabatan", long(32)),
          c.varchar("kode", long(16)),
          c.varchar("uraian", long(200)),
          c.int("ak"),
          c.varchar("satuan", long(32)),
          c.varchar("unsur", long(4)),
          c.varchar("jenjang", optional(16)),
          c.varchar("tunggal", optional(32)),
          c.int("maksimum", { isNullable: true }),
          c.varchar("pendidikan", optional(4)),
          c.boolean("berbagiPenulis"),
          c.varchar("peraturan", long(64)),
          c.varchar("pasal", long(64)),
          c.varchar("status", long(32)),
          ...inForce,
        ],
        indices: [new TableIndex({ name: "ix_ak_butir_kode", columnNames: ["jenisJabatan", "kode"] })],
      }),
    );
    await runner.createTable(
      new Table({
        name: "ak_aturan",
        columns: [
          c.varchar("id", { ...long(64), isPrimary: true }),
          c.varchar("jenis", long(64)),
          c.text("nilai"),
          c.varchar("sumber", long(200)),
          c.varchar("status", long(32)),
          ...inForce,
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("ak_aturan");
    await runner.dropTable("ak_butir_kegiatan");
  }
}
