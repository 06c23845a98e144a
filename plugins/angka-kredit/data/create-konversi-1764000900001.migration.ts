import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions, TableIndex } from "typeorm";
import { portableColumns } from "../../../src/plugin-api/index.js";

type Columns = ReturnType<typeof portableColumns>;
interface TableSpec {
  readonly name: string;
  readonly columns: readonly TableColumnOptions[];
  readonly indices?: readonly TableIndex[];
}

const index = (name: string, columnNames: string[], isUnique = false) =>
  new TableIndex({ name, columnNames, isUnique });
const length = (value: number) => ({ length: String(value) });
const key = (value: number) => ({ length: String(value), isPrimary: true });
const optional = (value: number) => ({ length: String(value), isNullable: true });
const NULLABLE = { isNullable: true };

/** Grades, conversions with their months, opening balances, degrees and PAK of the conversion regime. */
export class CreateKonversi1764000900001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { name, columns, indices = [] } of tables(portableColumns(runner))) {
      await runner.createTable(new Table({ name, columns: [...columns], indices: [...indices] }));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables(portableColumns(runner)).toReversed()) await runner.dropTable(name);
  }
}

const tables = (c: Columns): readonly TableSpec[] => [
  berkas(c),
  baris(c),
  konversi(c),
  bulan(c),
  ...accounts(c),
  pak(c),
];

const berkas = (c: Columns): TableSpec => ({
  name: "ak_berkas_konversi",
  columns: [
    c.id("caseId", { isPrimary: true }),
    c.id("instansiId"),
    c.id("unitId", NULLABLE),
    c.id("pembuatId"),
    c.id("pembuatPegawaiId", NULLABLE),
    c.id("fileId", NULLABLE),
    c.text("pesan", NULLABLE),
    c.boolean("tanpaBermasalah"),
    c.text("penetap", NULLABLE),
    c.varchar("tanggal", optional(10)),
    c.boolean("terbitkanPak"),
    c.id("masalahFileId", NULLABLE),
    c.id("rekapFileId", NULLABLE),
    c.id("menggantiId", NULLABLE),
    c.text("alasan", NULLABLE),
  ],
});

const baris = (c: Columns): TableSpec => ({
  name: "ak_baris_konversi",
  columns: [
    c.id("id", { isPrimary: true }),
    c.id("caseId"),
    c.int("baris"),
    c.varchar("nip", length(32)),
    c.text("isi"),
    c.text("masalah"),
    c.text("periode", NULLABLE),
    c.varchar("status", length(12)),
  ],
  indices: [
    index("ux_ak_baris_konversi", ["caseId", "baris"], true),
    index("ix_ak_baris_konversi_status", ["caseId", "status", "nip"]),
  ],
});

const konversi = (c: Columns): TableSpec => ({
  name: "ak_konversi",
  columns: [
    c.id("id", { isPrimary: true }),
    c.id("caseId"),
    c.id("barisId"),
    c.id("pegawaiId"),
    c.varchar("nip", length(18)),
    c.varchar("jenjang", length(16)),
    c.varchar("golongan", length(5)),
    c.int("tahun"),
    c.int("bulanMulai"),
    c.int("bulanSelesai"),
    c.varchar("predikat", length(16)),
    c.int("persentase"),
    c.int("koefisien"),
    c.int("angkaKredit"),
    c.varchar("nomor", length(120)),
    c.varchar("tanggal", length(10)),
    c.text("perorangan"),
    c.text("penetap"),
    c.text("akumulasi"),
    c.id("dokumenId", NULLABLE),
    c.id("menggantiId", NULLABLE),
    c.id("digantiId", NULLABLE),
    c.id("pakId", NULLABLE),
  ],
  indices: [
    index("ux_ak_konversi_baris", ["barisId"], true),
    index("ix_ak_konversi_nip", ["nip"]),
    index("ix_ak_konversi_case", ["caseId", "dokumenId"]),
    index("ix_ak_konversi_nomor", ["nomor"]),
    index("ix_ak_konversi_pak", ["pakId"]),
  ],
});

const bulan = (c: Columns): TableSpec => ({
  name: "ak_konversi_bulan",
  columns: [c.varchar("nip", key(18)), c.varchar("bulan", key(7)), c.id("konversiId")],
  indices: [index("ix_ak_konversi_bulan", ["konversiId"])],
});

const accounts = (c: Columns): readonly TableSpec[] => [
  {
    name: "ak_saldo_awal",
    columns: [
      c.varchar("nip", key(18)),
      c.varchar("jenjang", key(16)),
      c.varchar("presentasi", length(12)),
      c.varchar("golonganMasuk", length(5)),
      c.int("akDasar"),
      c.int("akLama"),
      c.int("akPenyesuaian"),
      c.int("akIntegrasi"),
      c.id("caseId"),
    ],
  },
  {
    name: "ak_ijazah",
    columns: [
      c.varchar("nip", key(18)),
      c.varchar("jenjang", length(16)),
      c.varchar("tingkat", length(4)),
      c.int("ak"),
      c.id("caseId"),
    ],
  },
];

const pak = (c: Columns): TableSpec => ({
  name: "ak_pak_konversi",
  columns: [
    c.id("id", { isPrimary: true }),
    c.id("caseId"),
    c.id("pegawaiId"),
    c.varchar("nip", length(18)),
    c.varchar("jenjang", length(16)),
    c.varchar("golongan", length(5)),
    c.varchar("untuk", length(24)),
    c.varchar("nomor", length(120)),
    c.varchar("tanggal", length(10)),
    c.varchar("masaMulai", length(7)),
    c.varchar("masaSelesai", length(7)),
    c.text("isi"),
    c.id("dokumenId", NULLABLE),
    c.id("catatanId", NULLABLE),
    c.varchar("batalPada", optional(10)),
    c.text("batalAlasan", NULLABLE),
  ],
  indices: [
    index("ix_ak_pak_konversi_nip", ["nip"]),
    index("ix_ak_pak_konversi_case", ["caseId"]),
    index("ix_ak_pak_konversi_nomor", ["nomor"]),
  ],
});
