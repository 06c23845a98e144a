import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { CaseDiagram, CaseList, CasePage, SheetPage } from "../../../src/http/contract/cases.js";
import { PDF } from "../../unit/files/archives.js";
import { openPlatform, type PlatformWorld } from "./platform-world.js";

type Person = Awaited<ReturnType<PlatformWorld["person"]>>;

describe("case files over HTTP", () => {
  let world: PlatformWorld;
  let applicant: Person;
  let checker: Person;
  let stranger: Person;
  let owner: Person;
  let caseId: string;

  const send = async (perihal = "Cuti besar"): Promise<string> =>
    (await applicant.post("/api/starts/permits/permit", { data: { perihal, agency: "a1" } })).body.caseId;

  beforeAll(async () => {
    world = await openPlatform();
    applicant = await world.person("pemohon1", "applicant");
    checker = await world.person("periksa1", "checker", "a1");
    stranger = await world.person("periksa9", "checker", "a9");
    owner = await world.person("pemilik", "process-owner");
  });
  beforeEach(async () => {
    caseId = await send();
  });
  afterAll(() => world.close());

  it("should list what one may read: one's own, those of one's agency, all for a process owner", async () => {
    // when
    const lists = await Promise.all(
      [applicant, checker, owner, stranger].map(async (person) =>
        CaseList.parse((await person.get("/api/cases?limit=200")).body),
      ),
    );
    // then
    expect(lists.map(({ items }) => items.some(({ id }) => id === caseId))).toEqual([true, true, true, false]);
    expect(lists[3]).toEqual({ items: [], total: 0 });
    expect((await owner.get("/api/cases?mine=true")).body.total).toBe(0);
  });

  it.each([
    ["search=merauke", 1],
    ["search=MERAUKE&type=permit", 1],
    ["search=199001012015011001&limit=1", 1],
    ["search=100%25", 0],
    ["app=other", 0],
    ["search=merauke&status=GRANTED", 0],
    ["search=merauke&status=SENT", 1],
  ])("should narrow the list by %s", async (query, count) => {
    // given
    await world.db.transaction((tx) => tx.manager.query("DELETE FROM case_file"));
    await send("Perjalanan ke Merauke");
    // when
    const { body } = await applicant.get(`/api/cases?${query}`);
    // then
    expect(body.items).toHaveLength(count);
  });

  it("should show facts, sheets, open tasks and who has them", async () => {
    // when
    const page = CasePage.parse((await applicant.get(`/api/cases/${caseId}`)).body);
    // then
    expect(page).toMatchObject({
      case: { id: caseId, status: "SENT", tone: "info", typeTitle: { id: "Izin" } },
      facts: [{ value: "IZIN-1" }],
      sheets: [{ id: "reasons" }],
      openTasks: [{ name: "Periksa permohonan", who: "Pemeriksa", mine: false }],
      incidents: [],
      hasDiagram: true,
    });
  });

  it("should answer the same for someone else's case file and for one that is absent, on every path", async () => {
    for (const path of ["", "/story", "/diagram", "/sheets/reasons", "/sheets/reasons/search?column=text&text=a"]) {
      const foreign = await stranger.get(`/api/cases/${caseId}${path}`);
      const absent = await stranger.get(`/api/cases/tidak-ada${path}`);
      expect([path, foreign.status, absent.status]).toEqual([path, 404, 404]);
      expect(foreign.body.detail).toBe(absent.body.detail);
    }
    const row = { values: { text: "x" }, revision: 1 };
    expect((await stranger.post(`/api/cases/${caseId}/sheets/reasons/rows`, row)).status).toBe(404);
    expect((await stranger.put(`/api/cases/${caseId}/sheets/reasons/rows/r1`, row)).status).toBe(404);
  });

  it("should record once that someone looked at another's case file, outside its story", async () => {
    // when
    await checker.get(`/api/cases/${caseId}`);
    await checker.get(`/api/cases/${caseId}`);
    await applicant.get(`/api/cases/${caseId}`);
    // then
    const looks = await world.db.read((tx) =>
      world.services.history.search(tx, { caseId, search: "melihat berkas" }, { offset: 0, limit: 10 }),
    );
    expect(looks.items.map(({ actorName, action }) => [actorName, action])).toEqual([["Orang periksa1", "read.case"]]);
    const { items } = (await applicant.get(`/api/cases/${caseId}/story`)).body;
    expect(items.map((item: { sentence: { id: string } }) => item.sentence.id)).toEqual([
      'membuka berkas "Izin"',
      "mengirim permohonan",
    ]);
  });

  it("should begin the story with who started it, and in which role", async () => {
    // when
    const { body } = await applicant.get(`/api/cases/${caseId}/story?limit=100`);
    // then
    const opened = body.items.filter((item: { sentence: { id: string } }) =>
      item.sentence.id.startsWith("membuka berkas"),
    );
    expect(opened).toMatchObject([
      {
        actor: "Orang pemohon1",
        role: { id: expect.any(String) },
        sentence: { id: 'membuka berkas "Izin"', en: expect.stringMatching(/^opened the case file ".+"$/u) },
      },
    ]);
  });

  it("should show the way taken on the diagram", async () => {
    // when
    const diagram = CaseDiagram.parse((await applicant.get(`/api/cases/${caseId}/diagram`)).body);
    // then
    expect(diagram).toMatchObject({ processName: "Permohonan izin", version: 1, flows: ["ToCheck"] });
    expect(diagram.xml).toContain('id="Check"');
    expect(diagram.elements).toMatchObject([
      { elementId: "Sent", state: "COMPLETED", endedAt: world.clock.now() },
      { elementId: "Check", state: "ACTIVE", endedAt: null, incident: false },
    ]);
  });

  it("should add, change and remove rows and refuse a stale change", async () => {
    // given
    const rows = `/api/cases/${caseId}/sheets/reasons/rows`;
    // when
    const added = await applicant.post(rows, { values: { text: "satu" } });
    const changed = await applicant.put(`${rows}/r1`, { values: { text: "dua" }, revision: 1 });
    const stale = await applicant.put(`${rows}/r1`, { values: { text: "tiga" }, revision: 1 });
    const blind = await applicant.put(`${rows}/r1`, { values: { text: "tiga" } });
    // then
    expect([added.status, changed.status]).toEqual([201, 200]);
    expect(stale).toMatchObject({
      status: 409,
      body: {
        code: "CONFLICT",
        detail: "Baris ini baru saja diubah orang lain: Alasan sekarang dua. Muat ulang baris, lalu ulangi",
        errors: [{ path: "values.text", message: "Alasan sekarang dua" }],
      },
    });
    expect(blind).toMatchObject({ status: 400, body: { errors: [{ path: "revision" }] } });
    const page = SheetPage.parse((await checker.get(`/api/cases/${caseId}/sheets/reasons`)).body);
    expect(page.rows).toMatchObject([{ id: "r1", revision: 2, values: { text: "dua" } }]);
    expect((await applicant.delete(`${rows}/r1?revision=2`)).status).toBe(204);
    expect((await applicant.get(`/api/cases/${caseId}/sheets/absent`)).status).toBe(404);
    expect((await applicant.get(`/api/cases/${caseId}/sheets/reasons/search?column=text&text=cu`)).body).toEqual([
      { value: "1", label: "text cu" },
    ]);
  });

  it("should add many rows at once or none, and do something with the whole sheet", async () => {
    // given
    const sheet = `/api/cases/${caseId}/sheets/reasons`;
    const batch = (rows: unknown[]) => applicant.post(`${sheet}/rows/batch`, { rows });
    const look = async (): Promise<SheetPage> => SheetPage.parse((await applicant.get(sheet)).body);
    // when
    const faulty = await batch([{ text: "satu" }, { text: "" }]);
    const refused = await applicant.post(`${sheet}/actions/clear`);
    // then
    expect(faulty).toMatchObject({ status: 400, body: { errors: [{ path: "rows[1].text" }] } });
    expect(refused.status).toBe(404);
    expect(await look()).toMatchObject({ total: 0, canPaste: true, canAttachMany: false, actions: [] });
    // and
    expect(await batch([{ text: "satu" }, { text: "dua" }])).toMatchObject({ status: 201, body: { added: 2 } });
    expect(await batch([])).toMatchObject({ status: 400 });
    expect(await look()).toMatchObject({
      total: 2,
      actions: [{ id: "clear", label: { id: "Kosongkan" }, confirm: { id: "Hapus semua alasan?" } }],
    });
    expect((await stranger.post(`${sheet}/rows/batch`, { rows: [{ text: "x" }] })).status).toBe(404);
    expect((await applicant.post(`${sheet}/actions/clear`)).status).toBe(204);
    expect((await look()).total).toBe(0);
  });

  it("should attach a file to a row and give it to the readers of the case file only", async () => {
    // given
    const rows = `/api/cases/${caseId}/sheets/reasons/rows`;
    await applicant.post(rows, { values: { text: "satu" } });
    const form = new FormData();
    form.append("file", new File([PDF], "SK jabatan.pdf"));
    const upload = await applicant.send("POST", "/api/files", form);
    // when
    const attached = await applicant.post(`${rows}/r1/files`, { fileId: upload.body.id });
    // then
    expect(attached.body.files).toMatchObject([{ name: "SK jabatan.pdf", contentType: "application/pdf" }]);
    expect((await applicant.get(`/api/cases/${caseId}`)).body.files).toMatchObject([
      { name: "SK jabatan.pdf", place: "row:r1" },
    ]);
    expect((await checker.download(`/api/files/${upload.body.id}`)).bytes.equals(PDF)).toBe(true);
    expect((await stranger.get(`/api/files/${upload.body.id}`)).status).toBe(404);
    // and in another case file it is refused
    const other = await send();
    await applicant.post(`/api/cases/${other}/sheets/reasons/rows`, { values: { text: "x" } });
    expect(
      await applicant.post(`/api/cases/${other}/sheets/reasons/rows`, { values: { text: "x".repeat(4001) } }),
    ).toMatchObject({
      status: 400,
      body: { errors: [{ path: "values.text", message: "Paling banyak 4000 karakter" }] },
    });
    expect(
      await applicant.post(`/api/cases/${other}/sheets/reasons/rows/r1/files`, { fileId: upload.body.id }),
    ).toMatchObject({
      status: 409,
      body: { code: "CONFLICT" },
    });
    expect((await applicant.delete(`${rows}/r1/files/${upload.body.id}`)).body.files).toEqual([]);
  });

  it("should show a step that got stuck with its reason, and retry it by one click", async () => {
    // given a worker that fails once
    world.plugin.failures = 1;
    const key = (await checker.get(`/api/cases/${caseId}`)).body.openTasks[0].key;
    await checker.post(`/api/tasks/${key}/claim`);
    await checker.post(`/api/tasks/${key}/completion`, { data: { keputusan: "terima" } });
    world.jobs.start();
    const until = async (done: (page: CasePage) => boolean): Promise<CasePage> => {
      for (;;) {
        const { body } = await owner.get(`/api/cases/${caseId}`);
        if (done(body)) return body;
      }
    };
    const stuck = await until(({ incidents }) => incidents.length > 0);
    const [incident] = stuck.incidents;
    expect(incident).toMatchObject({ elementId: "Archive", message: "Arsip tidak menjawab", mayRetry: true });
    expect((await applicant.get(`/api/cases/${caseId}`)).body.incidents).toMatchObject([{ mayRetry: false }]);
    // when
    const path = `/api/cases/${caseId}/incidents/${incident?.key}/retry`;
    expect((await applicant.post(path)).status).toBe(403);
    expect((await owner.post(path)).status).toBe(204);
    // then
    await until(({ incidents }) => incidents.length === 0);
    const { items } = (await owner.get(`/api/cases/${caseId}/story`)).body;
    expect(items[0].sentence.id).toBe("mencoba ulang langkah yang terhenti");
    expect((await owner.post(path)).status).toBe(404);
  });

  it("should find the process that was started although its answer was lost", async () => {
    // given
    const healthy = { ...world.client };
    let created = 0;
    Object.assign(world.client, {
      createInstance: async (start: Parameters<typeof healthy.createInstance>[0]) => {
        created += 1;
        await healthy.createInstance(start);
        throw new Error("the connection broke before the answer");
      },
    });
    const lost = await send("Jawaban hilang");
    // when
    world.clock.advance(1_000);
    await world.services.outbox.drain();
    Object.assign(world.client, healthy);
    // then
    expect(created).toBe(1);
    expect(await world.client.findInstances(lost)).toHaveLength(1);
    expect((await applicant.get(`/api/cases/${lost}`)).body).toMatchObject({
      hasDiagram: true,
      openTasks: [{ name: "Periksa permohonan" }],
    });
  });

  it("should start the process once although the engine was away when the case file was opened", async () => {
    // given
    world.engineIs.down = true;
    const { status, body } = await applicant.post("/api/starts/permits/permit", {
      data: { perihal: "Saat mesin mati", agency: "a1" },
    });
    expect(status).toBe(201);
    // the case file is there, its process is not yet
    world.engineIs.down = false;
    expect((await applicant.get(`/api/cases/${body.caseId}`)).body).toMatchObject({ hasDiagram: false, openTasks: [] });
    expect((await applicant.get(`/api/cases/${body.caseId}/diagram`)).status).toBe(404);
    // when
    world.clock.advance(1_000);
    await world.services.outbox.drain();
    await world.services.outbox.drain();
    // then
    expect(await world.client.findInstances(body.caseId)).toHaveLength(1);
    expect((await applicant.get(`/api/cases/${body.caseId}`)).body).toMatchObject({ hasDiagram: true });
  });
});
