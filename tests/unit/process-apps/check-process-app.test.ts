import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { DocumentsModule } from "../../../src/documents/index.js";
import { type CheckTools, checkProcessApp } from "../../../src/process-apps/index.js";
import { lintDiagram } from "../../../src/studio/index.js";
import { cutiDiagram } from "../../api/studio/cuti-app.js";
import { aRenderer } from "../documents/support.js";

const manifest = {
  app: "cuti",
  title: { id: "Cuti", en: "Leave" },
  version: "1.0.0",
  plugin: false,
  diagrams: ["cuti.bpmn"],
  forms: ["permohonan"],
  documents: ["surat"],
  roles: [{ role: "atasan", label: { id: "Atasan", en: "Superior" }, scopeType: null }],
  starts: [{ process: "cuti", form: "permohonan", roles: ["atasan"] }],
};
const form = { components: [{ type: "textfield", key: "alasan", label: "Alasan", input: true }] };
const listener =
  '<zeebe:executionListeners><zeebe:executionListener eventType="start" type="catat-cuti" /></zeebe:executionListeners>';

let folder = "";
let documents: DocumentsModule;
const write = (path: string, content: unknown): Promise<void> =>
  writeFile(join(folder, path), typeof content === "string" ? content : JSON.stringify(content));

const faultsOf = async (source = ""): Promise<string[]> => {
  const tools: CheckTools = {
    lint: async (xml) => (await lintDiagram(xml)).map(({ elementId, message }) => ({ element: elementId, message })),
    compile: async () => [],
    feelFault: (expression) => (expression.trimEnd().endsWith("+") ? "it ends too early" : undefined),
    print: (template, data) => documents.preview(template, data),
    pluginSource: async () => source,
    platformRoles: ["admin"],
  };
  const places = {
    bpmnDir: join(folder, "bpmn"),
    formsDir: join(folder, "forms"),
    templatesDir: join(folder, "templates"),
  };
  const faults = await checkProcessApp(places, "cuti", tools);
  return faults.map(({ path, rule, message }) => `${path} [${rule}] ${message}`);
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "alur-check-"));
  documents = aRenderer(join(folder, "templates"));
  for (const name of ["bpmn/cuti", "forms/cuti", "templates/cuti/surat"]) {
    await mkdir(join(folder, name), { recursive: true });
  }
  await write("bpmn/cuti/process-app.json", manifest);
  await write("bpmn/cuti/cuti.bpmn", cutiDiagram());
  await write("forms/cuti/permohonan.json", form);
  await write("templates/cuti/surat/document.hbs", "<p>Cuti {{nama}} pada {{tanggal mulai}}</p>");
  await write("templates/cuti/surat/style.css", "");
  await write("templates/cuti/surat/document.json", { title: "Surat Cuti" });
  await write("templates/cuti/surat/sample.json", { nama: "Ratna Pelita", mulai: "2026-03-02" });
  await write("templates/cuti/surat/expected.txt", "Cuti Ratna Pelita pada 2 Maret 2026\n");
});
afterEach(async () => {
  await documents.close();
  await rm(folder, { recursive: true });
});

