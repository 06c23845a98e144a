import { describe, expect, it } from "@jest/globals";
import { bpmn, type EngineUnderTest, path, serviceTask } from "../../support/engine-dsl.js";
import {
  around,
  called,
  elementKey,
  END,
  incident,
  line,
  play,
  resolve,
  START,
  subProcess,
} from "../../support/engine-shapes.js";

const process = (id: string, name = id): string =>
  bpmn(id, `${START}${END}${path("s", "e")}`).replace(
    `<bpmn:process id="${id}"`,
    `<bpmn:process id="${id}" name="${name}"`,
  );
const versions = (deployed: Awaited<ReturnType<EngineUnderTest["deploy"]>>): string[] =>
  deployed.deployments.map((entry) =>
    entry.kind === "processDefinition" ? `${entry.processDefinitionId} ${entry.processDefinitionVersion}` : entry.kind,
  );

describe("rule-58 deploying again", () => {
  it("should make nothing of what is the same, and new versions of all when one file is new", () =>
    play([], async (engine) => {
      const first = await engine.deploy(process("p"), process("q"));
      const same = await engine.deploy(process("p"), process("q"));
      expect(same.deployments).toEqual(first.deployments);
      expect(versions(await engine.deploy(process("p"), process("q", "changed")))).toEqual(["p 2", "q 2"]);
    }));

  it("should be all or nothing, and refuse one id twice", () =>
    play([], async (engine) => {
      const encode = (text: string) => new TextEncoder().encode(text);
      expect(
        await engine.refused({
          type: "deployment.create",
          resources: [
            { name: "a.bpmn", content: encode(process("p")) },
            { name: "b.bpmn", content: encode(process("p")) },
          ],
        }),
      ).toMatchObject({ code: "INVALID_ARGUMENT" });
      expect(
        await engine.refused({
          type: "deployment.create",
          resources: [
            { name: "a.bpmn", content: encode(process("p")) },
            { name: "b.bpmn", content: encode("<no") },
          ],
        }),
      ).toMatchObject({ code: "INVALID_ARGUMENT" });
      expect(await engine.rows("process_definition")).toEqual([]);
    }));
});

const nested = line(`${subProcess("u", serviceTask("a"), "a")}${serviceTask("after")}`, ["u", "after"]);

describe("rule-59 modification", () => {
  it("should make the scopes that are missing, and give them the variables of the instruction", () =>
    play([nested], async (engine) => {
      const key = await engine.create("p");
      await engine.completeJob("a");
      await engine.ok({
        type: "process-instance.modify",
        processInstanceKey: key,
        activateInstructions: [
          {
            elementId: "a",
            variableInstructions: [{ variables: { root: 1 } }, { variables: { own: 2 }, scopeId: "u" }],
          },
        ],
        terminateInstructions: [{ elementId: "after" }],
      });
      expect((await engine.job("a")).variables).toEqual({ root: 1, own: 2 });
      expect(await engine.variables(key)).toEqual({ root: 1 });
    }));

  it("should ask which scope when there are several, and end the instance when nothing is left", () =>
    play([nested], async (engine) => {
      const key = await engine.create("p");
      await engine.ok({
        type: "process-instance.modify",
        processInstanceKey: key,
        activateInstructions: [{ elementId: "u" }],
      });
      const activate = { type: "process-instance.modify", processInstanceKey: key } as const;
      expect(await engine.refused({ ...activate, activateInstructions: [{ elementId: "a" }] })).toMatchObject({
        code: "INVALID_ARGUMENT",
      });
      await engine.ok({
        ...activate,
        activateInstructions: [{ elementId: "a", ancestorElementInstanceKey: await elementKey(engine, "u") }],
      });
      await engine.ok({ ...activate, terminateInstructions: [{ elementId: "u" }] });
      expect(await engine.state(key)).toBe("TERMINATED");
    }));
});

describe("rule-60 migration", () => {
  it("should ask for every active element, of the same kind, and keep its job", () =>
    play([around("")], async (engine) => {
      const key = await engine.create("p");
      const { jobKey } = await engine.job("work");
      const [target] = (
        await engine.deploy(
          around("").replaceAll(`"work"`, `"other"`).replaceAll("-work", "-other").replaceAll(`"work-`, `"other-`),
        )
      ).deployments;
      if (target?.kind !== "processDefinition") throw new Error("Expected a process, but there is none");
      const migrate = {
        type: "process-instance.migrate",
        processInstanceKey: key,
        targetProcessDefinitionKey: target.processDefinitionKey,
      } as const;
      expect(await engine.refused({ ...migrate, mappingInstructions: [] })).toMatchObject({ code: "INVALID_STATE" });
      expect(
        await engine.refused({ ...migrate, mappingInstructions: [{ sourceElementId: "work", targetElementId: "e" }] }),
      ).toMatchObject({ code: expect.stringMatching(/^INVALID_/u) });
      await engine.ok({ ...migrate, mappingInstructions: [{ sourceElementId: "work", targetElementId: "other" }] });
      await engine.ok({ type: "job.complete", jobKey });
      expect(await engine.trail(key)).toEqual(["s COMPLETED", "other COMPLETED", "e COMPLETED"]);
    }));
});

