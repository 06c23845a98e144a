import { describe, expect, it } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LINT_CONFIG, lintDiagram } from "../../../src/studio/lint/lint-diagram.js";
import { findingText } from "../../../src/web/features/studio/finding-words.js";

/** A rule as the engine's checks write it: its name, then the message. */
const REPORTED = /"([a-z]+(?:-[a-z]+)+)",\s*(?:`|"Expected|\w+\.message)/g;

describe("findings of the diagram editor", () => {
  it.each([
    [
      "Element of type <bpmn:SendTask> must have one extension element of type <zeebe:TaskDefinition>",
      "Tugas kirim harus mempunyai jenis pekerjaan",
    ],
    [
      "A <Call Activity> must have a defined <Called element>",
      "Panggilan proses harus mempunyai proses yang dipanggil",
    ],
    ["An <Error End Event> must have a defined <Error Reference>", "Peristiwa akhir galat harus mempunyai galat"],
    [
      "A <User Task> with <Multi-instance marker> must have a defined <Input collection>",
      "Tugas pengguna dengan penanda banyak instans harus mempunyai Kumpulan masukan",
    ],
    ["Element is not connected", "Elemen ini tidak terhubung"],
    ["Process is missing start event", "Peristiwa awal belum ada"],
  ])("should be told in Indonesian: %s", (said, told) => {
    expect(findingText({ rule: "", message: said }, "id")).toBe(told);
    expect(findingText({ rule: "", message: said }, "en")).toBe(said);
  });

  it("should be told as what the rule asks where no sentence fits", () => {
    const message = "Loop detected: a -> b";
    expect(findingText({ rule: "camunda-compat/no-loop", message }, "id")).toContain("tidak pernah menunggu");
    expect(findingText({ rule: "no-loop", message }, "en")).toBe(message);
    expect(findingText({ rule: "engine", message }, "id")).toBe(`Mesin proses menolaknya: ${message}`);
  });

  it("should have a sentence for every rule of the linter and of the engine inside", () => {
    // CommonJS that requires ES modules, which only Node's own `require` does
    const names = `Object.keys(require("bpmnlint-plugin-camunda-compat").configs["camunda-cloud-8-9"].rules).join()`;
    const compat = execFileSync(process.execPath, ["-p", names], { encoding: "utf8" }).trim().split(",");
    expect(compat.length).toBeGreaterThan(40);
    const own = readdirSync("src/engine/deploy", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) => [...readFileSync(join("src/engine/deploy", name), "utf8").matchAll(REPORTED)])
      .map(([, rule = ""]) => rule);
    expect(own.length).toBeGreaterThan(50);
    const rules = [...compat, ...Object.keys(LINT_CONFIG.rules), "xml", ...own];
    expect(rules.filter((rule) => findingText({ rule, message: "said" }, "id").includes("said"))).toEqual([]);
  });

  it("should know the sentences that the check of a broken diagram gives", async () => {
    // given a task without its work, an end that nothing leads to, and no start
    const xml = `<?xml version="1.0"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="d" targetNamespace="t" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.9.0">
  <bpmn:process id="p" isExecutable="true"><bpmn:serviceTask id="kerja" /><bpmn:callActivity id="panggil" /><bpmn:endEvent id="akhir" /></bpmn:process>
</bpmn:definitions>`;

    // when
    const said = await lintDiagram(xml);

    // then
    expect(said.length).toBeGreaterThan(3);
    const told = said.map((finding) => findingText(finding, "id"));
    expect(told).toContain("Tugas layanan harus mempunyai jenis pekerjaan");
    expect(told.filter((text) => /\b(must|Element|is)\b/.test(text))).toEqual([]);
  });
});
