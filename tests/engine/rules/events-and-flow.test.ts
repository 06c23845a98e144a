import { describe, expect, it } from "@jest/globals";
import { bpmn, type EngineUnderTest, flow, path, serviceTask } from "../../support/engine-dsl.js";
import {
  ANY_ERROR,
  around,
  boundary,
  called,
  caught,
  COMPENSATE,
  condition,
  END,
  ended,
  ERROR,
  ESCALATION,
  EVENTS,
  eventSubProcess,
  ext,
  incident,
  line,
  localsOf,
  MESSAGE,
  play,
  refusalOf,
  resolve,
  SIGNAL,
  START,
  started,
  subProcess,
  thrown,
  timer,
} from "../../support/engine-shapes.js";

const publish = (engine: EngineUnderTest, correlationKey: string, options: object = {}) =>
  engine.ok({ type: "message.publish", name: "paid", correlationKey, ...options });
const waiting = (id: string): string => bpmn(id, `${START}${caught("c", MESSAGE)}${END}${path("s", "c", "e")}`, EVENTS);

describe("rule-34 where a message goes", () => {
  it("should reach one instance of each process, across versions", () =>
    play([waiting("p"), waiting("q")], async (engine) => {
      const first = [await engine.create("p", { order: "1" }), await engine.create("q", { order: "1" })];
      await engine.deploy(waiting("p").replace(`id="p"`, `id="p" name="second"`));
      const second = await engine.create("p", { order: "1" });
      await publish(engine, "1");
      expect(await Promise.all([...first, second].map((key) => engine.state(key)))).toEqual([
        "COMPLETED",
        "COMPLETED",
        "ACTIVE",
      ]);
    }));
});

describe("rule-35 time to live", () => {
  it("should be tried once without, kept in order with, and never kept when it is correlated", () =>
    play([waiting("p")], async (engine) => {
      await publish(engine, "1", { variables: { n: 0 } });
      await publish(engine, "1", { timeToLive: 1000, variables: { n: 1 } });
      await publish(engine, "1", { timeToLive: 1000, variables: { n: 2 } });
      expect(await engine.refused({ type: "message.correlate", name: "paid", correlationKey: "1" })).toMatchObject({
        code: "NOT_FOUND",
      });
      const got = [];
      for (let count = 0; count < 2; count++)
        got.push((await engine.variables(await engine.create("p", { order: "1" })))["n"]);
      expect(got).toEqual([1, 2]);
    }));

  it("should be over after that time, over a restart", () =>
    play([waiting("p")], async (engine) => {
      await publish(engine, "1", { timeToLive: 1000 });
      await engine.restart();
      await engine.advance(1000);
      expect(await engine.state(await engine.create("p", { order: "1" }))).toBe("ACTIVE");
    }));
});

describe("rule-36 message ids", () => {
  it("should be refused a second time only while the first is kept", () =>
    play([], async (engine) => {
      await publish(engine, "1", { messageId: "m", timeToLive: 1000 });
      expect(
        await engine.refused({ type: "message.publish", name: "paid", correlationKey: "1", messageId: "m" }),
      ).toMatchObject({ code: "ALREADY_EXISTS" });
      await publish(engine, "2", { messageId: "m" });
      await engine.advance(1000);
      await publish(engine, "1", { messageId: "m" });
      await publish(engine, "1", { messageId: "m" });
    }));
});

describe("rule-37 a message before its process", () => {
  it("should not start a process that is deployed later, nor lock its key", () =>
    play([], async (engine) => {
      await publish(engine, "k", { timeToLive: 60_000 });
      await engine.deploy(
        bpmn("p", `${started("s", MESSAGE)}${serviceTask("work")}${END}${path("s", "work", "e")}`, EVENTS),
      );
      expect(await engine.jobs("work")).toEqual([]);
      await publish(engine, "k");
      expect(await engine.jobs("work")).toHaveLength(1);
    }));
});

describe("rule-38 correlation keys", () => {
  it.each([
    ["abc", "abc"],
    [12, "12"],
    [12.7, "12"],
  ])("should write %j as '%s', once and for all", (order, key) =>
    play([waiting("p")], async (engine) => {
      const processInstanceKey = await engine.create("p", { order });
      await engine.ok({
        type: "variables.set",
        elementInstanceKey: processInstanceKey,
        variables: { order: "changed" },
      });
      await publish(engine, key);
      expect(await engine.state(processInstanceKey)).toBe("COMPLETED");
    }),
  );

  it.each([[null], [true], [{ a: 1 }]])("should raise an incident for %j", (order) =>
    play([waiting("p")], async (engine) => {
      await engine.create("p", { order });
      expect(await incident(engine)).toMatchObject({ errorType: "EXTRACT_VALUE_ERROR", elementId: "c" });
    }),
  );
});