describe("rule-61 deleting a definition", () => {
  it("should stop new instances, let running ones end, and never use its number again", () =>
    play([around("")], async (engine) => {
      const running = await engine.create("p");
      const [first] = await engine.rows("process_definition");
      await engine.ok({ type: "resource.delete", resourceKey: first?.processDefinitionKey ?? "" });
      expect(await engine.refused({ type: "process-instance.create", processDefinitionId: "p" })).toMatchObject({
        code: "NOT_FOUND",
      });
      await engine.completeJob("work");
      expect(await engine.state(running)).toBe("COMPLETED");
      expect(versions(await engine.deploy(around("")))).toEqual(["p 2"]);
    }));
});

describe("rule-63 resolving incidents", () => {
  it("should do the failed step again, raise a new one when it fails again, and show at the calling instance too", () =>
    play(
      [
        bpmn("child", `${START}${serviceTask("work", "=kind")}${END}${path("s", "work", "e")}`),
        line(called("call", `processId="child"`), ["call"]),
      ],
      async (engine) => {
        const key = await engine.create("p");
        const hasIncident = async () => (await engine.rows("process_instance")).map((row) => row.hasIncident);
        expect(await hasIncident()).toEqual([true, true]);
        const { incidentKey, processInstanceKey } = await incident(engine);
        await resolve(engine);
        expect((await incident(engine)).incidentKey).not.toBe(incidentKey);
        await engine.ok({ type: "variables.set", elementInstanceKey: processInstanceKey, variables: { kind: "x" } });
        await resolve(engine);
        expect(await hasIncident()).toEqual([false, false]);
        await engine.completeJob("x");
        expect(await engine.state(key)).toBe("COMPLETED");
        expect(await engine.refused({ type: "incident.resolve", incidentKey })).toMatchObject({ code: "NOT_FOUND" });
      },
    ));
});

/** Result of an expression with the variables of every case. */
async function feel(cases: readonly (readonly [expression: string, result: unknown])[], variables = {}): Promise<void> {
  await play([], async (engine) => {
    const found = cases.map(([expression]) => {
      const outcome = engine.engine.evaluateExpression(expression, variables);
      return [expression, outcome.ok ? outcome.value.result : outcome.rejection.code];
    });
    expect(found).toEqual(cases);
    await Promise.resolve();
  });
}

describe("rule-64 expression or constant", () => {
  it("should tell them apart by the first character", () =>
    play(
      [
        line(
          `<bpmn:serviceTask id="work"><bpmn:extensionElements><zeebe:taskDefinition type="n + 1" retries="4" /></bpmn:extensionElements></bpmn:serviceTask>`,
          ["work"],
        ),
      ],
      async (engine) => {
        await engine.create("p");
        expect(await engine.job("n + 1")).toMatchObject({ retries: 4 });
      },
    ));
});

describe("rule-65 what is missing in FEEL", () => {
  it("should be null with a warning, and equal only to null", async () => {
    await feel(
      [
        ["=nobody", null],
        ["=a.b.c", null],
        ["=nobody = null", true],
        ["=nobody > 1", null],
        ["=nobody + 1", null],
        ["=is defined(a)", true],
        ["=is defined(nobody)", false],
        ["=get or else(nobody, 7)", 7],
        ["=if nobody = null then 1 else 2", 1],
      ],
      { a: {} },
    );
    await play([], async (engine) => {
      const outcome = engine.engine.evaluateExpression("=nobody", {});
      expect(outcome.ok && outcome.value.warnings.length).toBeGreaterThan(0);
      await Promise.resolve();
    });
  });
});

describe("rule-66 lists and times", () => {
  it("should count from one, from the end too, and write times as texts", () =>
    feel([
      ["=[1, 2, 3][1]", 1],
      ["=[1, 2, 3][-1]", 3],
      ["=[1, 2, 3][9]", null],
      [`=cycle(3, duration("PT1H"))`, "R3/PT1H"],
      [`=duration("PT26H3M4S")`, "P1DT2H3M4S"],
      [`=duration("PT0S")`, "P0D"],
      ["=sum([])", null],
      ["=count([])", 0],
      ["=-2 ** 2", 4],
      [`="5" = 5`, null],
      ["=for i in 3..1 return i", [3, 2, 1]],
      [`=date and time("2026-01-01T00:00:00Z") = date and time("2026-01-01T07:00:00+07:00")`, false],
    ]));
});

describe("rule-67 functions beyond the standard", () => {
  it("should be there", () =>
    feel([
      ['=context put({a: 1}, "b", 2)', { a: 1, b: 2 }],
      ["=context merge([{a: 1}, {b: 2}])", { a: 1, b: 2 }],
      ["=get entries({a: 1})", [{ key: "a", value: 1 }]],
      ["=list contains([1], 1)", true],
      [`=string join(["a", "b"], "-")`, "a-b"],
      [`=string length(uuid())`, 36],
      ["=random number() < 1", true],
      [String.raw`=from json("{\"a\":1}")`, { a: 1 }],
      [`=to json({a: 1})`, `{"a":1}`],
      [`=to base64("FEEL")`, "RkVFTA=="],
      [`=trim("  a ")`, "a"],
      [`=last day of month(date("2026-02-01"))`, "2026-02-28"],
      ["=duplicate values([1, 2, 1])", [1]],
      ["=partition([1, 2, 3], 2)", [[1, 2], [3]]],
      ["=is empty([])", true],
      [`=is blank(" ")`, true],
      ["=assert(1, true)", 1],
    ]));
});
