import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from "typeorm";
import { portableColumns } from "../../../src/plugin-api/index.js";

type Columns = ReturnType<typeof portableColumns>;
const long = (length: number) => ({ length: String(length) });
const optional = (length: number) => ({ length: String(length), isNullable: true });
const index = (name: string, columnNames: string[], isUnique = false) =>
  new TableIndex({ name, columnNames, isUnique });

/** Names in SAPK are longer than those that were typed here. */
const WIDER: readonly (readonly [table: string, column: string])[] = [
  ["kepegawaian_pegawai", "jabatan"],
  ["kepegawaian_pegawai", "pendidikan"],
  ["kepegawaian_unit_kerja", "nama"],
];

/** Synchronisation with SAPK: snapshots, runs, their people and differences; and what SIASN holds of a PAK's documents. */
export class CreateSapk1764000800002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    for (const table of tables(c)) await runner.createTable(table);
    await runner.addColumn("kepegawaian_pak", new TableColumn(c.varchar("siasnUnggah", optional(32))));
    for (const [table, column] of WIDER) await widen(runner, c, table, column);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn("kepegawaian_pak", "siasnUnggah");
    for (const table of ["sapk_perbedaan", "sapk_antre", "sapk_run", "sapk_terkini", "snapshot", "sapk_instansi"]) {
      await runner.dropTable(`kepegawaian_${table}`);
    }
  }
}

/** By hand on MariaDB, where TypeORM would drop the column and make it anew. */
const widen = async (runner: QueryRunner, c: Columns, table: string, column: string): Promise<void> => {
  if (runner.dataSource.options.type === "mariadb") {
    await runner.query(`ALTER TABLE \`${table}\` MODIFY \`${column}\` varchar(200) NOT NULL`);
    return;
  }
  await runner.changeColumn(table, column, new TableColumn(c.varchar(column, long(200))));
};

const tables = (c: Columns): readonly Table[] => {
  const nip = c.varchar("nip", long(18));
  const nipKey = c.varchar("nip", { ...long(18), isPrimary: true });
  return [
    new Table({
      name: "kepegawaian_sapk_instansi",
      columns: [c.id("instansiId", { isPrimary: true }), c.varchar("siasnId", long(64))],
    }),
    new Table({
      name: "kepegawaian_snapshot",
      columns: [
        nipKey,
        c.int("versi", { isPrimary: true }),
        c.id("pegawaiId"),
        c.varchar("hash", long(64)),
        c.text("data"),
        c.varchar("sumber", long(8)),
        c.instant("sumberPada", { isNullable: true }),
        c.instant("ditarikPada"),
        c.id("runId"),
      ],
    }),
    new Table({
      name: "kepegawaian_sapk_terkini",
      columns: [
        nipKey,
        c.id("pegawaiId"),
        c.int("versi"),
        c.varchar("hash", long(64)),
        c.instant("sumberPada", { isNullable: true }),
        c.instant("diperiksaPada"),
      ],
    }),
    new Table({
      name: "kepegawaian_sapk_run",
      columns: [
        c.id("id", { isPrimary: true }),
        c.varchar("kunci", long(80)),
        c.id("instansiId"),
        c.boolean("semua"),
        c.int("putaran"),
        c.instant("dimulaiPada"),
        c.instant("selesaiPada", { isNullable: true }),
      ],
      indices: [
        index("ux_sapk_run_kunci", ["kunci"], true),
        index("ix_sapk_run_instansi", ["instansiId", "selesaiPada"]),
      ],
    }),
    new Table({
      name: "kepegawaian_sapk_antre",
      columns: [
        c.id("runId", { isPrimary: true }),
        nipKey,
        c.varchar("status", long(16)),
        c.boolean("sementara"),
        c.int("percobaan"),
        c.varchar("alasan", optional(500)),
      ],
      indices: [index("ix_sapk_antre_status", ["runId", "status", "nip"])],
    }),
    new Table({
      name: "kepegawaian_sapk_perbedaan",
      columns: [
        c.id("id", { isPrimary: true }),
        c.id("runId"),
        nip,
        c.varchar("nama", long(255)),
        c.varchar("bidang", long(24)),
        c.varchar("lokal", optional(255)),
        c.varchar("sumber", optional(255)),
        c.varchar("sebab", long(12)),
        c.instant("pada"),
      ],
      indices: [index("ix_sapk_perbedaan_run", ["runId", "nip"]), index("ix_sapk_perbedaan_nip", ["nip", "pada"])],
    }),
  ];
};