describe("rule-39 signals", () => {
  it("should reach all who wait and all who start, and nobody later", () =>
    play(
      [
        bpmn("p", `${START}${caught("c", SIGNAL)}${END}${path("s", "c", "e")}`, EVENTS),
        bpmn("q", `${started("s", SIGNAL)}${END}${path("s", "e")}`, EVENTS),
      ],
      async (engine) => {
        const keys = [await engine.create("p"), await engine.create("p")];
        await engine.ok({ type: "signal.broadcast", signalName: "go" });
        await engine.ok({ type: "signal.broadcast", signalName: "nobody" });
        expect(await Promise.all(keys.map((key) => engine.state(key)))).toEqual(["COMPLETED", "COMPLETED"]);
        expect(await engine.rows("process_instance")).toHaveLength(3);
        expect(await engine.state(await engine.create("p"))).toBe("ACTIVE");
      },
    ));
});

describe("rule-40 due times", () => {
  it.each([
    ["a date that has passed", timer("timeDate", "2020-01-01T00:00:00Z")],
    ["no time at all", timer("timeDuration", "PT0S")],
    ["less than none", timer("timeDuration", "-PT5M")],
  ])("should fire at once for %s", (_what, event) =>
    play([line(caught("c", event), ["c"])], async (engine) => {
      const key = await engine.create("p");
      await engine.advance(0);
      expect(await engine.state(key)).toBe("COMPLETED");
    }),
  );

  it("should be refused as a cycle where it happens once", async () => {
    expect(await refusalOf(line(caught("c", timer("timeCycle", "R2/PT1S")), ["c"]))).toContain("c");
    expect(await refusalOf(around(eventSubProcess(timer("timeCycle", "R2/PT1S"))))).toContain("xs");
  });
});

describe("rule-41 conditions", () => {
  it("should be looked at when a variable of the scope changes, and only those of the filter", () =>
    play(
      [
        around(
          boundary(
            "work",
            condition("=n > 1").replace(
              "<bpmn:conditionalEventDefinition>",
              `<bpmn:conditionalEventDefinition>${ext(`<zeebe:conditionalFilter variableNames="n" variableEvents="update" />`)}`,
            ),
            false,
          ),
        ),
      ],
      async (engine) => {
        const key = await engine.create("p");
        const set = (variables: Record<string, number>) =>
          engine.ok({ type: "variables.set", elementInstanceKey: key, variables });
        await set({ n: 5 });
        await set({ other: 1 });
        expect(await engine.trail(key)).toEqual(["s COMPLETED", "work ACTIVE"]);
        await set({ n: 6 });
        expect(await engine.trail(key)).toContain("b COMPLETED");
      },
    ));
});

describe("rule-44 inclusive and parallel joins", () => {
  it("should wake an inclusive join when the last token that could reach it turns away", () =>
    play(
      [
        bpmn(
          "p",
          `${START}<bpmn:inclusiveGateway id="g" />${serviceTask("a")}${serviceTask("b")}<bpmn:exclusiveGateway id="x" default="x-out" /><bpmn:inclusiveGateway id="join" />${END}${ended("out")}${flow("s", "g")}${flow("g", "a", "=true")}${flow("g", "b", "=true")}${path("a", "join", "e")}${path("b", "x")}${flow("x", "join", "=back")}${flow("x", "out")}`,
        ),
      ],
      async (engine) => {
        const key = await engine.create("p", { back: false });
        await engine.completeJob("a");
        expect(await engine.state(key)).toBe("ACTIVE");
        await engine.completeJob("b");
        expect(await engine.state(key)).toBe("COMPLETED");
      },
    ));
});

describe("rule-46 row-71 binding and version tags", () => {
  const child = (kind: string, tag = ""): string =>
    bpmn(
      "child",
      `${tag === "" ? "" : ext(`<zeebe:versionTag value="${tag}" />`)}${START}${serviceTask("work", kind)}${END}${path("s", "work", "e")}`,
    );
  const caller = (attributes: string): string => line(called("call", `processId="child" ${attributes}`), ["call"]);

  it("should take the newest, that of the same deployment, or the newest with the tag", async () => {
    await play([child("one"), caller(`bindingType="deployment"`)], async (engine) => {
      await engine.deploy(child("two"));
      await engine.create("p");
      expect([(await engine.jobs("one")).length, (await engine.jobs("two")).length]).toEqual([1, 0]);
    });
    await play([child("one", "v1"), caller(`bindingType="versionTag" versionTag="v1"`)], async (engine) => {
      await engine.deploy(child("again", "v1"));
      await engine.deploy(child("two", "v2"));
      await engine.create("p");
      expect([(await engine.jobs("again")).length, (await engine.jobs("two")).length]).toEqual([1, 0]);
    });
    await play([child("one"), caller("")], async (engine) => {
      await engine.deploy(child("two"));
      await engine.create("p");
      expect(await engine.jobs("two")).toHaveLength(1);
    });
  });
});

