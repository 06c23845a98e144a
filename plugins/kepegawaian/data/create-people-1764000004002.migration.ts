import { type MigrationInterface, type QueryRunner, Table, TableIndex } from "typeorm";
import { portableColumns } from "../../../src/plugin-api/index.js";

type Columns = ReturnType<typeof portableColumns>;
const long = (length: number) => ({ length: String(length) });
const optional = (length: number) => ({ length: String(length), isNullable: true });

/** People, bodies, units and holidays. */
export class CreatePeople1764000004002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    const id = c.id("id", { isPrimary: true });
    await runner.createTable(
      new Table({
        name: "kepegawaian_instansi",
        columns: [id, c.varchar("nama", long(120)), c.varchar("kota", long(64)), c.boolean("punyaTpi")],
      }),
    );
    await runner.createTable(
      new Table({ name: "kepegawaian_unit_kerja", columns: [id, c.id("instansiId"), c.varchar("nama", long(120))] }),
    );
    await runner.createTable(
      new Table({
        name: "kepegawaian_hari_libur",
        columns: [
          c.varchar("tanggal", { ...long(10), isPrimary: true }),
          c.varchar("nama", long(80)),
          c.varchar("jenis", long(16)),
          c.varchar("sumber", long(120)),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: "kepegawaian_pegawai",
        columns: pegawai(c),
        indices: [
          new TableIndex({ name: "ux_pegawai_nip", columnNames: ["nip"], isUnique: true }),
          new TableIndex({ name: "ix_pegawai_instansi", columnNames: ["instansiId"] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ["pegawai", "hari_libur", "unit_kerja", "instansi"]) {
      await runner.dropTable(`kepegawaian_${table}`);
    }
  }
}

const pegawai = (c: Columns) => [
  c.id("id", { isPrimary: true }),
  c.varchar("nip", long(18)),
  c.varchar("gelarDepan", optional(32)),
  c.varchar("nama", long(120)),
  c.varchar("gelarBelakang", optional(64)),
  c.varchar("tempatLahir", long(64)),
  c.varchar("tanggalLahir", long(10)),
  c.varchar("jenisKelamin", long(1)),
  c.varchar("noKarpeg", long(16)),
  c.varchar("pendidikan", long(80)),
  c.varchar("pendidikanDiperhitungkan", optional(4)),
  c.varchar("golongan", long(5)),
  c.varchar("tmtGolongan", long(10)),
  c.varchar("jabatan", long(80)),
  c.varchar("jenjang", optional(16)),
  c.varchar("tmtJabatan", long(10)),
  c.id("instansiId"),
  c.id("unitKerjaId"),
  c.varchar("surel", optional(120)),
  c.boolean("aktif"),
];
