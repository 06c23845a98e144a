import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { catatPak, KepegawaianRepository, tulisNip } from "../../../plugins/kepegawaian/plugin.js";
import { databaseKinds } from "../../support/database.js";
import { generatedPerson, siasnRow } from "../../support/siasn-people.js";
import { MUARA, NUSA, peopleOf, personOf, SapkWorld } from "./sapk-world.js";

const WI1 = personOf("pegawai-wi1");
const WI2 = personOf("pegawai-wi2");
const WI4 = personOf("pegawai-wi4");
const ALL = { cakupan: "SEMUA" };
const only = (...nips: readonly string[]) => ({ cakupan: "NIP", daftarNip: nips.join("\n") });
const dmy = (iso: string): string => iso.split("-").toReversed().join("-");

describe.each(databaseKinds)("synchronisation with SAPK on %s", (kind) => {
  let world: SapkWorld;
  beforeAll(async () => {
    world = await SapkWorld.open({}, kind);
  }, 120_000);
  afterAll(() => world.close());

  const profileOf = async (nip: string): Promise<string> => {
    const auditor = await world.alur.signedIn("wi1");
    expect(nip).toBe(WI1.nip);
    return JSON.stringify((await auditor.get("/api/profile")).body.lines);
  };
  const path = async (caseId: string): Promise<readonly string[]> => {
    const { body } = await world.admin.get(`/api/cases/${caseId}/diagram`);
    return body.elements.map(({ elementId }: { elementId: string }) => elementId);
  };

  it("should take everybody of the instansi, and find nothing to say of those who are the same", async () => {
    const caseId = await world.run(ALL);
    const size = String(peopleOf(NUSA).length);
    expect(await world.facts(caseId)).toMatchObject({
      Instansi: "Provinsi Nusa Kencana",
      Diproses: `${size} dari ${size}`,
      Baru: "0",
      "Tidak berubah": size, // though each has its first snapshot now
      Berubah: "0",
      Gagal: "0",
    });
    expect(await world.rows(caseId, "perbedaan")).toEqual([]);
    const again = await world.run(ALL);
    expect(await world.facts(again)).toMatchObject({ Berubah: "0", "Tidak berubah": size });
    expect(await path(again)).toEqual([
      "SynchronisationRequested",
      "PullFromSapk",
      "PullDecision",
      "CloseSynchronisation",
      "Synchronised",
    ]);
  }, 120_000);

  it("should let the source win, keep what differed and say where a wrong value is corrected", async () => {
    world.changes.set(WI1.nip, {
      golRuangAkhir: "III/d",
      tmtGolAkhir: "01-04-2023",
      unorNama: "Badan Kepegawaian Daerah",
      gelarBelakang: "S.Sos., M.Si., CHRM",
    });
    const caseId = await world.run(only(tulisNip(WI1.nip)));
    expect(await world.facts(caseId)).toMatchObject({ Diproses: "1 dari 1", Berubah: "1" });
    const rows = await world.rows(caseId, "perbedaan");
    expect(rows.map(({ bidang, lokal, sumber, sebab }) => [bidang, lokal, sumber, sebab])).toEqual([
      ["Gelar belakang", WI1.gelarBelakang, "S.Sos., M.Si., CHRM", "Pembaruan dari SAPK"],
      ["Golongan ruang", "III/c", "III/d", "Pembaruan dari SAPK"],
      ["TMT golongan", WI1.tmtGolongan, "2023-04-01", "Pembaruan dari SAPK"],
      ["Unit kerja", "BPSDM Provinsi Nusa Kencana", "Badan Kepegawaian Daerah", "Pembaruan dari SAPK"],
    ]);
    expect(rows.map(({ saran }) => saran?.endsWith("diverifikasi BKN"))).toEqual([true, true, true, false]);
    const profile = await profileOf(WI1.nip);
    expect(profile).toContain("III/d");
    expect(profile).toContain("Badan Kepegawaian Daerah");
    const story = JSON.stringify((await world.admin.get(`/api/cases/${caseId}/story?limit=20`)).body.items);
    expect(story).toContain('"from":"III/c","to":"III/d"');
    const told = (await world.admin.get("/api/notifications")).body.items;
    expect(told.some(({ body }: { body: string }) => body.includes("1 berubah"))).toBe(true);
    const refused = await world.admin.put(`/api/cases/${caseId}/sheets/perbedaan/rows/x`, { revision: 1, values: {} });
    expect(refused.body.detail).toContain("Perbaiki di SAPK");
  }, 120_000);

  it("should go on past people whose data are wrong, and list each with its reason", async () => {
    world.changes.set(WI1.nip, { tglLahir: "31-02-2020" });
    world.changes.set(WI2.nip, { nipBaru: WI4.nip });
    world.changes.set(WI4.nip, null);
    const unknown = "199001012015041999";
    const caseId = await world.run(only(WI1.nip, WI2.nip, WI4.nip, unknown, personOf("pegawai-tpi1").nip));
    expect(await world.ended(caseId)).toBe("SELESAI_SEBAGIAN");
    expect(await world.facts(caseId)).toMatchObject({ "Tidak berubah": "1", Gagal: "4" });
    const reasons = new Map((await world.rows(caseId, "gagal")).map(({ nip, alasan }) => [nip, alasan]));
    expect(reasons.get(WI1.nip)).toContain("tglLahir");
    expect(reasons.get(WI2.nip)).toContain(`dijawab nipBaru ${WI4.nip}`);
    expect(reasons.get(WI4.nip)).toContain("tidak dikenal SAPK");
    expect(reasons.get(unknown)).toContain("tidak dikenal SAPK");
    for (const { nip } of [WI1, WI2, WI4]) world.changes.delete(nip);
  }, 120_000);

  it("should add a new person of the own instansi, with a new unit", async () => {
    const person = generatedPerson(10);
    world.changes.set(person.nip, siasnRow(person, "Dinas yang Baru", `S-${NUSA}`));
    const caseId = await world.run(only(person.nip));
    expect(await world.facts(caseId)).toMatchObject({ Baru: "1", Gagal: "0" });
    expect(await world.rows(caseId, "perbedaan")).toEqual([]);
    const { db } = world.alur.alur.services;
    const found = await db.read(async (tx) => {
      const people = new KepegawaianRepository(tx.manager);
      const pegawai = await people.pegawaiByNip(person.nip);
      return { pegawai, unit: await people.unitKerja(pegawai?.unitKerjaId ?? "") };
    });
    expect(found.pegawai).toMatchObject({ jabatan: "Analis SDM Aparatur", jenjang: "AHLI_MUDA", instansiId: NUSA });
    expect(found.unit?.nama).toBe("Dinas yang Baru");
    world.changes.set(person.nip, siasnRow(person, "dinas  yang baru", `S-${NUSA}`)); // the same unit
    const again = await world.run(only(person.nip));
    expect(await world.rows(again, "perbedaan")).toEqual([]);
  }, 120_000);

  it("should not add a person who works elsewhere, nor take one of another instansi", async () => {
    const person = generatedPerson(11);
    world.changes.set(person.nip, siasnRow(person, "Biro", "S-lain", { instansiKerjaNama: "Kementerian Contoh" }));
    const caseId = await world.run(only(person.nip));
    expect((await world.rows(caseId, "gagal"))[0]?.["alasan"]).toContain("bekerja di Kementerian Contoh");
    const stranger = personOf("pegawai-tpp1"); // of LAN, which is not linked
    const refused = await world.start(only(stranger.nip));
    expect(refused.body.errors[0]).toMatchObject({ path: "data.daftarNip" });
    expect(refused.body.detail).toContain("instansi lain");
    expect((await world.start(only(personOf("pegawai-wi3").nip))).body.detail).toContain("instansi lain");
  }, 120_000);

  it("should let a person move to another linked instansi", async () => {
    const moved = personOf("pegawai-001");
    world.changes.set(moved.nip, { instansiKerjaId: `S-${MUARA}`, unorNama: "BKPSDM Kabupaten Muara Sakti" });
    const caseId = await world.run(only(moved.nip));
    expect(await world.facts(caseId)).toMatchObject({ Berubah: "1", Gagal: "0" });
    const { db } = world.alur.alur.services;
    const found = await db.read((tx) => new KepegawaianRepository(tx.manager).pegawaiByNip(moved.nip));
    expect(found).toMatchObject({ instansiId: MUARA, unitKerjaId: "unit-bkpsdm-ms" });
  }, 120_000);

  it("should bring the record of credit in line with SIASN, and recognise what was issued here", async () => {
    const credit = (id: string, nomorSk: string, month: string, more: object = {}) => ({
      id,
      nomorSk,
      tanggalSk: "15-01-2021",
      bulanMulaiPenailan: month,
      tahunMulaiPenailan: "2020",
      bulanSelesaiPenailan: month,
      tahunSelesaiPenailan: "2020",
      kreditUtamaBaru: "10.5",
      kreditPenunjangBaru: "0",
      kreditBaruTotal: "10.5",
      ...more,
    });
    const { db } = world.alur.alur.services;
    const issued = await db.transaction((tx) =>
      catatPak(tx, {
        nip: WI1.nip,
        jenis: "KONVENSIONAL",
        nomor: "PAK/9/2020",
        tanggal: "2021-01-15",
        masaMulai: "2020-03",
        masaSelesai: "2020-03",
        akUtama: "10.500",
        akPenunjang: "0.000",
        akTotal: "10.500",
        documentId: null,
        sumber: "ALUR",
      }),
    );
    const list = `rw-angkakredit/${WI1.nip}`;
    world.siasn.lists.set(list, [
      credit("A", "800/1", "1"),
      credit("B", "800/2", "2"),
      credit("C", "pak/9/2020", "3"),
      credit("D", "800/4", "3"), // overlaps what was issued here
    ]);
    const short = async () =>
      (await world.riwayat(WI1.nip)).map((one) => [one.nomor, one.siasnId, one.akTotal, one.batal?.alasan ?? null]);
    await world.run(only(WI1.nip));
    expect(await short()).toEqual(
      expect.arrayContaining([
        ["800/1", "A", "10.500", null],
        ["800/2", "B", "10.500", null],
        ["PAK/9/2020", "C", "10.500", null],
        ["800/4", "D", "10.500", null],
      ]),
    );
    expect((await world.riwayat(WI1.nip)).find(({ siasnId }) => siasnId === "C")?.id).toBe(issued);
    world.siasn.lists.set(list, [credit("A", "800/1", "1", { kreditUtamaBaru: "11", kreditBaruTotal: "11" })]);
    await world.run(only(WI1.nip));
    expect(await short()).toEqual(
      expect.arrayContaining([
        ["800/1", "A", "10.500", "Diubah di SIASN"],
        ["800/1", "A", "11.000", null],
        ["800/2", "B", "10.500", "Tidak ada lagi di SIASN"],
        ["PAK/9/2020", "C", "10.500", null],
      ]),
    );
    const again = await world.run(only(WI1.nip));
    expect(await world.facts(again)).toMatchObject({ "Tidak berubah": "1" });
    world.siasn.lists.set(list, [credit("A", "800/1", "13")]);
    const wrong = await world.run(only(WI1.nip));
    expect((await world.rows(wrong, "gagal"))[0]?.["alasan"]).toContain(
      "0.bulanMulaiPenailan: diharapkan bulan 1 sampai 12",
    );
    world.siasn.lists.delete(list);
  }, 120_000);

  it("should ask again what has failed for a while, three times, half an hour apart", async () => {
    world.siasn.plan(/data-utama/u, { status: 503 }, 3);
    const caseId = await world.begin(only(WI1.nip));
    await world.alur.eventually(
      async () => (await path(caseId)).includes("WaitBeforeRetry"),
      (waiting) => waiting,
    );
    expect((await world.rows(caseId, "gagal"))[0]).toMatchObject({ group: "Sementara, ditarik lagi berikutnya" });
    await world.alur.advance(30 * 60_000);
    expect(await world.ended(caseId)).toBe("SELESAI");
    expect(await path(caseId)).toContain("QueueFailures");
    expect(await world.rows(caseId, "gagal")).toEqual([]);
  }, 120_000);

  it("should mark nobody as failed when SIASN is away as a whole, and go on when it is back", async () => {
    const asked = () => world.siasn.asked(/data-utama/u);
    const before = asked();
    world.siasn.plan(/data-utama/u, { status: 503 }, 10_000);
    const caseId = await world.begin(ALL);
    const size = Number((await world.facts(caseId))["Diproses"]?.split(" dari ")[1]);
    await world.alur.eventually(
      async () => asked() - before,
      (questions) => questions >= 3 * size, // three attempts for each
    );
    expect((await world.start(ALL)).body.detail).toContain("sedang berjalan (SAPK-2026-");
    expect(await world.facts(caseId)).toMatchObject({ Gagal: "0" });
    world.siasn.clearPlans();
    const status = await world.afterPauses(
      async () => (await world.page(caseId)).case.status as string,
      (now) => now !== "BERJALAN",
    );
    expect(status).toBe("SELESAI");
  }, 120_000);

  it.each([
    ["12", "Baris 1"],
    [`${WI1.nip}\n\n199013012015042901`, "Baris 3"],
    [`${WI1.nip}\n${tulisNip(WI1.nip)}`, "tertulis dua kali, pada baris 1 dan 2"],
    ["\n", "daftarNip"],
  ])("should refuse the list %j", async (daftarNip, text) => {
    const { status, body } = await world.start({ cakupan: "NIP", daftarNip });
    expect(status).toBe(400);
    expect(body.errors[0].path).toBe("data.daftarNip");
    expect(JSON.stringify(body)).toContain(text);
  });

  it("should be offered to the administrator of a linked instansi only", async () => {
    const wi = await world.alur.signedIn("wi1");
    expect((await world.start(ALL, wi)).status).toBe(404);
    const caseId = await world.run(only(WI1.nip));
    expect((await wi.get(`/api/cases/${caseId}`)).status).toBe(404);
    expect((await wi.get(`/api/cases/${caseId}/sheets/perbedaan`)).status).toBe(404);
  }, 120_000);

  it("should start by itself every night, once for each linked instansi", async () => {
    const opened = async () =>
      world.alur.alur.services.db.read((tx) =>
        world.alur.alur.services.cases.list(tx, { app: "kepegawaian", type: "sinkronisasi-sapk" }),
      );
    const before = (await opened()).length;
    world.changes.set(WI2.nip, { tmtJabatan: dmy("2022-01-01") });
    await world.alur.advance(2 * 86_400_000);
    await world.signInAgain();
    const night = await world.alur.eventually(
      async () => (await opened()).slice(before),
      (found) => found.length >= 2 && found.every(({ closedAt }) => closedAt !== null),
    );
    expect(night.map(({ scopes }) => scopes["instansi"])).toEqual(
      expect.arrayContaining([NUSA, "instansi-muara-sakti"]),
    );
    const own = night.find(({ scopes }) => scopes["instansi"] === NUSA);
    expect((await world.rows(own?.id ?? "", "perbedaan")).map(({ bidang }) => bidang)).toContain("TMT jabatan");
  }, 120_000);
});

describe("synchronisation without a link", () => {
  it("should say that it is not configured", async () => {
    const world = await SapkWorld.open(
      Object.fromEntries(
        ["URL", "SSO_URL", "CONSUMER_KEY", "CONSUMER_SECRET", "SSO_CLIENT", "SSO_USER", "SSO_PASSWORD", "INSTANSI"].map(
          (name) => [`ALUR_SIASN_${name}`, ""],
        ),
      ),
    );
    try {
      const { status, body } = await world.start(ALL);
      expect(status).toBe(409);
      expect(body.detail).toContain("belum dikonfigurasi");
    } finally {
      await world.close();
    }
  }, 120_000);
});
