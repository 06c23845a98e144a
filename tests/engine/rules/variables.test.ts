import { describe, expect, it } from "@jest/globals";
import { bpmn, mappings, path, serviceTask } from "../../support/engine-dsl.js";
import {
  around,
  boundary,
  called,
  caught,
  elementKey,
  END,
  ERROR,
  eventSubProcess,
  ext,
  incident,
  line,
  localsOf,
  loop,
  MESSAGE,
  MINUTE,
  play,
  SIGNAL,
  START,
  subProcess,
  timer,
} from "../../support/engine-shapes.js";

const work = (extra: string): string => line(serviceTask("work", "work", extra), ["work"]);
const scoped = line(
  subProcess(
    "u",
    serviceTask("work", "work", mappings([["=3", "x"]])),
    "work",
    ext(
      mappings([
        ["=2", "x"],
        ["=2", "y"],
      ]),
    ),
  ),
  ["u"],
);

describe("rule-17 scopes", () => {
  it("should let the innermost of a name win", () =>
    play([scoped], async (engine) => {
      await engine.create("p", { x: 1, y: 1, z: 1 });
      expect((await engine.job("work")).variables).toEqual({ x: 3, y: 2, z: 1 });
    }));

  it("should give each multi-instance its own", () =>
    play(
      [line(serviceTask("work", "work", "", loop(`inputCollection="=[1, 2]" inputElement="item"`)), ["work"])],
      async (engine) => {
        await engine.create("p");
        expect(
          (await engine.jobs("work")).map(({ variables }) => [variables["item"], variables["loopCounter"]]),
        ).toEqual([
          [1, 1],
          [2, 2],
        ]);
      },
    ));
});

describe("rule-18 row-68 what leaves an element", () => {
  it("should be written where the name is, else at the root, when nothing is mapped", () =>
    play([scoped], async (engine) => {
      const key = await engine.create("p", { z: 1 });
      await engine.completeJob("work", { x: 9, y: 9, z: 9, fresh: 9 });
      expect(await engine.variables(key)).toEqual({ z: 9, fresh: 9 });
      expect(await localsOf(engine, "u")).toEqual({ x: 2, y: 9 });
    }));

  it("should be the mapped values only, when something is mapped", () =>
    play([work(mappings([], [["=r", "out"]]))], async (engine) => {
      const key = await engine.create("p");
      await engine.completeJob("work", { r: 1, other: 2 });
      expect(await engine.variables(key)).toEqual({ out: 1 });
      expect(await localsOf(engine, "work")).toEqual({ r: 1, other: 2 });
    }));
});

describe("rule-19 row-68 mappings", () => {
  it("should be evaluated in order, nest targets and merge those of one root", () =>
    play(
      [
        work(
          mappings(
            [
              ["=1", "a.b"],
              ["=a.b + 1", "c"],
              ["=2", "a.d"],
            ],
            [
              ["=1", "o.x"],
              ["=2", "o.y"],
            ],
          ),
        ),
      ],
      async (engine) => {
        const key = await engine.create("p", { o: { kept: true } });
        expect((await engine.job("work")).variables).toMatchObject({ a: { b: 1, d: 2 } });
        const [job] = await engine.rows("job");
        await engine.ok({ type: "job.complete", jobKey: job?.jobKey ?? "" });
        expect(await engine.variables(key)).toEqual({ o: { kept: true, x: 1, y: 2 } });
      },
    ));

  it("should take nothing over from an outer object of the same name, and constants as texts", () =>
    play(
      [
        work(
          mappings([
            ["=1", "a.b"],
            ["12", "n"],
          ]),
        ),
      ],
      async (engine) => {
        await engine.create("p", { a: { outer: true } });
        expect((await engine.job("work")).variables).toEqual({ a: { b: 1 }, n: "12" });
      },
    ));
});

