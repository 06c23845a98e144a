import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { StuckMessageList } from "../../../src/http/contract/admin.js";
import { CasePage } from "../../../src/http/contract/cases.js";
import { openPlatform, type PlatformWorld } from "./platform-world.js";

type Person = Awaited<ReturnType<PlatformWorld["person"]>>;

describe("while the engine is away", () => {
  let world: PlatformWorld;
  let applicant: Person;
  let admin: Person;
  beforeAll(async () => {
    world = await openPlatform();
    applicant = await world.person("pemohon1", "applicant");
    admin = await world.person("pengelola", "admin");
  });
  afterAll(() => world.close());

  const start = async (perihal: string): Promise<string> =>
    (await applicant.post("/api/starts/permits/permit", { data: { perihal, agency: "a1" } })).body.caseId;

  it("should still show a case file, and say that its tasks are not known now", async () => {
    // given
    const caseId = await start("Mesin istirahat");
    expect((await applicant.get(`/api/cases/${caseId}`)).body.openTasks).toHaveLength(1);
    world.engineIs.down = true;
    // when
    const away = await applicant.get(`/api/cases/${caseId}`);
    world.engineIs.down = false;
    // then
    expect(away.status).toBe(200);
    expect(CasePage.parse(away.body)).toMatchObject({
      case: { id: caseId },
      openTasks: [],
      incidents: [],
      engineAnswers: false,
    });
    expect((await applicant.get(`/api/cases/${caseId}`)).body).toMatchObject({
      engineAnswers: true,
      openTasks: [{ name: "Periksa permohonan" }],
    });
  });

  it("should show what could not be sent to those who look after the system, and send it again at once", async () => {
    // given
    world.engineIs.down = true;
    const caseId = await start("Perintah tertahan");
    world.engineIs.down = false;
    // when
    const list = await admin.get("/api/operations/outbox");
    // then
    const { items, total } = StuckMessageList.parse(list.body);
    expect(total).toBe(1);
    expect(items).toMatchObject([
      {
        kind: "engine.create-instance",
        orderKey: caseId,
        attempts: 1,
        refused: false,
        message: expect.stringMatching(/\S/u),
      },
    ]);
    expect((await applicant.get("/api/operations/outbox")).status).toBe(403);
    expect((await applicant.post(`/api/operations/outbox/${items[0]?.id ?? ""}/retry`)).status).toBe(403);
    // when the clock stands still, only the order to try again can have sent it
    expect((await admin.post(`/api/operations/outbox/${items[0]?.id ?? ""}/retry`)).status).toBe(204);
    await world.services.outbox.drain();
    // then
    expect((await admin.get("/api/operations/outbox")).body).toEqual({ items: [], total: 0 });
    expect(await world.client.findInstances(caseId)).toHaveLength(1);
    const gone = await admin.post(`/api/operations/outbox/${items[0]?.id ?? ""}/retry`);
    expect(gone).toMatchObject({ status: 404, body: { detail: "Pesan ini sudah terkirim atau tidak ada" } });
    const told = await world.db.read((tx) => world.services.history.search(tx, {}, { offset: 0, limit: 5 }));
    expect(told.items.filter(({ action }) => action === "operations.resent")).toHaveLength(1);
  });
});
