import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions, TableIndex } from "typeorm";

const text = (name: string, length: number, isNullable = false): TableColumnOptions => ({
  name,
  type: "varchar",
  length: String(length),
  isNullable,
});
const long = (name: string, isNullable = false): TableColumnOptions => ({ name, type: "text", isNullable });
const whole = (name: string, isNullable = false): TableColumnOptions => ({ name, type: "int", isNullable });
const flag = (name: string): TableColumnOptions => ({ name, type: "boolean" });
const id: TableColumnOptions = { ...text("id", 36), isPrimary: true };
const index = (name: string, columnNames: string[], isUnique = false) =>
  new TableIndex({ name, columnNames, isUnique });

/** DUPAK, rows, periods, register of NIWN, batches and sessions. */
export class CreateSiwi1764000004003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { name, columns, indices } of TABLES) {
      await runner.createTable(new Table({ name, columns: [...columns] }));
      for (const each of indices) await runner.createIndex(name, each);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of TABLES.toReversed()) await runner.dropTable(name);
  }
}

const TABLES: readonly { name: string; columns: readonly TableColumnOptions[]; indices: readonly TableIndex[] }[] = [
  {
    name: "siwi_dupak",
    columns: [
      id,
      text("caseId", 36),
      text("periodeId", 36),
      text("pemilikId", 36),
      text("jalur", 16),
      long("perorangan"),
      long("lama"),
      flag("lamaTerkunci"),
      long("prasyarat"),
      long("monev", true),
      text("monevPada", 24, true),
      flag("monevSelesai"),
      flag("bagianManual"),
      long("catatanPengembalian", true),
      flag("pernahDikirim"),
      flag("siapDinilaiTpp"),
      text("pengajuanId", 36, true),
      text("sidangId", 36, true),
      long("hasil", true),
    ],
    indices: [index("ux_siwi_dupak_case", ["caseId"], true), index("ix_siwi_dupak_pemilik", ["pemilikId"])],
  },
  {
    name: "siwi_dupak_row",
    columns: [
      id,
      text("dupakId", 36),
      whole("urut"),
      whole("revision"),
      text("butirId", 64),
      text("uraian", 500),
      text("tanggalMulai", 10),
      text("tanggalSelesai", 10),
      text("tempat", 120),
      whole("volume"),
      text("penulis", 16, true),
      text("sumber", 8),
      whole("nilaiTpi", true),
      long("keteranganTpi", true),
      whole("nilaiTpp", true),
      long("keteranganTpp", true),
    ],
    indices: [index("ix_siwi_dupak_row_dupak", ["dupakId", "urut"])],
  },
  {
    name: "siwi_periode",
    columns: [
      id,
      text("nama", 80),
      text("masaMulai", 10),
      text("masaSelesai", 10),
      text("buka", 10),
      text("tutup", 10),
    ],
    indices: [],
  },
  {
    name: "siwi_niwn",
    columns: [
      { ...text("niwn", 24), isPrimary: true },
      text("nip", 18),
      whole("nomor"),
      text("tanda", 80),
      text("status", 8),
      text("terbit", 10),
    ],
    indices: [index("ux_siwi_niwn_nip", ["nip"], true)],
  },
  {
    name: "siwi_permohonan_niwn",
    columns: [
      id,
      text("caseId", 36),
      text("pemohonId", 36),
      text("instansiId", 36),
      text("nip", 18),
      long("isian"),
      long("berkasSk"),
      long("catatanPengembalian", true),
      text("niwnLama", 24, true),
      text("kodeAktivasi", 64, true),
    ],
    indices: [index("ux_siwi_permohonan_case", ["caseId"], true), index("ix_siwi_permohonan_nip", ["nip"])],
  },
  {
    name: "siwi_pengajuan_tpp",
    columns: [
      id,
      text("caseId", 36),
      text("instansiId", 36),
      text("periodeId", 36),
      long("dupakCaseIds"),
      text("nomorSurat", 80, true),
      text("status", 16),
    ],
    indices: [
      index("ux_siwi_pengajuan_case", ["caseId"], true),
      index("ix_siwi_pengajuan_instansi", ["instansiId", "periodeId"]),
    ],
  },
  {
    name: "siwi_sidang",
    columns: [
      id,
      text("caseId", 36),
      text("periodeId", 36),
      text("tanggal", 10),
      text("pukul", 20),
      text("tempat", 120),
      text("dasarKeputusan", 200),
      text("dasarTanggal", 10),
      long("dupakCaseIds"),
      long("anggota"),
      long("perbedaanPendapat"),
      text("nomor", 64, true),
      text("status", 16),
    ],
    indices: [index("ux_siwi_sidang_case", ["caseId"], true)],
  },
  {
    name: "siwi_putusan_sidang",
    columns: [
      id,
      text("sidangId", 36),
      text("dupakCaseId", 36),
      whole("revision"),
      text("putusan", 16),
      long("catatan", true),
    ],
    indices: [index("ix_siwi_putusan_sidang", ["sidangId"])],
  },
  {
    name: "siwi_nomor",
    columns: [{ ...text("id", 64), isPrimary: true }, text("nomor", 64)],
    indices: [],
  },
  {
    name: "siwi_penghitung",
    columns: [{ ...text("id", 40), isPrimary: true }, whole("terakhir")],
    indices: [],
  },
];
