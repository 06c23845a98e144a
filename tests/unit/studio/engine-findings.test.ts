import { describe, expect, it } from "@jest/globals";
import { engineFindings } from "../../../src/studio/engine-findings.js";

describe("findings out of an engine's refusal", () => {
  it("should read the words of the engine inside", () => {
    const message = [
      "Expected the engine to accept 'deploy', but: Expected to deploy new resources, but encountered the following errors:",
      "'cuti.bpmn':",
      "- Element Decide: Expected a due date, but it is 'besok' (due-date)",
      "- Element Task_1 > extensionElements > script: Expected an expression, but there is none (script-expression)",
      "- Expected one process, but there is none (no-process)",
    ].join("\n");
    expect(engineFindings(message)).toEqual([
      { severity: "error", elementId: "Decide", rule: "due-date", message: "Expected a due date, but it is 'besok'" },
      {
        severity: "error",
        elementId: "Task_1",
        rule: "script-expression",
        message: "Expected an expression, but there is none",
      },
      { severity: "error", elementId: null, rule: "no-process", message: "Expected one process, but there is none" },
    ]);
  });

  it("should read the words of a cluster", () => {
    const message =
      "Command 'CREATE' rejected:\n'cuti.bpmn': - Element: Flow_1 > conditionExpression\n    - ERROR: failed to parse expression\n- Element: Task_2\n    - ERROR: Must have a type\n";
    expect(engineFindings(message)).toEqual([
      { severity: "error", elementId: "Flow_1", rule: "engine", message: "failed to parse expression" },
      { severity: "error", elementId: "Task_2", rule: "engine", message: "Must have a type" },
    ]);
  });

  it("should keep a message that it cannot read", () => {
    expect(engineFindings("tidak dapat dibaca")).toEqual([
      { severity: "error", elementId: null, rule: "engine", message: "tidak dapat dibaca" },
    ]);
  });
});
