import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { PakRepository } from "../../../plugins/kepegawaian/plugin.js";
import { databaseKinds } from "../../support/database.js";
import { SiasnServer } from "../../support/siasn-server.js";
import { Office, ok } from "./journey.js";

const LESTARI = "instansi-bukit-lestari";
const WRITING = { ALUR_SIASN_WRITE: "on", ALUR_SIASN_MODE: "production" };
const REASON = "Predikat 2025 keliru dibaca.";

describe.each(databaseKinds)("a PAK that is cancelled, in SIASN, on %s", (kind) => {
  let siasn: SiasnServer;
  let office: Office;
  beforeEach(async () => {
    siasn = await new SiasnServer({ person: (nip) => ({ ...PERSON, id: `PNS-${nip}`, nipBaru: nip }) }).start();
  });
  afterEach(async () => {
    await office.close();
    await siasn.stop();
  });

  const open = async (more: Readonly<Record<string, string>>): Promise<void> => {
    office = await Office.open(kind, siasn.environment({ [LESTARI]: "S-1" }, more));
    siasn.addTo("rw-jabatan", office.nip("perawat1"), {
      id: "RWJ-1",
      namaJabatan: "Perawat Ahli Pertama",
      tmtJabatan: "01-04-2020",
    });
  };
  /** Issues a PAK to perawat1. @returns its number. */
  const issue = async (): Promise<string> => {
    for (const tahun of [2023, 2024]) await office.converted(office.entry("perawat1", tahun, "SANGAT_BAIK"));
    const caseId = await office.convert(office.entry("perawat1", 2025, "SANGAT_BAIK"));
    await office.penilai.do(caseId, "DeterminePak", { keputusan: "TERBITKAN" });
    await office.penilai.becomes(caseId, "PAK_TERBIT");
    const found = (await office.penilai.documents(caseId)).find(({ template }) => template === "angka-kredit/pak");
    return found?.number ?? "";
  };
  const cancel = async (nomor: string): Promise<string> => {
    const { caseId } = ok(await office.admin.start("pembatalan-pak", { nomor, alasan: REASON }));
    await office.penilai.do(caseId, "DecideCancellation", { keputusan: "BATALKAN", alasan: REASON });
    await office.world.eventually(
      () => office.penilai.path(caseId),
      (path) => path.includes("PakCancelled"),
    );
    return caseId;
  };
  const inSiasn = () => siasn.lists.get(`rw-angkakredit/${office.nip("perawat1")}`) ?? [];
  const told = async (): Promise<string> => JSON.stringify(await office.admin.notifications());
  const story = async (caseId: string): Promise<string> =>
    JSON.stringify(ok(await office.penilai.browser.get(`/api/cases/${caseId}/story?limit=50`)));

  it("should be deleted there once, also when an answer is lost on the way", async () => {
    await open(WRITING);
    const nomor = await issue();
    expect(inSiasn()).toMatchObject([{ nomorSk: nomor }]);
    siasn.plan(/angkakredit\/delete/u, "cut");
    const caseId = await cancel(nomor);
    expect(inSiasn()).toEqual([]);
    expect(await story(caseId)).toContain(`menghapus PAK nomor ${nomor} dari SIASN`);
    expect(await told()).not.toContain("Hapus PAK di SIASN");
  }, 120_000);

  it("should be named to those who delete it there, where nothing may be written, and not come back from there", async () => {
    await open({});
    const nomor = await issue();
    siasn.addTo("rw-angkakredit", office.nip("perawat1"), {
      id: "RWAK-9",
      nomorSk: nomor,
      tanggalSk: "02-03-2026",
      bulanMulaiPenailan: "1",
      tahunMulaiPenailan: "2023",
      bulanSelesaiPenailan: "12",
      tahunSelesaiPenailan: "2025",
      kreditUtamaBaru: "56.250",
      kreditPenunjangBaru: "0",
      kreditBaruTotal: "56.250",
      isKonversi: "1",
    });
    const caseId = await cancel(nomor);
    expect(siasn.asked(/angkakredit\/delete/u)).toBe(0);
    expect(await told()).toContain(`PAK nomor ${nomor} (NIP ${office.nip("perawat1")}) sudah dibatalkan`);
    expect(await story(caseId)).toContain("masih harus dihapus di SIASN");
    // when the next synchronisation finds it there
    const data = { cakupan: "NIP", daftarNip: office.nip("perawat1") };
    const sync = ok(await office.admin.browser.post("/api/starts/kepegawaian/sinkronisasi-sapk", { data })).caseId;
    expect(
      await office.world.eventually(
        () => office.admin.caseStatus(sync),
        (status) => status !== "BERJALAN",
      ),
    ).toBe("SELESAI");
    const kept = () =>
      office.world.alur.services.db.read((tx) => new PakRepository(tx.manager).riwayat(office.nip("perawat1")));
    expect(await kept()).toMatchObject([{ nomor, sumber: "ALUR", batal: { alasan: REASON } }]);
  }, 120_000);
});

const PERSON = {
  nama: "Cakra Purnawira",
  gelarBelakang: "S.H.",
  tempatLahir: "Bukit Lestari",
  tglLahir: "15-05-1990",
  noSeriKarpeg: "X 544400",
  pendidikanTerakhirNama: "S1",
  golRuangAkhir: "III/a",
  tmtGolAkhir: "01-04-2020",
  jabatanNama: "Perawat Ahli Pertama",
  tmtJabatan: "01-04-2020",
  instansiKerjaId: "S-1",
  instansiKerjaNama: "Kabupaten Bukit Lestari",
  unorNama: "Dinas Kesehatan Kabupaten Bukit Lestari",
  kedudukanPnsNama: "Aktif",
  statusPegawai: "PNS",
};
