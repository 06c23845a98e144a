import { type MigrationInterface, type QueryRunner, Table, TableIndex } from "typeorm";

const text = (name: string, length: number, isNullable = false) => ({
  name,
  type: "varchar",
  length: String(length),
  isNullable,
});

/** Butir kegiatan and parameters of the credit rules. */
export class CreateReferenceTables1764000004001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "ak_butir_kegiatan",
        columns: [
          { ...text("id", 64), isPrimary: true },
          text("jenisJabatan", 32),
          text("kode", 16),
          text("uraian", 200),
          { name: "ak", type: "int" },
          text("satuan", 32),
          text("unsur", 4),
          text("jenjang", 16, true),
          text("tunggal", 32, true),
          { name: "maksimum", type: "int", isNullable: true },
          text("pendidikan", 4, true),
          { name: "berbagiPenulis", type: "boolean" },
          text("peraturan", 64),
          text("pasal", 64),
          text("status", 32),
          text("berlakuMulai", 10),
          text("berlakuSampai", 10, true),
        ],
      }),
    );
    await runner.createIndex(
      "ak_butir_kegiatan",
      new TableIndex({ name: "ix_ak_butir_kode", columnNames: ["jenisJabatan", "kode"] }),
    );
    await runner.createTable(
      new Table({
        name: "ak_aturan",
        columns: [
          { ...text("id", 64), isPrimary: true },
          text("jenis", 64),
          { name: "nilai", type: "text" },
          text("sumber", 200),
          text("status", 32),
          text("berlakuMulai", 10),
          text("berlakuSampai", 10, true),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("ak_aturan");
    await runner.dropTable("ak_butir_kegiatan");
  }
}
