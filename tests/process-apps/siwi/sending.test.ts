import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import { aPdf, FORWARD, MONEV, openDraft, ok, Person, type RowInput, sendingData } from "./journey.js";

const DAY_MS = 86_400_000;
const aRow = (more: Partial<RowInput> = {}): RowInput => ({
  kode: "4",
  uraian: "Bahan ajar",
  tanggalMulai: "2021-02-01",
  volume: "1",
  ...more,
});

describe("sending a DUPAK", () => {
  let world: AlurWorld;
  beforeAll(async () => {
    world = await openAlur();
  }, 120_000);
  afterAll(() => world.close());

  it("should keep rows shut until the questionnaire is finished, and ask every page of it (C-10)", async () => {
    // given
    const wi = await Person.signIn(world, "wi1");
    const { caseId } = ok(await wi.start("dupak", { setuju: true }));
    // when
    const rows = await wi.browser.get(`/api/cases/${caseId}/sheets/rincian`);
    const added = await wi.addRow(caseId, aRow());
    const key = await wi.task(caseId, "FillMonev");
    const { sarana: _left, ...incomplete } = MONEV;
    const unfinished = await wi.complete(key, incomplete);
    // then
    expect(rows.status).toBe(409);
    expect(rows.body.detail).toContain("kuesioner");
    expect(added.status).toBe(409);
    expect(unfinished.status).toBe(400);
    expect(unfinished.body.errors.map(({ path }: { path: string }) => path)).toEqual(["data.sarana"]);
    expect(await wi.caseStatus(caseId)).toBe("TERKUNCI_KUESIONER");
    ok(await wi.complete(key, MONEV));
    expect(await wi.caseStatus(caseId)).toBe("DRAF");
  });

  it("should keep to the questionnaire that was open when it changed", async () => {
    // given
    const wi = await Person.signIn(world, "wi4");
    const { caseId } = ok(await wi.start("dupak", { setuju: true }));
    const key = await wi.task(caseId, "FillMonev");
    const before = ok(await wi.browser.get(`/api/tasks/${key}`)).form;
    const { db, forms } = world.alur.services;
    await world.advance(60_000);
    // when
    const changed = structuredClone(before.schema);
    changed.components[0].components.push({
      type: "textfield",
      key: "baru",
      label: "Pertanyaan baru",
      validate: { required: true },
    });
    await db.transaction((tx) => forms.publish(tx, "siwi/monev", changed));
    // then
    expect(ok(await wi.browser.get(`/api/tasks/${key}`)).form.version).toBe(before.version);
    ok(await wi.complete(key, MONEV));
    expect(await wi.caseStatus(caseId)).toBe("DRAF");
    await db.transaction((tx) => forms.publish(tx, "siwi/monev", before.schema));
    await world.advance(60_000);
  });

  it("should offer no second DUPAK in the same period", async () => {
    const wi = await Person.signIn(world, "wi1");
    const again = await wi.start("dupak", { setuju: true });
    expect(again.status).toBe(409);
    expect(again.body.detail).toContain("sudah ada");
  });

  it("should hide a draft from everyone but its owner", async () => {
    const wi = await Person.signIn(world, "wi2");
    const caseId = await openDraft(wi);
    for (const [username, role] of [["sekretariat-tpi"], ["tpi1", "tpi"], ["sekretariat-tpp"], ["wi1"]] as const) {
      const other = await Person.signIn(world, username, role);
      expect((await other.browser.get(`/api/cases/${caseId}`)).status).toBe(404);
      expect((await other.addRow(caseId, aRow())).status).toBe(404);
    }
  });

  it.each([
    ["kode", { kode: "99" }],
    ["kode", { kode: "" }],
    ["kode", { kode: "13" }],
    ["uraian", { uraian: " " }],
    ["tanggalMulai", { tanggalMulai: "2020-12-31" }],
    ["tanggalMulai", { tanggalMulai: "2021-02-30" }],
    ["tanggalSelesai", { tanggalSelesai: "2021-01-31" }],
    ["volume", { volume: "0" }],
    ["volume", { volume: "1,234" }],
    ["penulis", { kode: "31", penulis: "RAJA" }],
  ])("should name column %s of a wrong row %j", async (column, wrong) => {
    const wi = await Person.signIn(world, "wi1");
    const { items } = ok(await wi.browser.get("/api/cases?app=siwi&type=dupak&mine=true"));
    const answer = await wi.addRow(items[0].id, aRow(wrong));
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ path }: { path: string }) => path)).toEqual([`values.${column}`]);
  });

  it("should refuse a stale row, and mark a limit passed", async () => {
    const wi = await Person.signIn(world, "wi1");
    const { items } = ok(await wi.browser.get("/api/cases?app=siwi&type=dupak&mine=true"));
    const caseId = items[0].id;
    const row = ok(await wi.addRow(caseId, aRow({ kode: "18", volume: "7" })));
    expect(row.values.akUsul).toBe("2.500");
    expect(row.notes.map(({ text }: { text: { id: string } }) => text.id).join()).toContain("Melebihi batas");
    ok(await wi.change(caseId, row, { volume: "5" }));
    expect((await wi.change(caseId, row, { volume: "4" })).status).toBe(409);
    expect((await wi.browser.delete(`/api/cases/${caseId}/sheets/rincian/rows/${row.id}?revision=1`)).status).toBe(409);
    expect(
      (await wi.browser.delete(`/api/cases/${caseId}/sheets/rincian/rows/${row.id}?revision=2`)).status,
    ).toBeLessThan(300);
  });

  it("should be refused without rows, without evidence, without a document and twice", async () => {
    // given
    const wi = await Person.signIn(world, "tpi1", "widyaiswara");
    const caseId = await openDraft(wi);
    const key = await wi.task(caseId, "ComposeDupak");
    // when
    const empty = await wi.complete(key, await sendingData(wi));
    const row = ok(await wi.addRow(caseId, aRow({ kode: "13", volume: "10" })));
    const bare = await wi.complete(key, await sendingData(wi));
    const file = await wi.upload("bukti.pdf", aPdf("bukti"));
    ok(await wi.browser.post(`/api/cases/${caseId}/sheets/rincian/rows/${row.id}/files`, { fileId: file.id }));
    const { skPangkat: _missing, ...incomplete } = await sendingData(wi);
    const undocumented = await wi.complete(key, incomplete);
    const sent = await wi.complete(key, await sendingData(wi));
    const twice = await wi.complete(key, await sendingData(wi));
    const late = await wi.addRow(caseId, aRow({ kode: "13" }));
    // then
    expect([empty.status, bare.status, undocumented.status, sent.status, twice.status, late.status]).toEqual([
      409, 409, 400, 200, 409, 409,
    ]);
    expect(bare.body.detail).toContain("bukti fisik");
    expect(undocumented.body.errors[0].path).toBe("data.skPangkat");
    expect(late.body.detail).toContain("sudah dikirim");
    expect(await wi.caseStatus(caseId)).toBe("DIKIRIM");
  });

  it("should refuse the first sending after the last day, and take a repaired one", async () => {
    // given
    const wi2 = await Person.signIn(world, "wi2");
    const { items } = ok(await wi2.browser.get("/api/cases?app=siwi&type=dupak&mine=true"));
    const draft = items[0].id;
    await wi2.addRowWithEvidence(draft, aRow());
    const key = await wi2.task(draft, "ComposeDupak");
    const data = await sendingData(wi2);
    const secretariat = await Person.signIn(world, "sekretariat-tpi");
    const tpi1 = await Person.signIn(world, "tpi1", "widyaiswara");
    const sent = ok(await tpi1.browser.get("/api/cases?app=siwi&type=dupak&mine=true")).items[0].id;
    await secretariat.do(sent, "CheckRequirements", {
      keputusan: "PRASARAT_TIDAK_SESUAI",
      alasan: "SK pangkat bukan yang terakhir",
    });
    // when
    await world.advance(70 * DAY_MS);
    const late = await Person.signIn(world, "wi2");
    const refused = await late.complete(key, data);
    const again = await Person.signIn(world, "tpi1", "widyaiswara");
    await again.do(sent, "RepairDupak", await sendingData(again));
    // then
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain("ditutup");
    expect(await again.caseStatus(sent)).toBe("DIKIRIM");
    const anew = await Person.signIn(world, "wi4");
    expect((await anew.start("dupak", { setuju: true })).body.detail).toContain("Tidak ada masa penilaian");
    const forwarding = await Person.signIn(world, "sekretariat-tpi");
    await forwarding.do(sent, "CheckRequirements", FORWARD);
    expect(await again.caseStatus(sent)).toBe("DITERUSKAN_TPI");
  });
});