describe("checks of a process app", () => {
  it("should find nothing in one that is whole", async () => {
    expect(await faultsOf()).toEqual([]);
  });

  it("should report the faults of the manifest and of missing files", async () => {
    await write("bpmn/cuti/process-app.json", { ...manifest, forms: ["permohonan", "putusan"], starts: [] });
    expect(await faultsOf()).toEqual(
      expect.arrayContaining([
        "forms/cuti/putusan.json [manifest] Expected this file of the manifest, but there is none",
      ]),
    );
    await write("bpmn/cuti/process-app.json", { ...manifest, retentionDays: -1, rahasia: true });
    expect((await faultsOf()).join("\n")).toMatch(/retentionDays[\s\S]*rahasia|rahasia[\s\S]*retentionDays/);
    await write("bpmn/cuti/process-app.json", "{");
    expect((await faultsOf()).join("\n")).toContain("bpmn/cuti/process-app.json [manifest] Expected JSON");
  });

  it("should report files that the manifest does not name", async () => {
    await write("bpmn/cuti/lama.bpmn", cutiDiagram());
    await write("forms/cuti/lama.json", form);
    await mkdir(join(folder, "templates/cuti/lama"));
    await write("templates/cuti/lama/document.hbs", "");
    expect(await faultsOf()).toEqual([
      "bpmn/cuti/lama.bpmn [manifest] Expected the manifest to name this, but it does not",
      "forms/cuti/lama.json [manifest] Expected the manifest to name this, but it does not",
      "templates/cuti/lama [manifest] Expected the manifest to name this, but it does not",
    ]);
  });

  it("should report words of a form that lack their English, once a form has any", async () => {
    const field = { type: "textfield", key: "mulai", label: "Mulai cuti", input: true };
    const english = { texts: { en: { Alasan: "Reason" } } };
    await write("forms/cuti/permohonan.json", { components: [...form.components, field], ...english });
    expect(await faultsOf()).toEqual(["forms/cuti/permohonan.json [english] Expected 'Mulai cuti' among texts.en"]);
  });

  it("should report what bpmnlint and FEEL find, with the element", async () => {
    await write("bpmn/cuti/cuti.bpmn", cutiDiagram({ condition: "= 1 +" }));
    const faults = await faultsOf();
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^bpmn\/cuti\/cuti\.bpmn \[lint\] ToOther: /),
        "bpmn/cuti/cuti.bpmn [feel] ToOther: Expected a FEEL expression, but '= 1 +' does not parse: it ends too early",
      ]),
    );
    await write("bpmn/cuti/cuti.bpmn", "bukan xml");
    expect((await faultsOf()).join("\n")).toContain("bpmn/cuti/cuti.bpmn [lint] Expected a BPMN diagram");
  });

  it("should report job types without a worker and workers without a job", async () => {
    await write("bpmn/cuti/cuti.bpmn", cutiDiagram({ task: listener }));
    expect(await faultsOf()).toContain(
      "bpmn/cuti/cuti.bpmn [worker] Decide: Expected a worker of the manifest, but job type 'catat-cuti' is not in it",
    );
    await write("bpmn/cuti/process-app.json", { ...manifest, workers: ["catat-cuti", "cetak-cuti"] });
    expect(await faultsOf('type: "catat-cuti"')).toEqual(
      expect.arrayContaining([
        "bpmn/cuti/process-app.json [worker] Expected a diagram that uses worker 'cetak-cuti', but none does",
        "bpmn/cuti/process-app.json [worker] Expected a worker 'cetak-cuti' in plugins/cuti or a plugin that it needs, but there is none",
      ]),
    );
    expect((await faultsOf('type: "catat-cuti"')).join()).not.toContain("'catat-cuti'");
  });

  it("should report forms that nobody shows and forms that are not there", async () => {
    await write("forms/cuti/putusan.json", form);
    await write("bpmn/cuti/process-app.json", { ...manifest, forms: ["permohonan", "putusan"] });
    const unused =
      "bpmn/cuti/process-app.json [form-key] Expected form 'cuti/putusan' to be shown somewhere, but no task or start names it";
    expect(await faultsOf()).toEqual([unused]);
    expect(await faultsOf('form: "cuti/putusan"')).toEqual([]);
    await write("bpmn/cuti/cuti.bpmn", cutiDiagram().replace("cuti/permohonan", "permohonan"));
    expect(await faultsOf()).toContain(
      "bpmn/cuti/cuti.bpmn [form-key] Decide: Expected a form of the manifest (cuti/<form>), but it is 'permohonan'",
    );
  });

  it("should report faults inside forms", async () => {
    await write("forms/cuti/permohonan.json", { components: [{ type: "aneh", key: "a" }] });
    expect((await faultsOf()).join("\n")).toContain(
      "forms/cuti/permohonan.json [form] components.0 (a).type: Expected one of",
    );
  });

  it("should report roles that nobody defined", async () => {
    await write(
      "bpmn/cuti/cuti.bpmn",
      cutiDiagram().replace(
        'candidateGroups="atasan"',
        `candidateGroups='=["atasan@" + unit, "kepala@" + unit, "admin"]'`,
      ),
    );
    expect(await faultsOf()).toEqual([
      "bpmn/cuti/cuti.bpmn [role] Decide: Expected a role of the manifest, but 'kepala' is not in it",
    ]);
    await write("bpmn/cuti/process-app.json", { ...manifest, starts: [{ ...manifest.starts[0], roles: ["siapa"] }] });
    expect((await faultsOf()).join("\n")).toContain(
      "starts: Expected a role of the manifest, but 'siapa' is not in it",
    );
  });

  it("should report ids that say nothing", async () => {
    const generated = cutiDiagram().replaceAll("Decide", "Activity_0x1fa2b").replaceAll('id="cuti"', 'id="proses"');
    await write("bpmn/cuti/cuti.bpmn", generated);
    expect(await faultsOf()).toEqual(
      expect.arrayContaining([
        "bpmn/cuti/cuti.bpmn [element-id] Expected a process 'cuti' as the file is called, but found proses",
        "bpmn/cuti/cuti.bpmn [element-id] Expected a meaningful id in PascalCase for a UserTask, but it is 'Activity_0x1fa2b'",
      ]),
    );
  });

  it("should report templates whose sample does not print as expected", async () => {
    await write("templates/cuti/surat/expected.txt", "Cuti Ratna Pelita pada 2 Maret 2026\nNomor 5\n");
    expect(await faultsOf()).toEqual([
      "templates/cuti/surat/expected.txt [template] Expected the line 'Nomor 5' in the document, but it is not there",
    ]);
    await write("templates/cuti/surat/sample.json", { nama: "Ratna" });
    expect((await faultsOf()).join()).toContain(
      "templates/cuti/surat [template] Expected data that fill template 'cuti/surat'",
    );
    await rm(join(folder, "templates/cuti/surat/sample.json"));
    expect(await faultsOf()).toEqual([
      "templates/cuti/surat/sample.json [template] Expected sample data, but there are none",
    ]);
  });
});
