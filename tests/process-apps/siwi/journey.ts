import { ok, Person as Official, type SheetRowView } from "../../support/person.js";

export { aPdf, type Host, ok, type SheetRowView, until } from "../../support/person.js";

export interface RowInput {
  readonly kode: string;
  readonly uraian: string;
  readonly tanggalMulai: string;
  readonly tanggalSelesai?: string;
  readonly tempat?: string;
  readonly volume: string;
  readonly penulis?: string;
}

/** One person of SIWI at their screen. */
export class Person extends Official {
  readonly app = "siwi";
  readonly sheet = "rincian";

  /** Adds a row with one file of evidence. */
  async addRowWithEvidence(caseId: string, values: RowInput): Promise<SheetRowView> {
    return this.attach(caseId, ok(await this.addRow(caseId, values)), `bukti-${values.kode}.pdf`);
  }

  /** Scores every row as proposed, except those that `other` names by code. */
  async score(
    caseId: string,
    tim: "Tpi" | "Tpp",
    other: Readonly<Record<string, { nilai: string; keterangan: string }>> = {},
  ): Promise<void> {
    for (const row of await this.rows(caseId)) {
      const changed = other[row.values["kode"] ?? ""];
      const current = row.values[`nilai${tim}`];
      const nilai = changed?.nilai ?? (current === null || current === undefined ? row.values["akUsul"] : undefined);
      if (nilai === undefined) continue;
      ok(await this.change(caseId, row, { [`nilai${tim}`]: nilai, [`keterangan${tim}`]: changed?.keterangan ?? "" }));
    }
  }
}

/** Answers of the questionnaire. */
export const MONEV = {
  jumlahJp: 120,
  jumlahPelatihan: 6,
  jenisPelatihan: "TEKNIS",
  metode: "TATAP_MUKA",
  jumlahDiklat: 2,
  jumlahKarya: 1,
  kebutuhan: "METODE",
  dukunganLembaga: "4",
  pembagianTugas: "3",
  sarana: "4",
  kendala: "",
  saran: "Perbanyak pelatihan menulis",
  selesai: true,
};

/** Opening balance of the widyaiswara in the scenarios: 250,000 in all. */
export const AK_LAMA = { akLamaP: 150, akLamaT: 60.5, akLamaE: 18.25, akLamaPP: 12, akLamaPN: 9.25 };

/** Data of "Kirim DUPAK" with the three documents uploaded. */
export const sendingData = async (
  person: Person,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Record<string, unknown>> => ({
  ...AK_LAMA,
  skJabatan: await person.file("sk-jabatan.pdf"),
  skPangkat: await person.file("sk-pangkat.pdf"),
  hpakTerakhir: await person.file("hpak-terakhir.pdf"),
  pernyataan: true,
  ...more,
});

/** Opens a DUPAK and finishes the questionnaire. @returns the case file. */
export const openDraft = async (wi: Person): Promise<string> => {
  const { caseId } = ok(await wi.start("dupak", { setuju: true }));
  await wi.do(caseId, "FillMonev", MONEV);
  await wi.task(caseId, "ComposeDupak");
  return caseId;
};

export const FORWARD = { keputusan: "TERUSKAN", skJabatanSesuai: true, skPangkatSesuai: true, hpakSesuai: true };
export const SCORED = { bebasBenturan: true, catatan: "" };
export const TAKE_IN = { keputusan: "TERIMA", berkasLengkap: true };

/** Prepares and sends the batch of an agency. @returns its case file. */
export const sendBatch = async (secretariat: Person): Promise<string> => {
  const { caseId } = ok(await secretariat.start("pengajuan-tpp", { setuju: true }));
  const suratPengantar = await secretariat.file("surat-pengantar.pdf");
  await secretariat.do(caseId, "SendToTpp", {
    keputusan: "KIRIM",
    nomorSurat: "800/123/BKD/2026",
    tanggalSurat: "2026-03-02",
    suratPengantar,
  });
  return caseId;
};

/** Schedules a session over everything scored. @returns its case file. */
export const scheduleSidang = async (secretariat: Person, tanggal: string): Promise<string> => {
  const data = {
    tanggal,
    pukul: "09.00 WIB",
    tempat: "Ruang Rapat TPP, Jakarta",
    dasarKeputusan: "Keputusan Nomor 000/K.1/2026",
    dasarTanggal: "2026-01-12",
  };
  return ok(await secretariat.start("sidang", data)).caseId;
};

/** Records a session in which every member of the form was present. */
export const decideSidang = async (secretariat: Person, caseId: string): Promise<readonly string[]> => {
  const key = await secretariat.task(caseId, "DecideSidang");
  const page = ok(await secretariat.browser.get(`/api/tasks/${key}`));
  const names = String(page.data.anggotaHadir).split("\n");
  ok(
    await secretariat.complete(key, {
      keputusan: "PUTUSKAN",
      anggotaHadir: names.join("\n"),
      ketua: names[0],
      sekretaris: names[1],
    }),
  );
  return names;
};
