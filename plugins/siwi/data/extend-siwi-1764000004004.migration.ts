import {
  type MigrationInterface,
  type QueryRunner,
  Table,
  TableColumn,
  type TableColumnOptions,
  TableIndex,
} from "typeorm";
import { portableColumns } from "../../../src/plugin-api/index.js";

type Columns = ReturnType<typeof portableColumns>;

/** Case files of periods, changes of profiles, numbers out of use, choices of a batch, and what documents print at head and foot. */
export class ExtendSiwi1764000004004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    for (const [table, column] of added(c)) await runner.addColumn(table, new TableColumn(column));
    for (const table of tables(c)) await runner.createTable(new Table(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    for (const { name } of tables(c).toReversed()) await runner.dropTable(name);
    for (const [table, { name }] of added(c).toReversed()) await runner.dropColumn(table, name);
  }
}

const added = (c: Columns): readonly (readonly [string, TableColumnOptions])[] => [
  ["siwi_periode", c.varchar("caseId", { length: "36", isNullable: true })],
  ["siwi_periode", c.varchar("ditutupPada", { length: "10", isNullable: true })],
  ["siwi_niwn", c.varchar("nonaktifPada", { length: "10", isNullable: true })],
  ["siwi_niwn", c.text("alasanNonaktif", { isNullable: true })],
  ["siwi_pengajuan_tpp", c.text("ditinggalkan", { isNullable: true })],
];

const tables = (c: Columns) => [
  {
    name: "siwi_perubahan_data",
    columns: [
      c.varchar("caseId", { length: "36", isPrimary: true }),
      c.varchar("pegawaiId", { length: "36" }),
      c.text("alasan"),
    ],
  },
  {
    name: "siwi_kop_surat",
    columns: [
      c.id("id", { isPrimary: true }),
      c.varchar("lingkup", { length: "36" }),
      c.varchar("instansi", { length: "120" }),
      c.varchar("unit", { length: "160", isNullable: true }),
      c.text("alamat"),
      c.varchar("tempat", { length: "64" }),
      c.varchar("berlakuMulai", { length: "10" }),
      c.varchar("sumber", { length: "200" }),
    ],
    indices: [new TableIndex({ name: "ux_siwi_kop_surat", columnNames: ["lingkup", "berlakuMulai"], isUnique: true })],
  },
  {
    name: "siwi_penandatangan",
    columns: [
      c.id("id", { isPrimary: true }),
      c.varchar("lingkup", { length: "36" }),
      c.varchar("peran", { length: "24" }),
      c.varchar("jabatan", { length: "160" }),
      c.varchar("nama", { length: "120" }),
      c.varchar("nip", { length: "18" }),
      c.varchar("berlakuMulai", { length: "10" }),
      c.varchar("sumber", { length: "200" }),
    ],
    indices: [
      new TableIndex({
        name: "ux_siwi_penandatangan",
        columnNames: ["lingkup", "peran", "berlakuMulai"],
        isUnique: true,
      }),
    ],
  },
  {
    name: "siwi_pola_nomor",
    columns: [
      c.id("id", { isPrimary: true }),
      c.varchar("dokumen", { length: "24" }),
      c.varchar("pola", { length: "64" }),
      c.varchar("berlakuMulai", { length: "10" }),
      c.varchar("sumber", { length: "200" }),
    ],
    indices: [new TableIndex({ name: "ux_siwi_pola_nomor", columnNames: ["dokumen", "berlakuMulai"], isUnique: true })],
  },
];
