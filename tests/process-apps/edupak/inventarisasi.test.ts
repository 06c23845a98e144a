import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import { aPdf, APPROVE, approvedMonth, MARET, ok, openMonth, Person, SEND_MONTH } from "./journey.js";

const ROW = { kode: "212101006", tanggalMulai: "2021-02-01", tanggalSelesai: "2021-02-05", volume: "3" };

describe("inventarisasi-bulanan", () => {
  let world: AlurWorld;
  let jfk: Person;
  let atasan: Person;
  beforeAll(async () => {
    world = await openAlur();
    jfk = await Person.signIn(world, "jfk1");
    atasan = await Person.signIn(world, "atasan-jfk");
  }, 120_000);
  afterAll(() => world.close());

  const faultsOf = (answer: { readonly body: { readonly errors?: { readonly path: string }[] } }): string[] =>
    (answer.body.errors ?? []).map(({ path }) => path);

  it("should offer the months after the last PAK up to the end of the conventional regime", async () => {
    const offered = ok(await jfk.browser.get("/api/edupak/pilihan/bulan"));
    expect(offered[0]).toEqual({ value: "2021-01", label: "Januari 2021" });
    expect(offered.at(-1).value).toBe("2022-12");
    expect((await atasan.browser.get("/api/edupak/pilihan/bulan")).body).toEqual([]);
  });

  it.each([
    ["2020-12", "sudah dinilai dalam PAK"],
    ["2023-01", "konversi predikat kinerja"],
    ["2021-13", "harus seperti 2021-03"],
  ])("should refuse to open %s", async (bulan, reason) => {
    const refused = await jfk.start("inventarisasi", { bulan });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: "data.bulan" }] } });
    expect(refused.body.detail).toContain(reason);
  });

  it("should compute column 8 from volume and credit (B-01) and refuse what is wrong, naming the column", async () => {
    // given
    const caseId = await openMonth(jfk, "2021-03", MARET);
    // when
    const rows = await jfk.rows(caseId);
    // then
    expect(rows.map(({ values }) => values["jumlahAk"])).toEqual(["0.156", "0.070"]);
    const { totals } = ok(await jfk.browser.get(`/api/cases/${caseId}/sheets/kegiatan`));
    expect(totals.at(-1)).toMatchObject({ label: { id: "Jumlah" }, values: { jumlahAk: "0.226" } });
    const march = { ...ROW, tanggalMulai: "2021-03-01", tanggalSelesai: "" };
    const wrong: readonly (readonly [object, string])[] = [
      [{ ...march, tanggalMulai: "2021-04-01" }, "values.tanggalMulai"],
      [{ ...march, tanggalMulai: "2021-03-32" }, "values.tanggalMulai"],
      [{ ...march, tanggalSelesai: "2021-04-02" }, "values.tanggalSelesai"],
      [{ ...march, kode: "999999999" }, "values.kode"],
      [{ ...march, volume: "0" }, "values.volume"],
      [{ ...march, volume: "1,234" }, "values.volume"],
      [{ ...march, suratPerintah: "MUNGKIN" }, "values.suratPerintah"],
    ];
    for (const [values, path] of wrong) expect(faultsOf(await jfk.addRow(caseId, values))).toEqual([path]);
    const second = await jfk.start("inventarisasi", { bulan: "2021-03" });
    expect(second).toMatchObject({ status: 400, body: { errors: [{ path: "data.bulan" }] } });
  });

  it("should count training by its hours (B-14)", async () => {
    const caseId = await openMonth(jfk, "2021-05", []);
    const training = (kode: string, jam: string) =>
      jfk.addRow(caseId, { kode, jam, tanggalMulai: "2021-05-03", volume: "1" });
    expect(ok(await training("211002006", "80")).values["jumlahAk"]).toBe("1.000");
    expect(ok(await training("211002005", "81")).values["jumlahAk"]).toBe("2.000");
    const short = await training("211002007", "9");
    expect(faultsOf(short)).toEqual(["values.jam"]);
    expect(short.body.detail).toContain("paling sedikit 10 jam");
    expect((await training("211002006", "81")).body.detail).toContain("memakai kode 211002005");
    expect(faultsOf(await training("211002006", ""))).toEqual(["values.jam"]);
  });

  it("should add many rows or none, and copy the month before", async () => {
    // given
    const february = await openMonth(jfk, "2021-02", []);
    const batch = (rows: object[]) => jfk.browser.post(`/api/cases/${february}/sheets/kegiatan/rows/batch`, { rows });
    // when
    const faulty = await batch([ROW, { ...ROW, volume: "-1" }, { ...ROW, kode: "" }]);
    // then
    expect(faulty.status).toBe(400);
    expect(faultsOf(faulty)).toEqual(["rows[1].volume", "rows[2].kode"]);
    expect(await jfk.rows(february)).toEqual([]);
    const many = Array.from({ length: 199 }, (_, index) => ({ ...ROW, volume: String(index + 1) }));
    expect(await batch([...many, ROW])).toMatchObject({ status: 201, body: { added: 200 } });
    expect((await batch([ROW])).body.detail).toContain("Paling banyak 200 kegiatan");
    // and
    const april = await openMonth(jfk, "2021-04", []);
    const page = ok(await jfk.browser.get(`/api/cases/${april}/sheets/kegiatan`));
    expect(page).toMatchObject({ canPaste: true, actions: [{ id: "salin-bulan-lalu" }] });
    ok(await jfk.browser.post(`/api/cases/${april}/sheets/kegiatan/actions/salin-bulan-lalu`));
    const copied = await jfk.rows(april);
    expect(copied.map(({ values }) => [values["kode"], values["tanggalMulai"], values["volume"]])).toEqual([
      ["212109006", "2021-04-02", "52"],
      ["212111011", "2021-04-16", "7"],
    ]);
    expect(copied.every(({ files }) => files.length === 0)).toBe(true);
  }, 120_000);

  it("should take one file of evidence for many activities, all or none, each with its entry in the history", async () => {
    // given
    const caseId = await openMonth(jfk, "2022-08", []);
    const day = { ...ROW, tanggalMulai: "2022-08-02", tanggalSelesai: "" };
    const rows = Array.from({ length: 60 }, (_, index) => ({ ...day, volume: String(index + 1) }));
    ok(await jfk.browser.post(`/api/cases/${caseId}/sheets/kegiatan/rows/batch`, { rows }));
    const ids = (await jfk.rows(caseId)).map(({ id }) => id);
    const upload = await jfk.upload("daftar-hadir.pdf", aPdf("daftar hadir"));
    // when
    const gone = await jfk.attachMany(caseId, [...ids, "tidak-ada"], upload.id);
    const before = await jfk.rows(caseId);
    const foreign = await (await Person.signIn(world, "jfk2")).attachMany(caseId, ids, upload.id);
    const strange = await jfk.attachMany(caseId, ids, "01-tidak-ada");
    const taken = await jfk.attachMany(caseId, ids, upload.id);
    const again = await jfk.attachMany(caseId, ids.slice(0, 2), upload.id);
    // then
    expect(gone).toMatchObject({ status: 400, body: { errors: [{ path: "rows[60]" }] } });
    expect(gone.body.detail).toContain("Belum ada yang dilampirkan");
    expect(before.every(({ files }) => files.length === 0)).toBe(true);
    expect(foreign.status).toBe(404);
    expect(strange.status).toBe(404);
    expect(taken).toMatchObject({ status: 200, body: { attached: 60 } });
    expect(again.status).toBe(200);
    for (const { files } of await jfk.rows(caseId)) expect(files).toMatchObject([{ id: upload.id }]);
    const { items } = ok(await jfk.browser.get(`/api/cases/${caseId}/story?limit=100`));
    const told = items.filter(({ sentence }: { sentence: { id: string } }) =>
      sentence.id.startsWith("melampirkan bukti"),
    );
    expect(told).toHaveLength(60);
    expect(told[0].changes).toContainEqual(
      expect.objectContaining({ label: "Bukti fisik", from: null, to: "daftar-hadir.pdf" }),
    );
    // and one row can give it up without the others
    ok(await jfk.browser.delete(`/api/cases/${caseId}/sheets/kegiatan/rows/${ids[0]}/files/${upload.id}`));
    expect((await jfk.rows(caseId)).map(({ files }) => files.length)).toEqual([0, ...ids.slice(1).map(() => 1)]);
    const [last] = ok(await jfk.browser.get(`/api/cases/${caseId}/story?limit=1`)).items;
    expect(last.sentence.id).toBe("melepas bukti kegiatan kode 212101006");
    expect(last.changes).toContainEqual(expect.objectContaining({ from: "daftar-hadir.pdf", to: null }));
    ok(await jfk.attachMany(caseId, ids, upload.id));
    await jfk.do(caseId, "FillInventarisasi", SEND_MONTH);
    expect((await jfk.attachMany(caseId, ids, upload.id)).body.detail).toContain("sudah diajukan");
  }, 120_000);

  it("should not be sent without activities or evidence, and be sent once only", async () => {
    // given
    const empty = await openMonth(jfk, "2021-06", []);
    const task = await jfk.task(empty, "FillInventarisasi");
    expect((await jfk.complete(task, SEND_MONTH)).body.detail).toContain("belum berisi kegiatan");
    const bare = ok(await jfk.addRow(empty, { ...ROW, tanggalMulai: "2021-06-01", tanggalSelesai: "" }));
    expect((await jfk.complete(task, SEND_MONTH)).body.detail).toContain("belum mempunyai bukti fisik: kode 212101006");
    await jfk.attach(empty, bare, "bukti.pdf");
    // when
    const answers = await Promise.all([jfk.complete(task, SEND_MONTH), jfk.complete(task, SEND_MONTH)]);
    // then
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await jfk.caseStatus(empty)).toBe("DIAJUKAN");
    expect((await jfk.addRow(empty, ROW)).body.detail).toContain("sudah diajukan");
  });

  it("should come back from the superior with a reason, be repaired, approved, opened again and approved anew", async () => {
    // given
    const caseId = await openMonth(jfk, "2021-07", [{ ...ROW, tanggalMulai: "2021-07-01", tanggalSelesai: "" }]);
    await jfk.do(caseId, "FillInventarisasi", SEND_MONTH);
    const review = await atasan.task(caseId, "ApproveInventarisasi");
    expect(faultsOf(await atasan.complete(review, { keputusan: "KEMBALIKAN", alasan: "kurang" }))).toEqual([
      "data.alasan",
    ]);
    // when
    ok(await atasan.complete(review, { keputusan: "KEMBALIKAN", alasan: "Volume tidak sesuai bukti fisik." }));
    // then
    expect(await jfk.caseStatus(caseId)).toBe("DIKEMBALIKAN_ATASAN");
    expect((await jfk.notifications()).some(({ body }) => body.includes("Volume tidak sesuai"))).toBe(true);
    const [row] = await jfk.rows(caseId);
    ok(await jfk.change(caseId, row!, { volume: "2" }));
    await jfk.do(caseId, "FillInventarisasi", SEND_MONTH);
    await atasan.do(caseId, "ApproveInventarisasi", APPROVE);
    await jfk.pdf(caseId, "inventarisasi");
    // and
    ok(await jfk.browser.post(`/api/cases/${caseId}/sheets/kegiatan/actions/buka-kembali`));
    expect(await jfk.caseStatus(caseId)).toBe("DRAF");
    const [again] = await jfk.rows(caseId);
    ok(await jfk.change(caseId, again!, { volume: "4" }));
    await jfk.do(caseId, "FillInventarisasi", SEND_MONTH);
    await atasan.do(caseId, "ApproveInventarisasi", APPROVE);
    await world.eventually(
      async () => (await jfk.documents(caseId)).filter(({ template }) => template === "edupak/inventarisasi").length,
      (count) => count === 2,
    );
  }, 120_000);

  it("should be read and approved by the own superior only", async () => {
    const caseId = await openMonth(jfk, "2021-08", [{ ...ROW, tanggalMulai: "2021-08-02", tanggalSelesai: "" }]);
    expect((await atasan.browser.get(`/api/cases/${caseId}`)).status).toBe(404);
    await jfk.do(caseId, "FillInventarisasi", SEND_MONTH);
    const other = await Person.signIn(world, "atasan-jfk2");
    const foreign = await Person.signIn(world, "admin-karang-indah");
    const ownAdmin = await Person.signIn(world, "admin-tirta-mulya");
    const task = await atasan.offered(caseId, "ApproveInventarisasi");
    expect(await other.sees(caseId, "ApproveInventarisasi")).toBe(false);
    expect((await other.complete(task, APPROVE)).status).toBeGreaterThanOrEqual(400);
    expect((await other.browser.get(`/api/cases/${caseId}`)).status).toBe(404);
    expect((await foreign.browser.get(`/api/cases/${caseId}`)).status).toBe(404);
    expect((await ownAdmin.browser.get(`/api/cases/${caseId}`)).status).toBe(200);
    expect((await atasan.addRow(caseId, ROW)).status).toBe(403);
    expect((await jfk.complete(task, APPROVE)).status).toBeGreaterThanOrEqual(400);
  });

  it("should follow the superior who is set when it is sent", async () => {
    // given
    const caseId = await openMonth(jfk, "2021-09", [{ ...ROW, tanggalMulai: "2021-09-01", tanggalSelesai: "" }]);
    const choices = async (list: string): Promise<{ value: string; label: string }[]> =>
      ok(await jfk.browser.get(`/api/edupak/pilihan/${list}`));
    const [pejabat] = await choices("pejabat");
    const all = await choices("atasan");
    const before = ok(await jfk.browser.get("/api/starts/edupak/atasan")).data.atasan;
    const next = all.find(({ value }) => value !== before);
    expect(all).toHaveLength(2);
    expect(await jfk.start("atasan", { atasan: before, pejabat: "nobody" })).toMatchObject({
      status: 400,
      body: { errors: [{ path: "data.pejabat" }] },
    });
    ok(await jfk.start("atasan", { atasan: next?.value, pejabat: pejabat?.value }));
    // when
    await jfk.do(caseId, "FillInventarisasi", SEND_MONTH);
    // then
    const second = await Person.signIn(world, "atasan-jfk2");
    await second.do(caseId, "ApproveInventarisasi", APPROVE);
    expect(await second.caseStatus(caseId)).toBe("DISETUJUI_ATASAN");
    expect((await atasan.browser.get(`/api/cases/${caseId}`)).status).toBe(404);
    ok(await jfk.start("atasan", { atasan: before, pejabat: pejabat?.value }));
  });

  it("should free its month when it is called off", async () => {
    const caseId = await openMonth(jfk, "2021-10", []);
    await jfk.do(caseId, "FillInventarisasi", { keputusan: "BATALKAN" });
    expect(await jfk.caseStatus(caseId)).toBe("DIBATALKAN");
    const again = await approvedMonth(jfk, atasan, "2021-10", [
      { ...ROW, tanggalMulai: "2021-10-01", tanggalSelesai: "" },
    ]);
    expect(again).not.toBe(caseId);
  });
});
