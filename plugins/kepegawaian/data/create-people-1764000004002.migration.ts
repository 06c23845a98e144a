import { type MigrationInterface, type QueryRunner, Table, TableIndex } from "typeorm";

const text = (name: string, length: number, isNullable = false) => ({
  name,
  type: "varchar",
  length: String(length),
  isNullable,
});
const id = { ...text("id", 36), isPrimary: true };

/** People, bodies, units and holidays. */
export class CreatePeople1764000004002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: "kepegawaian_instansi",
        columns: [id, text("nama", 120), text("kota", 64), { name: "punyaTpi", type: "boolean" }],
      }),
    );
    await runner.createTable(
      new Table({ name: "kepegawaian_unit_kerja", columns: [id, text("instansiId", 36), text("nama", 120)] }),
    );
    await runner.createTable(
      new Table({
        name: "kepegawaian_hari_libur",
        columns: [
          { ...text("tanggal", 10), isPrimary: true },
          text("nama", 80),
          text("jenis", 16),
          text("sumber", 120),
        ],
      }),
    );
    await runner.createTable(new Table({ name: "kepegawaian_pegawai", columns: pegawaiColumns }));
    await runner.createIndex(
      "kepegawaian_pegawai",
      new TableIndex({ name: "ux_pegawai_nip", columnNames: ["nip"], isUnique: true }),
    );
    await runner.createIndex(
      "kepegawaian_pegawai",
      new TableIndex({ name: "ix_pegawai_instansi", columnNames: ["instansiId"] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ["pegawai", "hari_libur", "unit_kerja", "instansi"]) {
      await runner.dropTable(`kepegawaian_${table}`);
    }
  }
}

const pegawaiColumns = [
  id,
  text("nip", 18),
  text("gelarDepan", 32, true),
  text("nama", 120),
  text("gelarBelakang", 64, true),
  text("tempatLahir", 64),
  text("tanggalLahir", 10),
  text("jenisKelamin", 1),
  text("noKarpeg", 16),
  text("pendidikan", 80),
  text("pendidikanDiperhitungkan", 4, true),
  text("golongan", 5),
  text("tmtGolongan", 10),
  text("jabatan", 80),
  text("jenjang", 16, true),
  text("tmtJabatan", 10),
  text("instansiId", 36),
  text("unitKerjaId", 36),
  text("surel", 120, true),
  { name: "aktif", type: "boolean" },
];