describe("rule-20 what is missing", () => {
  it("should be null in a mapping, and an incident where a type is needed", async () => {
    await play([work(mappings([["=nobody", "x"]]))], async (engine) => {
      await engine.create("p");
      expect((await engine.job("work")).variables).toEqual({ x: null });
    });
    await play([line(caught("c", timer("timeDuration", "=nobody")), ["c"])], async (engine) => {
      await engine.create("p");
      expect(await incident(engine)).toMatchObject({ errorType: "EXTRACT_VALUE_ERROR" });
    });
  });
});

describe("rule-21 setting variables", () => {
  it("should go upward or stay, and be refused once the element is over", () =>
    play([scoped], async (engine) => {
      const key = await engine.create("p", { z: 1 });
      const elementInstanceKey = await elementKey(engine, "u");
      await engine.ok({ type: "variables.set", elementInstanceKey, variables: { x: 5, z: 5, up: 5 } });
      await engine.ok({ type: "variables.set", elementInstanceKey, variables: { z: 6 }, local: true });
      expect([await engine.variables(key), await engine.variables(elementInstanceKey)]).toEqual([
        { z: 5, up: 5 },
        { x: 5, y: 2, z: 6 },
      ]);
      await engine.completeJob("work");
      expect(await engine.refused({ type: "variables.set", elementInstanceKey, variables: { x: 1 } })).toMatchObject({
        code: "NOT_FOUND",
      });
    }));
});

describe("rule-22 values", () => {
  it("should come back as they were given, over a restart", () =>
    play([around("")], async (engine) => {
      const given = {
        text: 'Ä\n"x"',
        whole: 9_007_199_254_740_991,
        part: 0.5,
        none: null,
        yes: true,
        list: [1, [2]],
        tree: { a: { b: [] } },
      };
      const key = await engine.create("p", given);
      await engine.restart();
      expect(await engine.variables(key)).toEqual(given);
      expect((await engine.job("work")).variables).toEqual(given);
    }));
});

describe("rule-23 variables of an error", () => {
  it("should stay at a boundary event, and merge upward at an event sub-process", async () => {
    const fail = async (engine: Parameters<Parameters<typeof play>[1]>[0]) =>
      engine.ok({
        type: "job.throw-error",
        jobKey: (await engine.job("work")).jobKey,
        errorCode: "E1",
        variables: { why: 1 },
      });
    await play([around(boundary("work", ERROR))], async (engine) => {
      const key = await engine.create("p");
      await fail(engine);
      expect([await engine.variables(key), await localsOf(engine, "b")]).toEqual([{}, { why: 1 }]);
    });
    await play([around(boundary("work", `${ext(mappings([], [["=why", "reason"]]))}${ERROR}`))], async (engine) => {
      const key = await engine.create("p");
      await fail(engine);
      expect(await engine.variables(key)).toEqual({ reason: 1 });
    });
    await play([around(eventSubProcess(ERROR))], async (engine) => {
      const key = await engine.create("p");
      await fail(engine);
      expect(await engine.variables(key)).toEqual({ why: 1 });
    });
  });
});

describe("rule-24 variables of other events", () => {
  it.each([
    ["message", MESSAGE, { type: "message.publish", name: "paid", correlationKey: "1", variables: { got: 1 } }],
    ["signal", SIGNAL, { type: "signal.broadcast", signalName: "go", variables: { got: 1 } }],
  ] as const)("should go through the mappings of a %s event, else upward", async (_kind, event, command) => {
    await play([line(caught("c", event), ["c"])], async (engine) => {
      const key = await engine.create("p", { order: "1" });
      await engine.ok(command);
      expect(await engine.variables(key)).toEqual({ order: "1", got: 1 });
    });
    await play([line(caught("c", event, ext(mappings([], [["=got + 1", "out"]]))), ["c"])], async (engine) => {
      const key = await engine.create("p", { order: "1" });
      await engine.ok(command);
      expect(await engine.variables(key)).toEqual({ order: "1", out: 2 });
    });
  });

  it("should keep what interrupts an activity out of its way", () =>
    play([around(boundary("work", MINUTE))], async (engine) => {
      const key = await engine.create("p");
      await engine.advance(60_000);
      expect(await engine.variables(key)).toEqual({});
    }));
});

