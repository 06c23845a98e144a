import { type MigrationInterface, type QueryRunner, Table, TableIndex, type TableOptions } from "typeorm";
import { portableColumns } from "../../../src/plugin-api/index.js";

type Columns = ReturnType<typeof portableColumns>;

/**
 * Heads of letters, signatories, number patterns and counters where no earlier release has made them. They came into the
 * world with SIWI and keep its table names, so that installations go on with their data.
 */
export class EnsureAcuanCetak1764000700001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables(portableColumns(runner))) {
      if (!(await runner.hasTable(table.name))) await runner.createTable(new Table(table));
    }
  }

  /** The tables go with the release that made them. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}

const length = (value: number) => ({ length: String(value) });
const unique = (name: string, columnNames: string[]) => new TableIndex({ name, columnNames, isUnique: true });
const inForce = (c: Columns) => [c.varchar("berlakuMulai", length(10)), c.varchar("sumber", length(200))];

const tables = (c: Columns): readonly (TableOptions & { readonly name: string })[] => [
  {
    name: "siwi_kop_surat",
    columns: [
      c.id("id", { isPrimary: true }),
      c.varchar("lingkup", length(36)),
      c.varchar("instansi", length(120)),
      c.varchar("unit", { ...length(160), isNullable: true }),
      c.text("alamat"),
      c.varchar("tempat", length(64)),
      ...inForce(c),
    ],
    indices: [unique("ux_siwi_kop_surat", ["lingkup", "berlakuMulai"])],
  },
  {
    name: "siwi_penandatangan",
    columns: [
      c.id("id", { isPrimary: true }),
      c.varchar("lingkup", length(36)),
      c.varchar("peran", length(24)),
      c.varchar("jabatan", length(160)),
      c.varchar("nama", length(120)),
      c.varchar("nip", length(18)),
      ...inForce(c),
    ],
    indices: [unique("ux_siwi_penandatangan", ["lingkup", "peran", "berlakuMulai"])],
  },
  {
    name: "siwi_pola_nomor",
    columns: [
      c.id("id", { isPrimary: true }),
      c.varchar("dokumen", length(24)),
      c.varchar("pola", length(64)),
      ...inForce(c),
    ],
    indices: [unique("ux_siwi_pola_nomor", ["dokumen", "berlakuMulai"])],
  },
  {
    name: "siwi_nomor",
    columns: [c.varchar("id", { ...length(64), isPrimary: true }), c.varchar("nomor", length(64))],
  },
  { name: "siwi_penghitung", columns: [c.varchar("id", { ...length(40), isPrimary: true }), c.int("terakhir")] },
];