describe("rule-48 event sub-processes", () => {
  it("should read and write the variables of their scope, and fire once when they interrupt", () =>
    play(
      [
        line(
          subProcess(
            "u",
            serviceTask("work") + eventSubProcess(SIGNAL),
            "work",
            ext(`<zeebe:ioMapping><zeebe:input source="=1" target="own" /></zeebe:ioMapping>`),
          ),
          ["u"],
        ),
      ],
      async (engine) => {
        const key = await engine.create("p");
        await engine.ok({ type: "signal.broadcast", signalName: "go" });
        await engine.ok({ type: "signal.broadcast", signalName: "go" });
        expect((await engine.job("rescue")).variables).toEqual({ own: 1 });
        const open = (await engine.rows("job")).find(({ type }) => type === "rescue");
        await engine.ok({ type: "job.complete", jobKey: open?.jobKey ?? "", variables: { own: 2 } });
        expect(await localsOf(engine, "u")).toEqual({ own: 2 });
        expect(await engine.state(key)).toBe("COMPLETED");
      },
    ));

  it("should be refused with a compensation start", async () => {
    expect(await refusalOf(around(eventSubProcess(COMPENSATE)))).toMatch(/xs|x/u);
  });
});

describe("rule-49 errors on their way out", () => {
  it("should be found by an event sub-process of the scope before a boundary event outside", () =>
    play(
      [line(subProcess("u", serviceTask("work") + eventSubProcess(ERROR), "work"), ["u"], boundary("u", ANY_ERROR))],
      async (engine) => {
        const key = await engine.create("p");
        await engine.ok({ type: "job.throw-error", jobKey: (await engine.job("work")).jobKey, errorCode: "E1" });
        await engine.completeJob("rescue");
        expect(await engine.trail(key)).not.toContain("b COMPLETED");
      },
    ));

  it("should reach a caller, and make the job's incident when nobody catches them", () =>
    play([around("")], async (engine) => {
      await engine.create("p");
      const { jobKey } = await engine.job("work");
      await engine.ok({ type: "job.throw-error", jobKey, errorCode: "E9" });
      expect(await incident(engine)).toMatchObject({ errorType: "UNHANDLED_ERROR_EVENT", jobKey });
      await resolve(engine);
      await engine.completeJob("work");
    }));
});

describe("rule-50 escalations without a code at the catch", () => {
  it("should catch all codes", () =>
    play(
      [
        line(
          subProcess("u", thrown("t", ESCALATION), "t"),
          ["u"],
          boundary("u", `<bpmn:escalationEventDefinition />`, false),
        ),
      ],
      async (engine) => {
        expect(await engine.trail(await engine.create("p"))).toContain("b COMPLETED");
      },
    ));
});

describe("rule-51 compensation and call activities", () => {
  it("should not reach into what was called", () =>
    play(
      [
        bpmn(
          "child",
          `${START}<bpmn:task id="a" /><bpmn:boundaryEvent id="k" attachedToRef="a">${COMPENSATE}</bpmn:boundaryEvent><bpmn:serviceTask id="undo" isForCompensation="true">${ext(`<zeebe:taskDefinition type="undo" />`)}</bpmn:serviceTask><bpmn:association id="as" associationDirection="One" sourceRef="k" targetRef="undo" />${END}${path("s", "a", "e")}`,
        ),
        line(`${called("call", `processId="child"`)}${thrown("t", COMPENSATE)}`, ["call", "t"]),
      ],
      async (engine) => {
        expect(await engine.state(await engine.create("p"))).toBe("COMPLETED");
        expect(await engine.rows("job")).toEqual([]);
      },
    ));
});

describe("rule-52 terminate end event of the process", () => {
  it("should complete the instance and end the rest of it", () =>
    play(
      [
        bpmn(
          "p",
          `${START}<bpmn:parallelGateway id="f" />${serviceTask("a")}${ended("stop", `<bpmn:terminateEventDefinition />`)}${path("s", "f", "a")}${path("f", "stop")}`,
        ),
      ],
      async (engine) => {
        const key = await engine.create("p");
        expect([await engine.state(key), await engine.jobs("a")]).toEqual(["COMPLETED", []]);
      },
    ));
});

describe("rule-56 tasks without work in a circle", () => {
  it("should be refused", async () => {
    expect(
      await refusalOf(
        bpmn("p", `${START}<bpmn:task id="a" /><bpmn:manualTask id="b" />${path("s", "a", "b")}${flow("b", "a")}`),
      ),
    ).toMatch(/a|b/u);
  });
});
