import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import {
  createForms,
  entities as formEntities,
  type Forms,
  migrations as formMigrations,
} from "../../../src/forms/index.js";
import { ControlledClock, silentLogger } from "../../../src/platform/index.js";
import type { Database } from "../../../src/platform/db/index.js";
import { deployProcessApps, entities, loadProcessApps, migrations } from "../../../src/process-apps/index.js";
import { databaseKinds, openTestDatabase } from "../../support/database.js";

const manifest = {
  app: "cuti",
  title: { id: "Cuti", en: "Leave" },
  version: "1.0.0",
  plugin: false,
  diagrams: ["cuti.bpmn"],
  decisions: ["jatah.dmn"],
  forms: ["permohonan"],
};
const form = (key: string) => ({ components: [{ type: "textfield", key, label: key, input: true }] });

describe.each(databaseKinds)("deployment of process apps on %s", (kind) => {
  let db: Database;
  let forms: Forms;
  let folder = "";
  let sent: string[][] = [];
  const clock = new ControlledClock("2026-01-01T00:00:00Z");
  const write = (path: string, content: unknown): Promise<void> =>
    writeFile(join(folder, path), typeof content === "string" ? content : JSON.stringify(content));
  const load = () =>
    loadProcessApps({ bpmnDir: join(folder, "bpmn"), formsDir: join(folder, "forms"), templatesDir: "templates" });
  const deploy = async (isKnown?: (processId: string) => Promise<boolean>) =>
    deployProcessApps(
      {
        db,
        clock,
        logger: silentLogger,
        forms,
        deploy: async (resources) => sent.push(resources.map(({ name }) => name)),
        ...(isKnown === undefined ? {} : { isKnown }),
      },
      await load(),
    );

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "alur-apps-"));
    sent = [];
    for (const name of ["bpmn/cuti", "forms/cuti"]) await mkdir(join(folder, name), { recursive: true });
    await write("bpmn/cuti/process-app.json", manifest);
    await write("bpmn/cuti/cuti.bpmn", "<bpmn/>");
    await write("bpmn/cuti/jatah.dmn", "<dmn/>");
    await write("forms/cuti/permohonan.json", form("a"));
    db = await openTestDatabase(kind, {
      entities: [...entities, ...formEntities],
      migrations: [...migrations, ...formMigrations],
    });
    forms = createForms({ db, clock, logger: silentLogger });
    await forms.load();
  });
  afterEach(async () => {
    await db.close();
    await rm(folder, { recursive: true });
  });

  it("should deploy once and again only what has changed", async () => {
    expect(await deploy()).toEqual([
      { app: "cuti", deployed: ["jatah.dmn", "cuti.bpmn"], forms: ["cuti/permohonan@1"] },
    ]);
    expect(await deploy()).toEqual([{ app: "cuti", deployed: [], forms: [] }]);
    await write("forms/cuti/permohonan.json", form("b"));
    expect(await deploy()).toEqual([{ app: "cuti", deployed: [], forms: ["cuti/permohonan@2"] }]);
    await write("bpmn/cuti/cuti.bpmn", "<bpmn2/>");
    expect(await deploy()).toEqual([{ app: "cuti", deployed: ["jatah.dmn", "cuti.bpmn"], forms: [] }]);
    expect(sent).toHaveLength(2);
  });

  it("should deploy again when the engine does not know the processes any more", async () => {
    await deploy();
    await deploy(async () => true);
    expect(sent).toHaveLength(1);
    await deploy(async (processId) => processId !== "cuti");
    expect(sent).toHaveLength(2);
  });

  it("should deploy again when the engine refused the first time", async () => {
    const refusing = deployProcessApps(
      { db, clock, logger: silentLogger, forms, deploy: () => Promise.reject(new Error("refused")) },
      await load(),
    );
    await expect(refusing).rejects.toThrow("refused");
    expect((await deploy())[0]?.deployed).toEqual(["jatah.dmn", "cuti.bpmn"]);
  });

  it("should name every fault of every form and publish none", async () => {
    await write("bpmn/cuti/process-app.json", { ...manifest, forms: ["permohonan", "putusan"] });
    await write("forms/cuti/putusan.json", {
      components: [
        { type: "aneh", key: "x" },
        { type: "textfield", key: "constructor" },
      ],
    });
    await expect(deploy()).rejects.toThrow(
      /forms\/cuti\/putusan\.json: components\.0 \(x\)\.type[\s\S]*components\.1 \(constructor\)\.key/,
    );
    expect(forms.has("cuti/permohonan")).toBe(false);
    expect(sent).toEqual([]);
  });

  it("should name every missing file and every fault of a manifest", async () => {
    await mkdir(join(folder, "bpmn/lain"));
    await write("bpmn/lain/process-app.json", { app: "Lain", plugin: "ya" });
    await write("bpmn/cuti/process-app.json", {
      ...manifest,
      app: "sakit",
      diagrams: ["tidak-ada.bpmn"],
      forms: ["hilang"],
    });
    const error = await load().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "PROCESS_APP_INVALID" });
    const { message } = error as Error;
    for (const part of [
      "bpmn/cuti/process-app.json: app: Expected the folder's name 'cuti', but it is 'sakit'",
      "bpmn/cuti/tidak-ada.bpmn: Expected this file",
      "forms/cuti/hilang.json: Expected this file",
      "bpmn/lain/process-app.json: app: Expected lower-case words",
      "bpmn/lain/process-app.json: plugin:",
      "bpmn/lain/process-app.json: title:",
    ]) {
      expect(message).toContain(part);
    }
  });
});
