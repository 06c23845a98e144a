import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser } from "../../support/browser.js";
import { cutiDiagram, type CutiWorld, openCuti } from "./cuti-app.js";

describe("studio", () => {
  let world: CutiWorld;
  let owner: Browser;
  let stranger: Browser;
  beforeAll(async () => {
    world = await openCuti();
    owner = await world.person("pemilik", "process-owner");
    stranger = await world.person("pegawai", null);
  });
  afterAll(() => world.close());

  it("should list processes with versions, counts and their BPMN", async () => {
    const { status, body } = await owner.get("/api/studio/definitions");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      total: 1,
      items: [{ id: "cuti", name: "Cuti", version: 1, resourceName: "cuti.bpmn", running: 0, incidents: 0 }],
    });
    const { key } = body.items[0];
    const xml = await owner.get(`/api/studio/definitions/${key}/xml`);
    expect(xml.headers.get("content-type")).toContain("text/xml");
    expect(xml.body).toBe(cutiDiagram());
    expect((await owner.get("/api/studio/definitions/9/xml")).status).toBe(404);
    expect((await owner.get("/api/studio/definitions/tidak-ada/versions")).status).toBe(404);
  });

  it("should check a diagram and name elements", async () => {
    const good = await owner.post("/api/studio/check", { name: "cuti.bpmn", xml: cutiDiagram() });
    expect(good).toMatchObject({ status: 200, body: { findings: [] } });
    const bad = await owner.post("/api/studio/check", { name: "cuti.txt", xml: cutiDiagram({ condition: "= (1 +" }) });
    expect(bad.body.findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ severity: "error", elementId: null, rule: "file-name" }),
        expect.objectContaining({ severity: "error", elementId: "ToOther" }),
      ]),
    );
    const none = await owner.post("/api/studio/check", { name: "x.bpmn", xml: "bukan xml" });
    expect(none.body.findings).toMatchObject([{ severity: "error", elementId: null, rule: "xml" }]);
  });

  it("should deploy a changed diagram as the next version and keep that in the history", async () => {
    const changed = cutiDiagram({ condition: "= false" });
    const deployed = await owner.post("/api/studio/deployments", {
      name: "cuti.bpmn",
      xml: changed,
      note: "Syarat diperbaiki",
    });
    expect(deployed).toMatchObject({ status: 201, body: { id: "cuti", version: 2, findings: [] } });
    const { body } = await owner.get("/api/studio/definitions/cuti/versions");
    expect(body.items.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    const { db, history } = world.alur.services;
    const entries = await db.read((tx) => history.search(tx, {}, { offset: 0, limit: 50 }));
    expect(entries.items.find(({ action }) => action === "model.deployed")).toMatchObject({
      reason: "Syarat diperbaiki",
      subject: { type: "ProcessDefinition", id: "cuti" },
      versions: { process: "cuti@2" },
    });
  });

  it("should refuse what cannot run, with findings on the elements, and deploy nothing", async () => {
    const byLint = await owner.post("/api/studio/deployments", {
      name: "cuti.bpmn",
      xml: cutiDiagram({ condition: "= (1 +" }),
    });
    expect(byLint.status).toBe(400);
    expect(byLint.body.code).toBe("BAD_INPUT");
    expect(byLint.body.findings).toEqual(expect.arrayContaining([expect.objectContaining({ elementId: "ToOther" })]));
    const twice = '<zeebe:taskSchedule dueDate="besok" />';
    const byEngine = await owner.post("/api/studio/deployments", {
      name: "cuti.bpmn",
      xml: cutiDiagram({ task: twice }),
    });
    expect(byEngine.status).toBe(400);
    expect(byEngine.body.findings).toEqual(
      expect.arrayContaining([expect.objectContaining({ severity: "error", elementId: "Decide" })]),
    );
    expect((await owner.get("/api/studio/definitions/cuti/versions")).body.total).toBe(2);
  });

  it("should show forms for the preview", async () => {
    expect((await owner.get("/api/studio/forms")).body).toMatchObject([{ key: "cuti/permohonan", version: "1" }]);
    const { body } = await owner.get("/api/studio/forms/cuti/permohonan");
    expect(body.schema.components[0].key).toBe("alasan");
    expect((await owner.get("/api/studio/forms/cuti/tidak-ada")).status).toBe(404);
    expect((await owner.get("/api/studio/forms/cuti/permohonan?version=7")).status).toBe(404);
  });

  it("should let nobody in who may not", async () => {
    for (const path of ["/api/studio/definitions", "/api/studio/forms/cuti/permohonan", "/api/operations/incidents"]) {
      expect((await stranger.get(path)).status).toBe(403);
    }
    const auditor = await world.person("pemeriksa", "auditor");
    expect((await auditor.get("/api/studio/definitions")).status).toBe(200);
    const refused = await auditor.post("/api/studio/deployments", { name: "cuti.bpmn", xml: cutiDiagram() });
    expect(refused.status).toBe(403);
    expect((await world.browser().get("/api/studio/definitions")).status).toBe(401);
  });

  it("should list incidents and give them another attempt", async () => {
    const stuck = cutiDiagram({ condition: "= tidakAda.nilai > 3" });
    await owner.post("/api/studio/deployments", { name: "cuti.bpmn", xml: stuck });
    const { client } = world.alur.services;
    await client.createInstance({ processId: "cuti", variables: {} });
    await world.settle();
    const { items } = await client.searchUserTasks({ filter: { state: "CREATED" }, page: { limit: 5 } });
    await client.completeUserTask(items[0]?.key ?? "", {});
    await world.settle();
    const list = await owner.get("/api/operations/incidents");
    expect(list.body).toMatchObject({ total: 1, items: [{ processId: "cuti", elementId: "Granted", caseId: null }] });
    const { key } = list.body.items[0];
    expect((await owner.post(`/api/operations/incidents/${key}/retry`)).status).toBe(204);
    await world.settle();
    expect((await owner.post("/api/operations/incidents/1/retry")).status).toBe(404);
  });
});
