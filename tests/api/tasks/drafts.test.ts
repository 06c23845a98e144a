import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { TaskList } from "../../../src/http/contract/tasks.js";
import { openPlatform, type PlatformWorld } from "../cases/platform-world.js";

type Person = Awaited<ReturnType<PlatformWorld["person"]>>;

const DAY = 86_400_000;
const PDF = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
const START = "/api/starts/permits/permit";

describe("drafts that live on the server", () => {
  let world: PlatformWorld;
  let applicant: Person;
  let checker: Person;

  beforeAll(async () => {
    world = await openPlatform();
    applicant = await world.person("pemohon1", "applicant");
    checker = await world.person("periksa1", "checker", "a1");
  });
  afterAll(() => world.close());

  const signInAgain = async (): Promise<void> => {
    for (const person of [applicant, checker]) {
      expect((await person.signIn(person === applicant ? "pemohon1" : "periksa1", "rahasia-sekali-9")).status).toBe(
        200,
      );
    }
  };
  const upload = async (person: Person): Promise<string> => {
    const form = new FormData();
    form.set("file", new Blob([PDF], { type: "application/pdf" }), "bukti.pdf");
    const { status, body } = await person.send("POST", "/api/files", form);
    expect(status).toBe(201);
    return body.id;
  };
  const isKept = async (fileId: string): Promise<boolean> =>
    (await world.db.read((tx) => world.services.files.find(tx, fileId))) !== undefined;
  const taskWithDraft = async (fileId: string): Promise<string> => {
    const { body } = await applicant.post(START, { data: { perihal: "Cuti", agency: "a1" } });
    const items = TaskList.parse((await checker.get("/api/tasks?view=all&limit=100")).body).items;
    const key = items.find((item) => item.case?.id === body.caseId)?.key ?? "";
    expect((await checker.post(`/api/tasks/${key}/claim`)).status).toBeLessThan(300);
    const draft = { data: { alasan: "setengah jadi", berkas: [{ id: fileId }] }, revision: 0 };
    expect((await checker.put(`/api/tasks/${key}/draft`, draft)).status).toBe(200);
    return key;
  };

  it("should be there on another device when the form of a start is opened again, with its uploads, and refuse an older one", async () => {
    // given
    const fileId = await upload(applicant);
    const data = { perihal: "Cuti bes", berkas: [{ id: fileId }] };
    // when
    const first = await applicant.put(`${START}/draft`, { data, revision: 0 });
    const stale = await applicant.put(`${START}/draft`, { data: { perihal: "tua" }, revision: 0 });
    // then
    expect(first).toMatchObject({ status: 200, body: { revision: 1 } });
    expect(stale).toMatchObject({ status: 409, body: { code: "CONFLICT" } });
    expect((await applicant.get(START)).body).toMatchObject({
      data: { nama: "Orang pemohon1", perihal: "Cuti bes" },
      draft: { revision: 1, keptUntil: world.clock.now() + 30 * DAY },
    });
    // when: two days later
    world.clock.advance(2 * DAY);
    await world.services.files.sweep();
    // then
    expect(await isKept(fileId)).toBe(true);
  });

  it("should go when it is sent or thrown away", async () => {
    // given
    await signInAgain();
    // when
    expect((await applicant.post(START, { data: { perihal: "Cuti besar", agency: "a1" } })).status).toBe(201);
    // then
    expect((await applicant.get(START)).body).toMatchObject({ draft: null, data: { nama: "Orang pemohon1" } });
    // when
    await applicant.put(`${START}/draft`, { data: { perihal: "x" }, revision: 0 });
    expect((await applicant.delete(`${START}/draft`)).status).toBe(204);
    // then
    expect((await applicant.get(START)).body).toMatchObject({ draft: null });
    expect((await checker.put(`${START}/draft`, { data: {}, revision: 0 })).status).toBe(409);
  });

  it("should go thirty days after the last change when they lead nowhere, with their uploads a day later", async () => {
    // given
    const [ofOpen, ofEnded, ofStart] = [await upload(checker), await upload(checker), await upload(applicant)];
    const open = await taskWithDraft(ofOpen);
    const ended = await taskWithDraft(ofEnded);
    await applicant.put(`${START}/draft`, { data: { berkas: [{ id: ofStart }] }, revision: 0 });
    await world.client.cancelInstance((await world.client.getUserTask(ended))?.processInstanceKey ?? "");
    // when
    world.clock.advance(30 * DAY);
    expect(await world.services.tasks.sweepDrafts()).toBe(0);
    world.clock.advance(1);
    expect(await world.services.tasks.sweepDrafts()).toBe(2);
    world.clock.advance(DAY + 1);
    await world.services.files.sweep();
    // then
    await signInAgain();
    expect((await checker.get(`/api/tasks/${open}`)).body).toMatchObject({ data: { alasan: "setengah jadi" } });
    expect((await applicant.get(START)).body).toMatchObject({ draft: null });
    expect([await isKept(ofOpen), await isKept(ofEnded), await isKept(ofStart)]).toEqual([true, false, false]);
  });

  it("should stay while the engine cannot say whether the task has ended", async () => {
    // given
    const key = await taskWithDraft(await upload(checker));
    await world.client.cancelInstance((await world.client.getUserTask(key))?.processInstanceKey ?? "");
    world.clock.advance(31 * DAY);
    world.engineIs.down = true;
    // when
    await expect(world.services.tasks.sweepDrafts()).rejects.toThrow();
    world.engineIs.down = false;
    // then
    expect(await world.services.tasks.sweepDrafts()).toBe(1);
  });
});
