import { describe, expect, it } from "@jest/globals";
import { lintDiagram } from "../../../src/studio/index.js";
import { cutiDiagram } from "../../api/studio/cuti-app.js";

describe("linting of diagrams", () => {
  it("should find nothing in a diagram that runs", async () => {
    expect(await lintDiagram(cutiDiagram())).toEqual([]);
  });

  it("should name the element of a faulty expression", async () => {
    expect(await lintDiagram(cutiDiagram({ condition: "= (1 +" }))).toEqual([
      expect.objectContaining({ severity: "error", elementId: "ToOther" }),
    ]);
  });

  it("should say when the text is no BPMN", async () => {
    expect(await lintDiagram("bukan xml")).toMatchObject([{ severity: "error", elementId: null, rule: "xml" }]);
  });
});
