import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { verifyHistory } from "../../../src/history/index.js";
import { TaskList, TaskPage } from "../../../src/http/contract/tasks.js";
import { openPlatform, type PlatformWorld } from "../cases/platform-world.js";

type Person = Awaited<ReturnType<PlatformWorld["person"]>>;

describe("tasks over HTTP", () => {
  let world: PlatformWorld;
  let applicant: Person;
  let checker: Person;
  let colleague: Person;
  let stranger: Person;

  beforeAll(async () => {
    world = await openPlatform();
    applicant = await world.person("pemohon1", "applicant");
    checker = await world.person("periksa1", "checker", "a1");
    colleague = await world.person("periksa2", "checker", "a1");
    stranger = await world.person("periksa9", "checker", "a9");
  });
  afterAll(() => world.close());

  const send = async (perihal = "Cuti besar"): Promise<string> => {
    const { status, body } = await applicant.post("/api/starts/permits/permit", { data: { perihal, agency: "a1" } });
    expect(status).toBe(201);
    return body.caseId;
  };
  const taskOf = async (person: Person, caseId: string, view = "all"): Promise<string> => {
    const { body } = await person.get(`/api/tasks?view=${view}&limit=100`);
    const found = TaskList.parse(body).items.find((item) => item.case?.id === caseId);
    if (found === undefined) throw new Error(`Expected a task of case file '${caseId}', but there is none`);
    return found.key;
  };

  it("should offer a task to the role of the right agency only, with its case file and working days", async () => {
    // given
    const caseId = await send();
    // when
    const { body } = await checker.get("/api/tasks?view=group&limit=100");
    // then
    const { items, total, counts } = TaskList.parse(body);
    expect(items.at(-1)).toMatchObject({
      name: "Periksa permohonan",
      processName: "Permohonan izin",
      elementId: "Check",
      assignee: null,
      dueInWorkingDays: 5,
      hasDraft: false,
      case: {
        id: caseId,
        reference: "IZIN-1",
        subjectName: "Orang pemohon1",
        statusLabel: { id: "Terkirim" },
        tone: "info",
      },
    });
    expect(total).toBe(items.length);
    expect(counts).toMatchObject({ mine: 0, group: total });
    for (const view of ["group", "all", "mine"]) {
      expect((await stranger.get(`/api/tasks?view=${view}`)).body.items).toEqual([]);
      expect((await applicant.get(`/api/tasks?view=${view}`)).body.items).toEqual([]);
    }
  });

  it("should answer the same for a task of another agency and for one that is absent", async () => {
    // given
    const key = await taskOf(checker, await send());
    // when
    const foreign = await stranger.get(`/api/tasks/${key}`);
    const absent = await stranger.get("/api/tasks/2251799813999999");
    // then
    expect(foreign.status).toBe(404);
    expect(absent.status).toBe(404);
    expect(foreign.body.detail).toBe(absent.body.detail);
    for (const [method, path] of [
      ["POST", "claim"],
      ["PUT", "assignee"],
      ["POST", "completion"],
      ["PUT", "draft"],
    ] as const) {
      const body = { username: "periksa9", data: {}, revision: 0 };
      expect((await stranger.send(method, `/api/tasks/${key}/${path}`, body)).status).toBe(404);
    }
    expect((await applicant.get(`/api/tasks/${key}`)).status).toBe(404);
  });

  it("should let one of two people claim, and tell the other", async () => {
    // given
    const key = await taskOf(checker, await send());
    // when
    const answers = await Promise.all([
      checker.post(`/api/tasks/${key}/claim`),
      colleague.post(`/api/tasks/${key}/claim`),
    ]);
    // then
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409]);
    const late = answers.find(({ status }) => status === 409);
    expect(late?.body).toMatchObject({ code: "CONFLICT", detail: expect.stringContaining("baru saja diambil") });
  });

  it("should show the page with form, prefilled data, facts, sheet and what may be done", async () => {
    // given
    const key = await taskOf(checker, await send("Cuti sakit"));
    // when
    const before = TaskPage.parse((await checker.get(`/api/tasks/${key}`)).body);
    await checker.post(`/api/tasks/${key}/claim`);
    const after = TaskPage.parse((await checker.get(`/api/tasks/${key}`)).body);
    const colleagues = TaskPage.parse((await colleague.get(`/api/tasks/${key}`)).body);
    // then
    expect(before).toMatchObject({
      may: { claim: true, release: false, complete: false },
      refusal: "Ambil tugas ini lebih dahulu",
      form: { key: "permits/check", version: "1" },
      data: { judul: "Cuti sakit" },
      facts: [{ value: "Orang pemohon1" }],
      sheet: "reasons",
    });
    expect(after).toMatchObject({ may: { claim: false, release: true, complete: true }, refusal: null });
    expect(colleagues).toMatchObject({
      may: { claim: false, complete: false },
      refusal: "Tugas ini sedang dikerjakan oleh Orang periksa1",
    });
  });

  it("should not complete a task that nobody or someone else has claimed", async () => {
    // given
    const key = await taskOf(checker, await send());
    const data = { keputusan: "terima" };
    // then
    expect(await checker.post(`/api/tasks/${key}/completion`, { data })).toMatchObject({
      status: 409,
      body: { code: "INVALID_STATE", detail: "Ambil tugas ini lebih dahulu" },
    });
    await colleague.post(`/api/tasks/${key}/claim`);
    expect(await checker.post(`/api/tasks/${key}/completion`, { data })).toMatchObject({
      status: 409,
      body: { code: "INVALID_STATE" },
    });
  });

  it("should refuse a wrong form on the server, naming the fields, and keep the task open", async () => {
    // given
    const key = await taskOf(checker, await send());
    await checker.post(`/api/tasks/${key}/claim`);
    // when
    const empty = await checker.post(`/api/tasks/${key}/completion`, { data: {} });
    const short = await checker.post(`/api/tasks/${key}/completion`, {
      data: { keputusan: "kembalikan", alasan: "pendek" },
    });
    // then
    expect(empty).toMatchObject({ status: 400, body: { code: "BAD_INPUT", errors: [{ path: "data.keputusan" }] } });
    expect(short).toMatchObject({ status: 400, body: { errors: [{ path: "data.alasan" }] } });
    expect((await checker.get(`/api/tasks/${key}`)).body.may.complete).toBe(true);
  });

  it("should keep nothing when the handler fails", async () => {
    // given
    const caseId = await send();
    const key = await taskOf(checker, caseId);
    await checker.post(`/api/tasks/${key}/claim`);
    // when
    const { status } = await checker.post(`/api/tasks/${key}/completion`, {
      data: { keputusan: "kembalikan", alasan: "meledak sekarang juga" },
    });
    // then
    expect(status).toBe(500);
    expect((await checker.get(`/api/cases/${caseId}`)).body.case.status).toBe("SENT");
    expect((await checker.get(`/api/tasks/${key}`)).body.may.complete).toBe(true);
  });

  it("should move the process on, write the story and hand a returned request to its applicant", async () => {
    // given
    const caseId = await send();
    const key = await taskOf(checker, caseId);
    await checker.post(`/api/tasks/${key}/claim`);
    // when
    const done = await checker.post(`/api/tasks/${key}/completion`, {
      data: { keputusan: "kembalikan", alasan: "Lampiran belum lengkap" },
    });
    // then
    expect(done).toMatchObject({ status: 200, body: { caseId } });
    const mine = (await applicant.get("/api/tasks?view=mine&limit=100")).body;
    const repair = TaskList.parse(mine).items.find((item) => item.case?.id === caseId);
    expect(repair).toMatchObject({ name: "Perbaiki permohonan", assignee: { username: "pemohon1", me: true } });
    const story = (await applicant.get(`/api/cases/${caseId}/story`)).body;
    expect(story.items[0]).toMatchObject({
      actor: "Orang periksa1",
      role: { id: "Pemeriksa" },
      sentence: { id: "mengembalikan permohonan" },
      reason: "Lampiran belum lengkap",
      changes: [{ field: "status", from: "SENT", to: "RETURNED" }],
      elementId: "Check",
      versions: { process: "permit@1", form: "permits/check@1" },
    });
    // and the applicant, who owns the case file, may complete what is assigned by name
    const repaired = await applicant.post(`/api/tasks/${repair?.key}/completion`, { data: { keterangan: "Sudah" } });
    expect(repaired.status).toBe(200);
    expect(await taskOf(checker, caseId, "group")).not.toBe(key);
    expect(
      (await checker.get("/api/tasks?view=done&limit=100")).body.items.map((item: { key: string }) => item.key),
    ).toContain(key);
    expect(await verifyHistory(world.db)).toMatchObject({ broken: null });
  });

  it("should take one of two completions at the same moment", async () => {
    // given
    const caseId = await send();
    const key = await taskOf(checker, caseId);
    await checker.post(`/api/tasks/${key}/claim`);
    const complete = () => checker.post(`/api/tasks/${key}/completion`, { data: { keputusan: "terima" } });
    // when
    const answers = await Promise.all([complete(), complete()]);
    const third = await complete();
    // then
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: "CONFLICT",
      detail: expect.stringMatching(/diselesaikan/),
    });
    expect(third).toMatchObject({
      status: 409,
      body: { code: "CONFLICT", detail: "Tugas ini sudah diselesaikan oleh Orang periksa1" },
    });
    // and what is still typed elsewhere is told apart from a draft that another device has changed
    expect(await checker.put(`/api/tasks/${key}/draft`, { data: {}, revision: 0 })).toMatchObject({
      status: 409,
      body: { code: "INVALID_STATE", detail: "Tugas ini sudah diselesaikan oleh Orang periksa1" },
    });
    const story = (await applicant.get(`/api/cases/${caseId}/story`)).body;
    const grants = story.items.filter((item: { sentence: { id: string } }) => item.sentence.id === "memberikan izin");
    expect(grants).toHaveLength(1);
  });

  it("should neither offer nor complete again what the engine has not heard of yet", async () => {
    // given a completion while the engine is away
    const caseId = await send();
    const key = await taskOf(checker, caseId);
    await checker.post(`/api/tasks/${key}/claim`);
    const healthy = { ...world.client };
    Object.assign(world.client, { completeUserTask: () => Promise.reject(new Error("engine is away")) });
    // when
    const done = await checker.post(`/api/tasks/${key}/completion`, { data: { keputusan: "terima" } });
    // then
    expect(done.status).toBe(200);
    expect((await world.client.getUserTask(key))?.state).toBe("CREATED");
    const mine = (await checker.get("/api/tasks?view=mine&limit=100")).body;
    expect(mine.items.map((item: { key: string }) => item.key)).not.toContain(key);
    expect((await checker.post(`/api/tasks/${key}/completion`, { data: { keputusan: "terima" } })).status).toBe(409);
    expect((await checker.get(`/api/cases/${caseId}`)).body.openTasks).toEqual([]);
    // and when the engine is back, it hears of it by itself
    Object.assign(world.client, healthy);
    world.clock.advance(1_000);
    await world.services.outbox.drain();
    expect((await world.client.getUserTask(key))?.state).toBe("COMPLETED");
  });

  it("should keep drafts per person and refuse an older one from another device", async () => {
    // given
    const key = await taskOf(checker, await send());
    await checker.post(`/api/tasks/${key}/claim`);
    // when
    const first = await checker.put(`/api/tasks/${key}/draft`, { data: { alasan: "satu" }, revision: 0 });
    const second = await checker.put(`/api/tasks/${key}/draft`, { data: { alasan: "dua" }, revision: 1 });
    const stale = await checker.put(`/api/tasks/${key}/draft`, { data: { alasan: "tua" }, revision: 1 });
    // then
    expect([first.body.revision, second.body.revision]).toEqual([1, 2]);
    expect(stale).toMatchObject({
      status: 409,
      body: { code: "CONFLICT", detail: expect.stringContaining("perangkat") },
    });
    expect((await checker.get(`/api/tasks/${key}`)).body).toMatchObject({
      data: { alasan: "dua", judul: "Cuti besar" },
      draft: { revision: 2 },
      task: { hasDraft: true },
    });
    expect((await colleague.get(`/api/tasks/${key}`)).body).toMatchObject({ draft: null });
  });

  it("should release, pass on within the role and comment, all of it in the story", async () => {
    // given
    const caseId = await send();
    const key = await taskOf(checker, caseId);
    await checker.post(`/api/tasks/${key}/claim`);
    // when
    const candidates = (await checker.get(`/api/tasks/${key}/candidates`)).body;
    const wrong = await checker.put(`/api/tasks/${key}/assignee`, { username: "periksa9" });
    const passed = await checker.put(`/api/tasks/${key}/assignee`, { username: "periksa2" });
    const comment = await colleague.post(`/api/tasks/${key}/comments`, { text: "Mohon dicek lagi" });
    const released = await colleague.delete(`/api/tasks/${key}/claim`);
    // then
    expect(candidates).toEqual([
      { username: "periksa1", displayName: "Orang periksa1" },
      { username: "periksa2", displayName: "Orang periksa2" },
    ]);
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ path: "username" }] } });
    expect([passed.status, comment.status, released.status]).toEqual([204, 201, 204]);
    const page = (await checker.get(`/api/tasks/${key}`)).body;
    expect(page).toMatchObject({
      task: { assignee: null },
      comments: [{ author: "Orang periksa2", text: "Mohon dicek lagi" }],
    });
    const { items } = (await applicant.get(`/api/cases/${caseId}/story`)).body;
    expect(items.map((item: { sentence: { id: string } }) => item.sentence.id)).toEqual([
      'melepas tugas "Periksa permohonan"',
      'memberi catatan pada tugas "Periksa permohonan"',
      'mengalihkan tugas "Periksa permohonan"',
      'mengambil tugas "Periksa permohonan"',
      'membuka berkas "Izin"',
      "mengirim permohonan",
    ]);
  });

  it("should not show or give a checker's own case file to that checker", async () => {
    // given a checker who applied as a private person
    const both = await world.person("rangkap", "checker", "a1");
    const caseId = await world.db.transaction(async (tx) => {
      const { id } = await world.services.cases.open(tx, {
        app: "permits",
        type: "permit",
        reference: "IZIN-SENDIRI",
        title: "Izin sendiri",
        ownerId: both.userId,
        subjectName: "Orang rangkap",
        subjectNumber: null,
        unitName: null,
        scopes: { agency: "a1" },
        status: "SENT",
        variables: { owner: "rangkap", agency: "a1" },
      });
      return id;
    });
    await world.services.outbox.settle(caseId);
    // when
    const key = await taskOf(checker, caseId);
    // then
    expect((await both.get(`/api/tasks/${key}`)).status).toBe(404);
    expect((await both.post(`/api/tasks/${key}/claim`)).status).toBe(404);
    const listed = (await both.get("/api/tasks?view=group&limit=100")).body.items;
    expect(listed.map((item: { key: string }) => item.key)).not.toContain(key);
    await checker.post(`/api/tasks/${key}/claim`);
    expect((await checker.put(`/api/tasks/${key}/assignee`, { username: "rangkap" })).status).toBe(403);
    const candidates = (await checker.get(`/api/tasks/${key}/candidates`)).body;
    expect(candidates.map(({ username }: { username: string }) => username)).not.toContain("rangkap");
  });

  it("should find tasks by the text of their case files and by their names, each once", async () => {
    // given
    const caseId = await send("Perjalanan ke Merauke");
    // when
    const found = (await checker.get("/api/tasks?view=all&search=merauke")).body;
    const byName = (await checker.get("/api/tasks?view=all&search=periksa&limit=100")).body;
    const none = (await checker.get("/api/tasks?view=all&search=antariksa")).body;
    // then
    expect(found.items.map((item: { case: { id: string } }) => item.case.id)).toEqual([caseId]);
    const keys = byName.items.map((item: { key: string }) => item.key);
    expect(keys.length).toBeGreaterThan(1);
    expect((await checker.get("/api/tasks?view=group&search=periksa&limit=1")).body.total).toBe(
      (await checker.get("/api/tasks?view=group&search=periksa&limit=100")).body.items.length,
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(none).toMatchObject({ items: [], total: 0, next: null });
  });

  it("should page through own and offered tasks together, each once, in order", async () => {
    // given
    const lister = await world.person("periksa3", "checker", "b1");
    for (let n = 1; n <= 7; n++) {
      const { body } = await applicant.post("/api/starts/permits/permit", {
        data: { perihal: `Nomor ${n}`, agency: "b1" },
      });
      if (n % 3 === 0) await lister.post(`/api/tasks/${await taskOf(lister, body.caseId)}/claim`);
      world.clock.advance(1_000);
    }
    for (const sort of ["created", "due"]) {
      // when
      const seen: string[] = [];
      let after = "";
      do {
        const { body } = await lister.get(`/api/tasks?view=all&limit=2&sort=${sort}${after}`);
        expect(body.total).toBe(7);
        seen.push(...body.items.map((item: { case: { title: string } }) => item.case.title));
        after = body.next === null ? "" : `&after=${encodeURIComponent(body.next)}`;
      } while (after !== "");
      // then
      expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `Nomor ${n}`));
    }
    expect(await lister.get("/api/tasks?view=all&after=bukan-penunjuk")).toMatchObject({
      status: 400,
      body: { errors: [{ path: "after" }] },
    });
  });

  it("should list a task that is offered by name, once also when the role is offered it too", async () => {
    // given
    const named = await world.person("disebut", "checker", "c1");
    const before = (await named.get("/api/tasks?view=group")).body;
    const start = (candidates: string) =>
      world.client.createInstance({
        processId: "offered",
        variables: { groups: candidates === "both" ? ["checker@c1"] : [], users: ["disebut"] },
      });
    // when
    await start("both");
    await start("name");
    const { items, total, counts } = (await named.get("/api/tasks?view=group")).body;
    const all = (await named.get("/api/tasks?view=all")).body;
    // then
    expect(before).toMatchObject({ items: [], total: 0 });
    expect(items).toHaveLength(2);
    expect([total, counts.group, all.total, all.items.length]).toEqual([2, 2, 2, 2]);
    expect((await named.post(`/api/tasks/${items[1].key}/claim`)).status).toBe(204);
    expect((await named.get("/api/tasks?view=all")).body).toMatchObject({ total: 2, counts: { mine: 1, group: 1 } });
  });

  it("should let a process owner oversee and pass on every task", async () => {
    // given
    const owner = await world.person("pemilik", "process-owner");
    const key = await taskOf(checker, await send());
    // when
    const page = (await owner.get(`/api/tasks/${key}`)).body;
    const passed = await owner.put(`/api/tasks/${key}/assignee`, { username: "periksa1" });
    // then
    expect(page.may).toEqual({ claim: false, release: false, complete: false, assign: true, comment: true });
    expect(passed.status).toBe(204);
    expect((await checker.get(`/api/tasks/${key}`)).body.may.complete).toBe(true);
  });

  it("should start an app without code, prefill its task from the process and put the answer there", async () => {
    // when
    const started = await applicant.post("/api/starts/plain/plain", { data: { pertanyaan: "Kapan?" } });
    // then
    expect(started).toMatchObject({ status: 201, body: { caseId: expect.any(String) } });
    const { caseId } = started.body;
    const { items } = (await applicant.get("/api/tasks?view=mine&process=plain")).body;
    expect(items).toMatchObject([
      { name: "Jawab", case: { id: caseId, title: "Tanya", statusLabel: { id: "Berjalan" } } },
    ]);
    const page = (await applicant.get(`/api/tasks/${items[0].key}`)).body;
    expect(page.data).toMatchObject({ pertanyaan: "Kapan?", startedBy: "pemohon1" });
    const done = await applicant.post(`/api/tasks/${items[0].key}/completion`, {
      data: { pertanyaan: "Kapan?", jawaban: "Besok" },
    });
    expect(done).toMatchObject({ status: 200, body: { caseId } });
    const [instance] = await world.client
      .searchUserTasks({ filter: { processId: "plain" }, page: { limit: 1 } })
      .then(({ items: found }) => found);
    expect(await world.client.variables(instance?.processInstanceKey ?? "")).toMatchObject({ jawaban: "Besok" });
  });

  it("should offer starts by role, with the reason of a refusal, and hold their forms against the server's rules", async () => {
    // given
    const nobody = await world.person("tanpa-peran");
    // then
    expect((await applicant.get("/api/starts")).body).toEqual([
      { app: "permits", type: "permit", title: { id: "Izin", en: "Izin" }, ok: true, reason: null },
      { app: "plain", type: "plain", title: { id: "Tanya", en: "Ask" }, ok: true, reason: null },
    ]);
    expect((await checker.get("/api/starts")).body).toMatchObject([
      { ok: false, reason: { id: "Hanya pemohon yang dapat mengajukan" } },
    ]);
    expect((await nobody.get("/api/starts")).body).toEqual([]);
    expect((await applicant.get("/api/starts/permits/permit")).body).toMatchObject({
      form: { key: "permits/request", version: "1" },
      data: { nama: "Orang pemohon1" },
    });
    expect(await checker.post("/api/starts/permits/permit", { data: { perihal: "x", agency: "a1" } })).toMatchObject({
      status: 409,
      body: { code: "INVALID_STATE", detail: "Hanya pemohon yang dapat mengajukan" },
    });
    expect((await nobody.get("/api/starts/permits/permit")).status).toBe(404);
    expect((await checker.post("/api/starts/plain/plain", { data: {} })).status).toBe(404);
    expect(await applicant.post("/api/starts/permits/permit", { data: {} })).toMatchObject({
      status: 400,
      body: { errors: [{ path: "data.perihal" }, { path: "data.agency" }] },
    });
  });

  it("should answer 503 in words when the engine is away", async () => {
    // given
    world.engineIs.down = true;
    // when
    const { status, body } = await checker.get("/api/tasks");
    world.engineIs.down = false;
    // then
    expect(status).toBe(503);
    expect(body.code).toBe("UNAVAILABLE");
  });
});
