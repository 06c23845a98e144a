import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import {
  APPROVE,
  approvedMonth,
  decide,
  holdSidang,
  MARET,
  ok,
  openMonth,
  Person,
  scheduleSidang,
  SCORED,
  SEND_MONTH,
  sendingData,
  sentDupak,
  toScoring,
  VERIFIED,
} from "./journey.js";

const REASON = "Salinan keputusan jabatan tidak terbaca.";
const BACK = { keputusan: "KEMBALIKAN", alasan: REASON };

describe("dupak-jfk: refusals and returns", () => {
  let world: AlurWorld;
  let jfk: Person;
  let atasan: Person;
  let pejabat: Person;
  let sekretariat: Person;
  let penilai: Person;
  let month: string;
  let nip: string;
  beforeAll(async () => {
    world = await openAlur();
    jfk = await Person.signIn(world, "jfk1");
    atasan = await Person.signIn(world, "atasan-jfk");
    pejabat = await Person.signIn(world, "pejabat-jfk");
    sekretariat = await Person.signIn(world, "sekretariat-jfk");
    penilai = await Person.signIn(world, "penilai-jfk3");
    const profile = ok(await jfk.browser.get("/api/profile"));
    nip = profile.lines.find(({ label }: { label: { id: string } }) => label.id === "NIP").value;
  }, 120_000);
  afterAll(() => world.close());

  it("should not be opened without an approved month, for months of the last PAK, or for a period not over", async () => {
    const draft = await openMonth(jfk, "2021-02", []);
    const open = (masaSelesai: string) => jfk.start("dupak", { masaSelesai });
    expect((await open("2021-06")).body.detail).toContain("Belum ada inventarisasi yang disetujui");
    month = await approvedMonth(jfk, atasan, "2021-03", MARET);
    for (const [bulan, reason] of [
      ["2020-12", "sudah dinilai dalam PAK"],
      ["2023-06", "konversi predikat kinerja"],
      ["2021-6", "pattern"],
    ] as const) {
      const refused = await open(bulan);
      expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: "data.masaSelesai" }] } });
      if (reason !== "pattern") expect(refused.body.detail).toContain(reason);
    }
    expect((await atasan.start("dupak", { masaSelesai: "2021-06" })).status).toBe(404);
    const { caseId } = ok(await open("2021-06"));
    expect((await open("2021-06")).body.detail).toContain("masih diproses");
    // and a month that is not approved keeps it from being sent, naming the month
    const task = await jfk.task(caseId, "ComposeDupak");
    const refused = await jfk.complete(task, await sendingData(jfk));
    expect(refused).toMatchObject({ status: 409 });
    expect(refused.body.detail).toContain("belum disetujui atasan: Februari 2021");
    await jfk.do(draft, "FillInventarisasi", { keputusan: "BATALKAN" });
    const { skJabatan: _left, ...incomplete } = await sendingData(jfk);
    expect((await jfk.complete(task, incomplete)).body.errors[0].path).toBe("data.skJabatan");
    expect((await jfk.complete(task, { ...(await sendingData(jfk)), pernyataan: false })).status).toBe(400);
    await jfk.do(caseId, "ComposeDupak", { keputusan: "BATALKAN" });
    expect(await jfk.caseStatus(caseId)).toBe("DIBATALKAN");
    expect(await jfk.caseStatus(month)).toBe("DISETUJUI_ATASAN");
  }, 90_000);

  it("should come back from superior, proposer and secretariat with the reason, and be sent again", async () => {
    // given
    const caseId = await sentDupak(jfk, "2021-06");
    const repair = async () => jfk.do(caseId, "RepairDupak", await sendingData(jfk));
    const returned = async () => {
      expect(await jfk.caseStatus(caseId)).toBe("DIKEMBALIKAN");
      expect(await jfk.caseStatus(month)).toBe("DISETUJUI_ATASAN");
      const page = ok(await jfk.browser.get(`/api/cases/${caseId}`));
      expect(JSON.stringify(page.facts)).toContain(REASON);
    };
    const other = await Person.signIn(world, "pejabat-karang-indah");
    expect((await other.browser.get(`/api/cases/${caseId}`)).status).toBe(404);
    // when the superior
    const first = await atasan.task(caseId, "ApproveByAtasan");
    expect((await atasan.complete(first, { keputusan: "KEMBALIKAN", alasan: "tidak" })).status).toBe(400);
    ok(await atasan.complete(first, BACK));
    await returned();
    await repair();
    // when the proposer
    await atasan.do(caseId, "ApproveByAtasan", APPROVE);
    await pejabat.do(caseId, "ApproveByPejabat", BACK);
    await returned();
    await repair();
    // when the secretariat at receipt, with another NIP first
    await atasan.do(caseId, "ApproveByAtasan", APPROVE);
    await pejabat.do(caseId, "ApproveByPejabat", { ...APPROVE, catatan: "Lengkap" });
    const receipt = await sekretariat.task(caseId, "ReceiveDupak");
    const wrong = await sekretariat.complete(receipt, { keputusan: "TERIMA", nip: "199001012015042901" });
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ path: "data.nip" }] } });
    ok(await sekretariat.complete(receipt, BACK));
    await returned();
    await repair();
    // when the secretariat at verification, with an enclosure missing first
    await atasan.do(caseId, "ApproveByAtasan", APPROVE);
    await pejabat.do(caseId, "ApproveByPejabat", { ...APPROVE, catatan: "" });
    await sekretariat.do(caseId, "ReceiveDupak", { keputusan: "TERIMA", nip });
    const check = await sekretariat.task(caseId, "VerifyDupak");
    expect((await sekretariat.complete(check, { ...VERIFIED, spmkSesuai: false })).body.errors[0].path).toBe(
      "data.spmkSesuai",
    );
    ok(await sekretariat.complete(check, BACK));
    await returned();
    // then a month may be repaired before it is sent again
    ok(await jfk.browser.post(`/api/cases/${month}/sheets/kegiatan/actions/buka-kembali`));
    const again = await jfk.task(caseId, "RepairDupak");
    expect((await jfk.complete(again, await sendingData(jfk))).body.detail).toContain("Maret 2021");
    await jfk.do(month, "FillInventarisasi", SEND_MONTH);
    await atasan.do(month, "ApproveInventarisasi", APPROVE);
    await repair();
    await atasan.do(caseId, "ApproveByAtasan", APPROVE);
    await pejabat.do(caseId, "ApproveByPejabat", { ...APPROVE, catatan: "" });
    await jfk.becomes(caseId, "DIKIRIM");
    const letters = await world.eventually(
      async () => (await jfk.documents(caseId)).filter(({ template }) => template === "edupak/surat-usul"),
      (found) => found.length === 3,
    );
    expect(new Set(letters.map(({ number }) => number)).size).toBe(3);
    // and while it is on its way nothing of it is changed
    const sent = await jfk.start("inventarisasi", { bulan: "2021-05" });
    expect(sent.body.detail).toContain("yang sudah dikirim");
    const [row] = await jfk.rows(month);
    expect((await jfk.change(month, row!, { volume: "9" })).status).toBe(409);
    expect((await jfk.browser.post(`/api/cases/${month}/sheets/kegiatan/actions/buka-kembali`)).status).toBe(404);
    await sekretariat.do(caseId, "ReceiveDupak", { keputusan: "TERIMA", nip });
    await sekretariat.do(caseId, "VerifyDupak", VERIFIED);
  }, 120_000);

  it("should be scored by members of sufficient rank only, every row, at most as proposed", async () => {
    const [{ id: caseId }] = ok(await sekretariat.browser.get("/api/cases?app=edupak&type=dupak")).items;
    const task = await penilai.offered(caseId, "ScoreDupak");
    expect((await jfk.rows(caseId, "rincian"))[0]?.values).not.toHaveProperty("nilai");
    ok(await penilai.browser.post(`/api/tasks/${task}/claim`));
    expect((await penilai.complete(task, SCORED)).body.detail).toContain("2 dari 2 kegiatan belum dinilai");
    const [row] = await penilai.rows(caseId, "rincian");
    const score = (values: object, by = penilai) => by.change(caseId, row!, { ...values }, "rincian");
    expect((await score({ nilai: "0.157" })).body.errors[0].path).toBe("values.nilai");
    expect((await score({ nilai: "-1" })).body.errors[0].path).toBe("values.nilai");
    expect((await score({ nilai: "0.100" })).body.errors[0].path).toBe("values.alasanNilai");
    expect((await score({ nilai: "0.156" }, sekretariat)).status).toBe(403);
    expect((await score({ nilai: "0.156" }, jfk)).status).toBe(403);
    await penilai.score(caseId);
    expect((await penilai.complete(task, { bebasBenturan: false })).body.errors[0].path).toBe("data.bebasBenturan");
    ok(await penilai.complete(task, SCORED));
    const [scored] = await penilai.rows(caseId, "rincian");
    expect((await penilai.change(caseId, scored!, { nilai: "0.156" }, "rincian")).status).toBe(403);
  }, 120_000);

  it("should be postponed, scored again, returned and confirmed by sessions", async () => {
    // given
    const [{ id: caseId }] = ok(await sekretariat.browser.get("/api/cases?app=edupak&type=dupak")).items;
    expect((await penilai.start("sidang-jfk", {})).status).toBe(404);
    const session = async (putusan: string): Promise<void> => {
      const sidang = await scheduleSidang(sekretariat, "2026-03-02");
      const [row] = await sekretariat.rows(sidang, "putusan");
      const bare = await sekretariat.change(sidang, row!, { putusan, catatan: "" }, "putusan");
      expect(bare).toMatchObject({ status: 400, body: { errors: [{ path: "values.catatan" }] } });
      ok(await sekretariat.change(sidang, row!, { putusan, catatan: "Menunggu bukti tambahan" }, "putusan"));
      await holdSidang(sekretariat, sidang);
      await sekretariat.becomes(sidang, "DIPUTUS");
    };
    // when called off
    const calledOff = await scheduleSidang(sekretariat, "2026-03-03");
    await sekretariat.do(calledOff, "DecideSidang", { keputusan: "BATAL", alasan: "Ketua berhalangan hadir" });
    expect(await sekretariat.caseStatus(caseId)).toBe("PENILAIAN_SEMENTARA");
    // when there is no quorum
    const sidang = await scheduleSidang(sekretariat, "2026-03-02");
    const key = await sekretariat.task(sidang, "DecideSidang");
    const { data } = ok(await sekretariat.browser.get(`/api/tasks/${key}`));
    const names = String(data.anggotaHadir).split("\n");
    const present = (count: number) => ({
      ...data,
      keputusan: "PUTUSKAN",
      anggotaHadir: names.slice(0, count).join("\n"),
    });
    expect((await sekretariat.complete(key, present(3))).body.errors[0].path).toBe("data.anggotaHadir");
    expect((await sekretariat.complete(key, present(6))).body.errors[0].path).toBe("data.anggotaHadir");
    const twice = { ...present(7), wakil: names[0] };
    expect((await sekretariat.complete(key, twice)).body.errors[0].path).toBe("data.sekretaris");
    await sekretariat.do(sidang, "DecideSidang", { keputusan: "BATAL", alasan: "Tidak mencapai kuorum sidang" });
    // when postponed, then to be scored again
    await session("DITUNDA");
    await sekretariat.becomes(caseId, "PENILAIAN_SEMENTARA");
    await session("DINILAI_ULANG");
    await penilai.do(caseId, "ScoreDupak", SCORED);
    // when given back to the JFK
    await session("DIKEMBALIKAN");
    await jfk.becomes(caseId, "DIKEMBALIKAN");
    await jfk.do(caseId, "RepairDupak", await sendingData(jfk));
    await toScoring(caseId, nip, { atasan, pejabat, sekretariat });
    const task = await penilai.task(caseId, "ScoreDupak");
    expect((await penilai.rows(caseId, "rincian")).map(({ values }) => values["nilai"])).toEqual([null, null]);
    await penilai.score(caseId);
    ok(await penilai.complete(task, SCORED));
    await holdSidang(sekretariat, await scheduleSidang(sekretariat, "2026-03-02"));
    // then, after another resume, it is set
    const resume = await sekretariat.task(caseId, "ComposeResume");
    ok(await sekretariat.complete(resume, ok(await sekretariat.browser.get(`/api/tasks/${resume}`)).data));
    await sekretariat.do(caseId, "DecidePak", { keputusan: "UBAH_RESUME", alasan: "Lengkapi catatan ketua tim" });
    await decide(sekretariat, caseId);
    await jfk.becomes(caseId, "DICETAK");
    const documents = await sekretariat.documents(caseId);
    expect(documents.filter(({ template }) => template === "edupak/resume")).toHaveLength(2);
    expect(documents.filter(({ template }) => template === "edupak/hapak")).toHaveLength(1);
    expect((await sekretariat.browser.post(`/api/cases/${caseId}/sheets/rincian/rows`, { values: {} })).status).toBe(
      409,
    );
  }, 150_000);
});
