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
const optional = (value: number) => ({ length: String(value), isNullable: true });

/** Settings, balances, months with their activities, DUPAK and sessions of e-DUPAK. */
export class CreateEdupak1764000700003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { name, columns, indices = [] } of tables(portableColumns(runner))) {
      await runner.createTable(new Table({ name, columns: [...columns], indices: [...indices] }));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables(portableColumns(runner)).toReversed()) await runner.dropTable(name);
  }
}

const tables = (c: Columns): readonly TableSpec[] => [...persons(c), ...months(c), dupak(c), ...sessions(c)];

const persons = (c: Columns): readonly TableSpec[] => [
  {
    name: "edupak_pengaturan_atasan",
    columns: [
      c.varchar("pegawaiId", { ...length(36), isPrimary: true }),
      c.varchar("atasanId", length(36)),
      c.varchar("pejabatId", length(36)),
    ],
  },
  {
    name: "edupak_saldo",
    columns: [
      c.id("id", { isPrimary: true }),
      c.varchar("pegawaiId", length(36)),
      c.varchar("nomor", length(120)),
      c.varchar("tanggal", length(10)),
      c.varchar("masaSelesai", length(7)),
      c.text("perKelompok"),
      c.varchar("dupakId", optional(36)),
    ],
    indices: [index("ux_edupak_saldo", ["pegawaiId", "masaSelesai"], true)],
  },
  {
    name: "edupak_akun",
    columns: [
      c.varchar("caseId", { ...length(36), isPrimary: true }),
      c.varchar("pegawaiId", length(36)),
      c.varchar("akunId", length(36)),
      c.varchar("jenis", length(24)),
      c.varchar("kodeAktivasi", optional(64)),
      c.text("perbedaan", { isNullable: true }),
    ],
  },
];

const months = (c: Columns): readonly TableSpec[] => [
  {
    name: "edupak_inventarisasi",
    columns: [
      c.id("id", { isPrimary: true }),
      c.varchar("caseId", length(36)),
      c.varchar("pemilikId", length(36)),
      c.varchar("bulan", length(7)),
      c.varchar("kunci", length(64)),
      c.text("perorangan"),
      c.varchar("atasanId", optional(36)),
      c.text("catatanPengembalian", { isNullable: true }),
      c.int("kirimKe"),
      c.varchar("dupakId", optional(36)),
      c.boolean("dibatalkan"),
    ],
    indices: [
      index("ux_edupak_inventarisasi_case", ["caseId"], true),
      index("ux_edupak_inventarisasi_kunci", ["kunci"], true),
      index("ix_edupak_inventarisasi_pemilik", ["pemilikId", "bulan"]),
      index("ix_edupak_inventarisasi_dupak", ["dupakId"]),
    ],
  },
  {
    name: "edupak_kegiatan",
    columns: [
      c.id("id", { isPrimary: true }),
      c.varchar("inventarisasiId", length(36)),
      c.int("urut"),
      c.int("revision"),
      c.varchar("butirId", length(64)),
      c.varchar("uraian", length(500)),
      c.varchar("tanggalMulai", length(10)),
      c.varchar("tanggalSelesai", length(10)),
      c.int("volume"),
      c.int("jam", { isNullable: true }),
      c.varchar("penulis", optional(16)),
      c.boolean("suratPerintah"),
      c.varchar("keterangan", length(200)),
      c.int("nilai", { isNullable: true }),
      c.text("alasanNilai", { isNullable: true }),
      c.varchar("penilaiId", optional(36)),
    ],
    indices: [index("ix_edupak_kegiatan_inventarisasi", ["inventarisasiId", "urut"])],
  },
];

const dupak = (c: Columns): TableSpec => ({
  name: "edupak_dupak",
  columns: [
    c.id("id", { isPrimary: true }),
    c.varchar("caseId", length(36)),
    c.varchar("pemilikId", length(36)),
    c.varchar("kunci", length(64)),
    c.varchar("masaMulai", length(7)),
    c.varchar("masaSelesai", length(7)),
    c.text("perorangan"),
    c.text("lama"),
    c.varchar("nomorPakLama", length(120)),
    c.text("lampiran"),
    c.varchar("atasanId", optional(36)),
    c.varchar("pejabatId", optional(36)),
    c.text("atasan", { isNullable: true }),
    c.text("pejabat", { isNullable: true }),
    c.text("catatanPengembalian", { isNullable: true }),
    c.text("catatanPengusul", { isNullable: true }),
    c.int("kirimKe"),
    c.varchar("nomorSuratUsul", optional(64)),
    c.boolean("penilaianSelesai"),
    c.varchar("sidangId", optional(36)),
    c.int("resumeKe"),
    c.text("rekomendasi", { isNullable: true }),
    c.text("catatanKetua", { isNullable: true }),
    c.varchar("penetapan", optional(8)),
    c.varchar("tanggalPenetapan", optional(10)),
    c.varchar("pakId", optional(36)),
    c.boolean("dibatalkan"),
  ],
  indices: [
    index("ux_edupak_dupak_case", ["caseId"], true),
    index("ux_edupak_dupak_kunci", ["kunci"], true),
    index("ix_edupak_dupak_pemilik", ["pemilikId"]),
  ],
});

const sessions = (c: Columns): readonly TableSpec[] => [
  {
    name: "edupak_sidang",
    columns: [
      c.id("id", { isPrimary: true }),
      c.varchar("caseId", length(36)),
      c.varchar("tanggal", length(10)),
      c.varchar("pukul", length(20)),
      c.varchar("tempat", length(120)),
      c.varchar("dasarKeputusan", length(200)),
      c.varchar("dasarTanggal", length(10)),
      c.text("dupakCaseIds"),
      c.text("anggota"),
      c.text("perbedaanPendapat"),
      c.varchar("nomor", optional(64)),
      c.varchar("status", length(16)),
    ],
    indices: [index("ux_edupak_sidang_case", ["caseId"], true)],
  },
  {
    name: "edupak_putusan_sidang",
    columns: [
      c.id("id", { isPrimary: true }),
      c.varchar("sidangId", length(36)),
      c.varchar("dupakCaseId", length(36)),
      c.int("revision"),
      c.varchar("putusan", length(16)),
      c.text("catatan", { isNullable: true }),
    ],
    indices: [index("ix_edupak_putusan_sidang", ["sidangId"])],
  },
];
