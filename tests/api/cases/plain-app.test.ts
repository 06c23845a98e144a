import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { verifyHistory } from "../../../src/history/index.js";
import type { AppWorld } from "../../support/app-world.js";
import type { Browser } from "../../support/browser.js";
import { aPdf } from "../../process-apps/siwi/journey.js";
import { openPlainApp } from "./plain-app.js";

const DAY_MS = 86_400_000;

describe("an app without code", () => {
  let world: AppWorld;
  let sender: Browser;
  let checker: Browser;
  let colleague: Browser;
  let elsewhere: Browser;
  let auditor: Browser;

  beforeAll(async () => {
    world = await openPlainApp();
    sender = await world.person("kirim1", "pengirim");
    checker = await world.person("periksa1", "pemeriksa", { type: "unit", id: "u1" });
    colleague = await world.person("periksa2", "pemeriksa", { type: "unit", id: "u1" });
    elsewhere = await world.person("periksa9", "pemeriksa", { type: "unit", id: "u9" });
    auditor = await world.person("auditor1", "auditor");
  });
  afterAll(() => world.close());

  const upload = async (person: Browser, name: string) => {
    const form = new FormData();
    form.append("file", new Blob([aPdf(name)], { type: "application/pdf" }), name);
    const { status, body } = await person.send("POST", "/api/files", form);
    expect(status).toBe(201);
    return { id: body.id as string, name };
  };
  const sweep = async (days: number): Promise<void> => {
    await world.advance(days * DAY_MS);
    await world.alur.services.files.sweep();
  };
  const send = async (perihal: string) => {
    const surat = await upload(sender, `${perihal}.pdf`);
    const berkas = await upload(sender, `${perihal}-lampiran.pdf`);
    const data = { perihal, unit: "u1", surat: [surat], lampiran: [{ judul: "Satu", berkas: [berkas] }] };
    const { status, body } = await sender.post("/api/starts/surat/surat-masuk", { data });
    expect({ status, body }).toMatchObject({ status: 201 });
    return { caseId: body.caseId as string, surat, berkas };
  };
  const taskOf = async (person: Browser, caseId: string): Promise<string> => {
    const { items } = (await person.get("/api/tasks?view=all&limit=100")).body;
    const found = items.find((item: { case: { id: string } | null }) => item.case?.id === caseId);
    expect(found).toBeDefined();
    return found.key as string;
  };
  const mayDownload = async (person: Browser, id: string) => (await person.get(`/api/files/${id}`)).status === 200;

  it("should keep the files of a start form in a case file of the one who started it", async () => {
    // when
    const { caseId, surat, berkas } = await send("Undangan");
    await sweep(2);
    // then
    const { status, body } = await sender.get(`/api/cases/${caseId}`);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        case: {
          app: "surat",
          typeTitle: { id: "Kirim surat", en: "Send a letter" },
          reference: expect.stringMatching(/^SURAT-MASUK-2026-[0-9A-Z]{6}$/),
          subjectName: "kirim1",
          statusLabel: { id: "Berjalan" },
        },
        hasDiagram: true,
      },
    });
    // both came at one moment of the clock: their order means nothing
    const names = body.files.map(({ name }: { name: string }) => name) as string[];
    expect(names.toSorted()).toEqual(["Undangan-lampiran.pdf", "Undangan.pdf"]);
    expect((await sender.get("/api/cases?mine=true")).body.items).toMatchObject([{ id: caseId }]);
    for (const { id } of [surat, berkas]) {
      expect(await Promise.all([sender, auditor].map((person) => mayDownload(person, id)))).toEqual([true, true]);
      // Nobody of these has had the task before their eyes, or ever will.
      expect(await Promise.all([checker, elsewhere].map((person) => mayDownload(person, id)))).toEqual([false, false]);
    }
  });

  it("should let those who are offered a task of it read the case file, and tell who did what", async () => {
    // given
    const { caseId, surat } = await send("Permohonan");
    const key = await taskOf(checker, caseId);
    // when the task is looked at, claimed and completed
    const page = (await checker.get(`/api/tasks/${key}`)).body;
    expect(page.data).toMatchObject({ perihal: "Permohonan", surat: [surat] });
    expect(await mayDownload(checker, surat.id)).toBe(true);
    expect((await checker.post(`/api/tasks/${key}/claim`)).status).toBe(204);
    const balasan = await upload(checker, "balasan.pdf");
    const done = await checker.post(`/api/tasks/${key}/completion`, {
      data: { perihal: "Permohonan", surat: page.data.surat, catatan: "Diterima", balasan: [balasan] },
    });
    expect(done).toMatchObject({ status: 200, body: { caseId } });
    await sweep(2);
    // then the whole group reads it, also afterwards; others do not know of it
    for (const person of [sender, checker, colleague, auditor]) {
      expect(await mayDownload(person, balasan.id)).toBe(true);
      expect(await person.get(`/api/cases/${caseId}`)).toMatchObject({
        status: 200,
        body: { case: { status: "COMPLETED", statusLabel: { id: "Selesai" }, closedAt: expect.any(Number) } },
      });
    }
    expect(await mayDownload(elsewhere, balasan.id)).toBe(false);
    expect((await elsewhere.get(`/api/cases/${caseId}`)).status).toBe(404);
    expect((await checker.get("/api/cases")).body.items.map(({ id }: { id: string }) => id)).toContain(caseId);
    expect((await elsewhere.get("/api/cases")).body).toMatchObject({ items: [], total: 0 });
    // and the story
    const story = (await sender.get(`/api/cases/${caseId}/story?limit=50`)).body.items.map(
      ({ actor, sentence }: { actor: string; sentence: { id: string } }) => [actor, sentence.id],
    );
    expect(story).toEqual(
      expect.arrayContaining([
        ["kirim1", 'membuka berkas "Kirim surat"'],
        ["periksa1", 'mengambil tugas "Periksa surat"'],
        ["periksa1", 'menyelesaikan tugas "Periksa surat"'],
        ["Sistem", "proses selesai"],
      ]),
    );
    expect(await verifyHistory(world.alur.services.db)).toMatchObject({ broken: null });
  });

  it("should open a case file when somebody first handles a task of an instance from outside", async () => {
    // given
    const { client } = world.alur.services;
    const { processInstanceKey } = await client.createInstance({
      processId: "surat-masuk",
      variables: { perihal: "Dari luar", unit: "u1" },
    });
    const { items } = (await checker.get("/api/tasks?view=group&limit=100")).body;
    const task = items.find(({ case: caseFile }: { case: unknown }) => caseFile === null);
    // when two people claim at the same moment
    const claims = await Promise.all([checker, colleague].map((person) => person.post(`/api/tasks/${task.key}/claim`)));
    expect(claims.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409]);
    const holder = claims[0]?.status === 204 ? checker : colleague;
    const balasan = await upload(holder, "jawaban.pdf");
    const data = { perihal: "Dari luar", catatan: "Baik", balasan: [balasan] };
    const done = await holder.post(`/api/tasks/${task.key}/completion`, { data });
    await sweep(2);
    // then
    const caseId = `instance-${processInstanceKey}`;
    expect(done).toMatchObject({ status: 200, body: { caseId } });
    expect(await client.variables(processInstanceKey)).toMatchObject({ caseId, catatan: "Baik" });
    expect((await colleague.get(`/api/cases/${caseId}`)).body).toMatchObject({
      case: { title: "Kirim surat", subjectName: "Surat masuk", status: "COMPLETED" },
      files: [{ name: "jawaban.pdf" }],
    });
    expect(await mayDownload(checker, balasan.id)).toBe(true);
    const story = (await auditor.get(`/api/cases/${caseId}/story?limit=50`)).body.items;
    expect(story.map(({ sentence }: { sentence: { id: string } }) => sentence.id)).toEqual(
      expect.arrayContaining([
        "membuka berkas untuk proses yang sudah berjalan",
        'mengambil tugas "Periksa surat"',
        'menyelesaikan tugas "Periksa surat"',
      ]),
    );
  });

  it("should close a case file whose process a timer ended", async () => {
    // given
    const { caseId } = await send("Terlambat");
    // when
    await world.advance(4 * DAY_MS);
    await world.alur.services.cases.closeAllEnded();
    // then
    expect((await sender.get(`/api/cases/${caseId}`)).body.case).toMatchObject({ status: "COMPLETED" });
    expect((await sender.get(`/api/cases/${caseId}`)).body.openTasks).toEqual([]);
  });

  it("should close it when somebody looks at the case file or the list", async () => {
    // given
    const [seen, listed] = [await send("Dilihat"), await send("Didaftar")];
    // when nothing but the engine's clock has ended them
    await world.advance(4 * DAY_MS);
    // then
    const page = await sender.get(`/api/cases/${seen.caseId}`);
    expect(page.body.case).toMatchObject({ status: "COMPLETED", closedAt: expect.any(Number) });
    const { items } = (await sender.get("/api/cases?mine=true&status=COMPLETED&limit=100")).body;
    expect(items.map(({ id }: { id: string }) => id)).toContain(seen.caseId);
    const all = (await sender.get("/api/cases?mine=true&limit=100")).body.items;
    expect(all.find(({ id }: { id: string }) => id === listed.caseId)).toMatchObject({ status: "COMPLETED" });
  });

  it("should keep a file for as long as a draft names it, and no longer", async () => {
    // given
    const { caseId } = await send("Konsep");
    const key = await taskOf(checker, caseId);
    await checker.post(`/api/tasks/${key}/claim`);
    const [kept, dropped, foreign] = [
      await upload(checker, "konsep.pdf"),
      await upload(checker, "dibuang.pdf"),
      await upload(sender, "milik-lain.pdf"),
    ];
    const save = (revision: number, balasan: readonly object[]) =>
      checker.put(`/api/tasks/${key}/draft`, { data: { balasan }, revision });
    expect((await save(0, [kept, dropped, foreign])).status).toBe(200);
    expect((await save(1, [kept, foreign])).status).toBe(200);
    // when
    await sweep(2);
    // then
    expect(await mayDownload(checker, kept.id)).toBe(true);
    expect(await mayDownload(checker, dropped.id)).toBe(false);
    expect(await mayDownload(sender, foreign.id)).toBe(false);
    // when the task is completed with another file: the draft is gone
    const balasan = await upload(checker, "akhir.pdf");
    const data = { perihal: "Konsep", catatan: "Baik", balasan: [balasan] };
    expect(await checker.post(`/api/tasks/${key}/completion`, { data })).toMatchObject({ status: 200 });
    await sweep(2);
    expect(await mayDownload(checker, kept.id)).toBe(false);
    expect(await mayDownload(checker, balasan.id)).toBe(true);
  });

  it("should refuse a file that belongs to someone else or is gone, and keep nothing then", async () => {
    // given
    const foreign = await upload(checker, "milik-orang.pdf");
    const before = (await sender.get("/api/cases")).body.total;
    // when
    const data = { perihal: "Coba", unit: "u1", surat: [foreign] };
    const refused = await sender.post("/api/starts/surat/surat-masuk", { data });
    // then
    expect(refused).toMatchObject({ status: 404, body: { detail: "Berkas unggahan ini tidak ada. Unggah lagi" } });
    expect((await sender.get("/api/cases")).body.total).toBe(before);
  });
});