describe("rule-45 variables of a call activity", () => {
  const child = bpmn("child", `${START}${serviceTask("work")}${END}${path("s", "work", "e")}`);
  const call = (attributes: string, extra = ""): string =>
    line(called("call", `processId="child" ${attributes}`, extra), ["call"]);

  it.each([
    ["all of both sides unless it is said otherwise", call(""), { a: 1 }, { a: 1, r: 2 }],
    [
      "nothing of the parent but what is mapped",
      call(`propagateAllParentVariables="false"`, mappings([["=a + 1", "in"]])),
      { in: 2 },
      { a: 1, in: 2, r: 2 },
    ],
    ["nothing of the child when that is switched off", call(`propagateAllChildVariables="false"`), { a: 1 }, { a: 1 }],
    ["only what is mapped when something is", call("", mappings([], [["=r", "out"]])), { a: 1 }, { a: 1, out: 2 }],
  ])("should be %s", (_what, model, inside, outside) =>
    play([child, model], async (engine) => {
      const key = await engine.create("p", { a: 1 });
      const job = await engine.job("work");
      expect(job.variables).toEqual(inside);
      await engine.ok({ type: "job.complete", jobKey: job.jobKey, variables: { r: 2 } });
      expect(await engine.variables(key)).toEqual(outside);
    }),
  );

  it("should be called by a name that is computed, and not cancelled on its own", () =>
    play([child, line(called("call", `processId="=which"`), ["call"])], async (engine) => {
      const key = await engine.create("p", { which: "child" });
      const { processInstanceKey } = await engine.job("work");
      expect(await engine.refused({ type: "process-instance.cancel", processInstanceKey })).toMatchObject({
        code: "INVALID_STATE",
        reason: expect.stringContaining(key),
      });
    }));
});

describe("rule-47 multi-instance values", () => {
  it("should keep results of instances apart and fill the place of each", () =>
    play(
      [
        line(
          serviceTask(
            "work",
            "work",
            "",
            loop(`inputCollection="=items" inputElement="item" outputCollection="out" outputElement="=r"`),
          ),
          ["work"],
        ),
      ],
      async (engine) => {
        const key = await engine.create("p", { items: [1, 2] });
        const [first, second] = await engine.jobs("work");
        expect(first?.variables).toMatchObject({ out: [null, null], r: null });
        await engine.ok({ type: "variables.set", elementInstanceKey: key, variables: { items: [] } });
        await engine.ok({ type: "job.complete", jobKey: second?.jobKey ?? "", variables: { r: "b" } });
        await engine.ok({ type: "job.complete", jobKey: first?.jobKey ?? "" });
        expect(await engine.variables(key)).toEqual({ items: [], out: [null, "b"] });
      },
    ));

  it("should count what runs for the completion condition", () =>
    play(
      [
        line(
          serviceTask(
            "work",
            "work",
            "",
            loop(
              `inputCollection="=[1, 2, 3]"`,
              `<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">=numberOfInstances = 3 and numberOfActiveInstances = 1 and numberOfTerminatedInstances = 0</bpmn:completionCondition>`,
            ),
          ),
          ["work"],
        ),
      ],
      async (engine) => {
        const key = await engine.create("p");
        const [first, second] = await engine.jobs("work");
        await engine.ok({ type: "job.complete", jobKey: first?.jobKey ?? "" });
        expect(await engine.state(key)).toBe("ACTIVE");
        await engine.ok({ type: "job.complete", jobKey: second?.jobKey ?? "" });
        expect(await engine.state(key)).toBe("COMPLETED");
      },
    ));
});
