import { ok, Person as Official, type SheetRowView } from "../../support/person.js";

export { aPdf, type Host, ok, type SheetRowView, until } from "../../support/person.js";

/** An activity as a JFK types it. */
export interface KegiatanInput {
  readonly kode: string;
  readonly tanggalMulai: string;
  readonly tanggalSelesai?: string;
  readonly volume: string;
  readonly uraian?: string;
  readonly jam?: string;
  readonly suratPerintah?: "YA" | "TIDAK";
  readonly keterangan?: string;
}

/** One person of e-DUPAK at their screen. */
export class Person extends Official {
  readonly app = "edupak";
  readonly sheet = "kegiatan";

  /** Adds an activity with one file of evidence. */
  async addKegiatan(caseId: string, values: KegiatanInput): Promise<SheetRowView> {
    return this.attach(caseId, ok(await this.addRow(caseId, values)), `bukti-${values.kode}.pdf`);
  }

  /** Scores every row as proposed, except those that `other` names by code. */
  async score(
    caseId: string,
    other: Readonly<Record<string, { readonly nilai: string; readonly alasanNilai: string }>> = {},
  ): Promise<void> {
    for (const row of await this.rows(caseId, "rincian")) {
      const values = other[row.values["kode"] ?? ""] ?? { nilai: row.values["jumlahAk"] };
      ok(await this.change(caseId, row, values, "rincian"));
    }
  }
}

/** The two activities of the printed example of March 2021: 0,156 + 0,070 = 0,226. Source: domain note 3.4, B-01. */
export const MARET: readonly KegiatanInput[] = [
  { kode: "212109006", tanggalMulai: "2021-03-02", tanggalSelesai: "2021-03-08", volume: "52", keterangan: "pertama" },
  { kode: "212111011", tanggalMulai: "2021-03-16", tanggalSelesai: "2021-03-24", volume: "7", keterangan: "pertama" },
];

/** Opens a month, fills it with evidence and leaves it. @returns its case file. */
export const openMonth = async (jfk: Person, bulan: string, rows: readonly KegiatanInput[]): Promise<string> => {
  const { caseId } = ok(await jfk.start("inventarisasi", { bulan }));
  for (const row of rows) await jfk.addKegiatan(caseId, row);
  return caseId;
};

export const SEND_MONTH = { keputusan: "KIRIM", pernyataan: true };
export const APPROVE = { keputusan: "SETUJUI" };

/** A month filled, sent and approved. @returns its case file. */
export const approvedMonth = async (
  jfk: Person,
  atasan: Person,
  bulan: string,
  rows: readonly KegiatanInput[],
): Promise<string> => {
  const caseId = await openMonth(jfk, bulan, rows);
  await jfk.do(caseId, "FillInventarisasi", SEND_MONTH);
  await atasan.do(caseId, "ApproveInventarisasi", APPROVE);
  return caseId;
};

/** Data of "Kirim DUPAK" with the four documents uploaded. */
export const sendingData = async (jfk: Person): Promise<Record<string, unknown>> => ({
  keputusan: "KIRIM",
  pernyataan: true,
  skPangkat: await jfk.file("sk-pangkat.pdf"),
  skJabatan: await jfk.file("sk-jabatan.pdf"),
  penilaianKinerja: await jfk.file("penilaian-kinerja-2020.pdf"),
  pakTerakhir: await jfk.file("pak-terakhir.pdf"),
});

export const VERIFIED = {
  keputusan: "LANJUTKAN",
  suratUsulSesuai: true,
  dokumenSesuai: true,
  dupakSesuai: true,
  spmkSesuai: true,
  inventarisasiSesuai: true,
};
export const SCORED = { bebasBenturan: true, catatan: "" };

/** Opens a DUPAK up to a month and sends it to the superior. @returns its case file. */
export const sentDupak = async (jfk: Person, masaSelesai: string): Promise<string> => {
  const { caseId } = ok(await jfk.start("dupak", { masaSelesai }));
  await jfk.do(caseId, "ComposeDupak", await sendingData(jfk));
  return caseId;
};

/** Approved by superior and proposer, taken in and verified by the secretariat. */
export const toScoring = async (
  caseId: string,
  nip: string,
  people: { readonly atasan: Person; readonly pejabat: Person; readonly sekretariat: Person },
): Promise<void> => {
  const { atasan, pejabat, sekretariat } = people;
  await atasan.do(caseId, "ApproveByAtasan", APPROVE);
  await pejabat.do(caseId, "ApproveByPejabat", { ...APPROVE, catatan: "" });
  await sekretariat.do(caseId, "ReceiveDupak", { keputusan: "TERIMA", nip });
  await sekretariat.do(caseId, "VerifyDupak", VERIFIED);
};

/** Schedules a session over everything scored. @returns its case file. */
export const scheduleSidang = async (sekretariat: Person, tanggal: string): Promise<string> => {
  const data = {
    tanggal,
    pukul: "09.00 WIB",
    tempat: "Ruang Rapat Tim Penilai, Jakarta",
    dasarKeputusan: "Keputusan Nomor 000/KEP/2026",
    dasarTanggal: "2026-01-12",
  };
  return ok(await sekretariat.start("sidang-jfk", data)).caseId;
};

/** Records a session in which every member was present, with the decisions as they stand. */
export const holdSidang = async (sekretariat: Person, caseId: string): Promise<readonly string[]> => {
  const key = await sekretariat.task(caseId, "DecideSidang");
  const { data } = ok(await sekretariat.browser.get(`/api/tasks/${key}`));
  ok(await sekretariat.complete(key, { ...data, keputusan: "PUTUSKAN" }));
  return String(data.anggotaHadir).split("\n");
};

/** Makes the resume as suggested and sets the PAK or HAPAK. */
export const decide = async (sekretariat: Person, caseId: string): Promise<void> => {
  const key = await sekretariat.task(caseId, "ComposeResume");
  const { data } = ok(await sekretariat.browser.get(`/api/tasks/${key}`));
  ok(await sekretariat.complete(key, data));
  await sekretariat.do(caseId, "DecidePak", { keputusan: "TETAPKAN" });
};
