import { describe, expect, it } from "@jest/globals";
import { lintDiagram } from "../../../src/studio/lint/lint-diagram.js";
import { findingText } from "../../../src/web/features/studio/finding-words.js";

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
    expect(findingText(said, "id")).toBe(told);
    expect(findingText(said, "en")).toBe(said);
  });

  it("should leave as it is what no sentence fits", () => {
    expect(findingText("Loop detected: a -> b", "id")).toBe("Loop detected: a -> b");
  });

  it("should know the sentences that the check of a broken diagram gives", async () => {
    // given a task without its work, an end that nothing leads to, and no start
    const xml = `<?xml version="1.0"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="d" targetNamespace="t" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.9.0">
  <bpmn:process id="p" isExecutable="true"><bpmn:serviceTask id="kerja" /><bpmn:callActivity id="panggil" /><bpmn:endEvent id="akhir" /></bpmn:process>
</bpmn:definitions>`;

    // when
    const said = (await lintDiagram(xml)).map(({ message }) => message);

    // then
    expect(said.length).toBeGreaterThan(3);
    expect(said.filter((message) => findingText(message, "id") === message)).toEqual([]);
  });
});
