import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions, TableIndex } from "typeorm";
import { portableColumns } from "../../../src/plugin-api/index.js";

type Columns = ReturnType<typeof portableColumns>;
interface TableSpec {
  readonly name: string;
  readonly columns: readonly TableColumnOptions[];
  readonly indices: readonly TableIndex[];
}

const index = (name: string, columnNames: string[], isUnique = false) =>
  new TableIndex({ name, columnNames, isUnique });

/** DUPAK, rows, periods, register of NIWN, batches and sessions. */
export class CreateSiwi1764000004003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { name, columns, indices } of tables(portableColumns(runner))) {
      await runner.createTable(new Table({ name, columns: [...columns], indices: [...indices] }));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables(portableColumns(runner)).toReversed()) await runner.dropTable(name);
  }
}

const tables = (c: Columns): readonly TableSpec[] => [
  {
    name: "siwi_dupak",
    columns: [
      c.id("id", { isPrimary: true }),
      c.varchar("caseId", { length: "36" }),
      c.varchar("periodeId", { length: "36" }),
      c.varchar("pemilikId", { length: "36" }),
      c.varchar("jalur", { length: "16" }),
      c.text("perorangan"),
      c.text("lama"),
      c.boolean("lamaTerkunci"),
      c.text("prasyarat"),
      c.text("monev", { isNullable: true }),
      c.varchar("monevPada", { length: "24", isNullable: true }),
      c.boolean("monevSelesai"),
      c.boolean("bagianManual"),
      c.text("catatanPengembalian", { isNullable: true }),
      c.boolean("pernahDikirim"),
      c.boolean("siapDinilaiTpp"),
      c.varchar("pengajuanId", { length: "36", isNullable: true }),
      c.varchar("sidangId", { length: "36", isNullable: true }),
      c.text("hasil", { isNullable: true }),
    ],
    indices: [
      index("ux_siwi_dupak_case", ["caseId"], true),
      index("ux_siwi_dupak_pemilik", ["pemilikId", "periodeId"], true),
    ],
  },
  {
    name: "siwi_dupak_row",
    columns: [
      c.id("id", { isPrimary: true }),
      c.varchar("dupakId", { length: "36" }),
      c.int("urut"),
      c.int("revision"),
      c.varchar("butirId", { length: "64" }),
      c.varchar("uraian", { length: "500" }),
      c.varchar("tanggalMulai", { length: "10" }),
      c.varchar("tanggalSelesai", { length: "10" }),
      c.varchar("tempat", { length: "120" }),
      c.int("volume"),
      c.varchar("penulis", { length: "16", isNullable: true }),
      c.varchar("sumber", { length: "8" }),
      c.int("nilaiTpi", { isNullable: true }),
      c.text("keteranganTpi", { isNullable: true }),
      c.int("nilaiTpp", { isNullable: true }),
      c.text("keteranganTpp", { isNullable: true }),
    ],
    indices: [index("ix_siwi_dupak_row_dupak", ["dupakId", "urut"])],
  },
  {
    name: "siwi_periode",
    columns: [
      c.id("id", { isPrimary: true }),
      c.varchar("nama", { length: "80" }),
      c.varchar("masaMulai", { length: "10" }),
      c.varchar("masaSelesai", { length: "10" }),
      c.varchar("buka", { length: "10" }),
      c.varchar("tutup", { length: "10" }),
    ],
    indices: [],
  },
  {
    name: "siwi_niwn",
    columns: [
      c.varchar("niwn", { length: "24", isPrimary: true }),
      c.varchar("nip", { length: "18" }),
      c.int("nomor"),
      c.varchar("tanda", { length: "80" }),
      c.varchar("status", { length: "8" }),
      c.varchar("terbit", { length: "10" }),
    ],
    indices: [index("ux_siwi_niwn_nip", ["nip"], true)],
  },
  {
    name: "siwi_permohonan_niwn",
    columns: [
      c.id("id", { isPrimary: true }),
      c.varchar("caseId", { length: "36" }),
      c.varchar("pemohonId", { length: "36" }),
      c.varchar("instansiId", { length: "36" }),
      c.varchar("nip", { length: "18" }),
      c.text("isian"),
      c.text("berkasSk"),
      c.text("catatanPengembalian", { isNullable: true }),
      c.varchar("niwnLama", { length: "24", isNullable: true }),
      c.varchar("kodeAktivasi", { length: "64", isNullable: true }),
    ],
    indices: [index("ux_siwi_permohonan_case", ["caseId"], true), index("ix_siwi_permohonan_nip", ["nip"])],
  },
  {
    name: "siwi_pengajuan_tpp",
    columns: [
      c.id("id", { isPrimary: true }),
      c.varchar("caseId", { length: "36" }),
      c.varchar("instansiId", { length: "36" }),
      c.varchar("periodeId", { length: "36" }),
      c.text("dupakCaseIds"),
      c.varchar("nomorSurat", { length: "80", isNullable: true }),
      c.varchar("status", { length: "16" }),
    ],
    indices: [
      index("ux_siwi_pengajuan_case", ["caseId"], true),
      index("ix_siwi_pengajuan_instansi", ["instansiId", "periodeId"]),
    ],
  },
  {
    name: "siwi_sidang",
    columns: [
      c.id("id", { isPrimary: true }),
      c.varchar("caseId", { length: "36" }),
      c.varchar("periodeId", { length: "36" }),
      c.varchar("tanggal", { length: "10" }),
      c.varchar("pukul", { length: "20" }),
      c.varchar("tempat", { length: "120" }),
      c.varchar("dasarKeputusan", { length: "200" }),
      c.varchar("dasarTanggal", { length: "10" }),
      c.text("dupakCaseIds"),
      c.text("anggota"),
      c.text("perbedaanPendapat"),
      c.varchar("nomor", { length: "64", isNullable: true }),
      c.varchar("status", { length: "16" }),
    ],
    indices: [index("ux_siwi_sidang_case", ["caseId"], true)],
  },
  {
    name: "siwi_putusan_sidang",
    columns: [
      c.id("id", { isPrimary: true }),
      c.varchar("sidangId", { length: "36" }),
      c.varchar("dupakCaseId", { length: "36" }),
      c.int("revision"),
      c.varchar("putusan", { length: "16" }),
      c.text("catatan", { isNullable: true }),
    ],
    indices: [index("ix_siwi_putusan_sidang", ["sidangId"])],
  },
  {
    name: "siwi_nomor",
    columns: [c.varchar("id", { length: "64", isPrimary: true }), c.varchar("nomor", { length: "64" })],
    indices: [],
  },
  {
    name: "siwi_penghitung",
    columns: [c.varchar("id", { length: "40", isPrimary: true }), c.int("terakhir")],
    indices: [],
  },
];
