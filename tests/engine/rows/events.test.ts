import { describe, expect, it } from "@jest/globals";
import { bpmn, type EngineUnderTest, flow, mappings, path, serviceTask } from "../../support/engine-dsl.js";
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
  ext,
  incident,
  line,
  link,
  MESSAGE,
  MINUTE,
  play,
  refusalOf,
  resolve,
  SIGNAL,
  START,
  subProcess,
  thrown,
  timer,
} from "../../support/engine-shapes.js";

type Fire = (engine: EngineUnderTest, key: string) => Promise<unknown>;
const publish: Fire = (engine) =>
  engine.ok({ type: "message.publish", name: "paid", correlationKey: "1", variables: { got: 1 } });
const broadcast: Fire = (engine) => engine.ok({ type: "signal.broadcast", signalName: "go", variables: { got: 1 } });
const minute: Fire = (engine) => engine.advance(60_000);
const setStop: Fire = (engine, key) =>
  engine.ok({ type: "variables.set", elementInstanceKey: key, variables: { stop: true } });

const CATCHES: readonly { row: string; event: string; fire: Fire; got: object }[] = [
  { row: "row-34 message catch event", event: MESSAGE, fire: publish, got: { got: 1 } },
  { row: "row-35 timer catch event, duration", event: MINUTE, fire: minute, got: {} },
  { row: "row-35 timer catch event, date", event: timer("timeDate", "=at"), fire: minute, got: {} },
  { row: "row-36 signal catch event", event: SIGNAL, fire: broadcast, got: { got: 1 } },
  { row: "row-38 conditional catch event", event: condition("=stop"), fire: setStop, got: { stop: true } },
];

const GIVEN = { order: "1", at: "2026-01-05T08:01:00Z" };

describe.each(CATCHES)("$row", ({ event, fire, got }) => {
  it("should wait over a restart and merge what the event brings", () =>
    play([line(caught("c", event), ["c"])], async (engine) => {
      const key = await engine.create("p", GIVEN);
      expect(await engine.trail(key)).toEqual(["s COMPLETED", "c ACTIVE"]);
      await engine.restart();
      await fire(engine, key);
      expect(await engine.variables(key)).toEqual({ ...GIVEN, ...got });
      expect(await engine.state(key)).toBe("COMPLETED");
    }));

  it("should stop waiting when its scope is interrupted", () =>
    play(
      [
        line(
          subProcess("u", caught("c", event), "c"),
          ["u"],
          boundary("u", `<bpmn:messageEventDefinition messageRef="stop" />`),
        ).replace(
          "<bpmn:process",
          `<bpmn:message id="stop" name="stop">${ext(`<zeebe:subscription correlationKey="=order" />`)}</bpmn:message><bpmn:process`,
        ),
      ],
      async (engine) => {
        const key = await engine.create("p", GIVEN);
        await engine.ok({ type: "message.publish", name: "stop", correlationKey: "1" });
        expect(await engine.trail(key)).toEqual(
          expect.arrayContaining(["u TERMINATED", "c TERMINATED", "b COMPLETED"]),
        );
        expect(await engine.state(key)).toBe("COMPLETED");
      },
    ));
});

describe("row-35 timer catch event that cannot be computed", () => {
  it("should raise an incident and wait after it is resolved", () =>
    play([line(caught("c", timer("timeDuration", "=d")), ["c"])], async (engine) => {
      const key = await engine.create("p", { d: "soon" });
      expect(await incident(engine)).toMatchObject({
        errorType: "EXTRACT_VALUE_ERROR",
        errorMessage: expect.stringContaining("soon"),
      });
      await engine.ok({ type: "variables.set", elementInstanceKey: key, variables: { d: "PT1M" } });
      await resolve(engine);
      await engine.advance(60_000);
      expect(await engine.state(key)).toBe("COMPLETED");
    }));
});

describe("row-37 row-42 rule-53 link events", () => {
  const model = bpmn(
    "p",
    `${START}${thrown("t", link("L"))}${caught("c", link("L"))}${END}${path("s", "t")}${path("c", "e")}`,
  );

  it("should go from the throw to the catch of the same name", () =>
    play([model], async (engine) => {
      expect(await engine.trail(await engine.create("p"))).toEqual([
        "s COMPLETED",
        "t COMPLETED",
        "c COMPLETED",
        "e COMPLETED",
      ]);
    }));

  it("should be refused without a catch, or with two of one name", async () => {
    expect(
      await refusalOf(
        model
          .replace(`name="L"/></bpmn:intermediateCatchEvent>`, "")
          .replace(caught("c", link("L")), caught("c", link("M"))),
      ),
    ).toMatch(/link|L/u);
    expect(await refusalOf(model.replace(END, `${END}${caught("c2", link("L"))}${flow("c2", "e")}`))).toMatch(
      /link|L/u,
    );
  });
});

describe.each([
  [
    "row-40 message throw event",
    `<bpmn:intermediateThrowEvent id="t">${ext(`<zeebe:taskDefinition type="send" />`, mappings([["=1", "n"]], [["=r", "out"]]))}${MESSAGE}</bpmn:intermediateThrowEvent>`,
    true,
  ],
  [
    "row-58 message end event",
    `<bpmn:endEvent id="t">${ext(`<zeebe:taskDefinition type="send" />`, mappings([["=1", "n"]], [["=r", "out"]]))}${MESSAGE}</bpmn:endEvent>`,
    false,
  ],
])("%s", (_row, xml, goesOn) => {
  const model = goesOn ? line(xml, ["t"]) : bpmn("p", `${START}${xml}${path("s", "t")}`, EVENTS);

  it("should be a job and send nothing by itself", () =>
    play([model], async (engine) => {
      const key = await engine.create("p");
      const job = await engine.job("send");
      expect(job.variables).toMatchObject({ n: 1 });
      expect(await engine.rows("message")).toEqual([]);
      await engine.ok({ type: "job.fail", jobKey: job.jobKey, retries: 0 });
      expect(await incident(engine)).toMatchObject({ errorType: "JOB_NO_RETRIES" });
      await engine.ok({ type: "job.update", jobKey: job.jobKey, retries: 1 });
      await resolve(engine);
      await engine.completeJob("send", { r: "R" });
      expect(await engine.variables(key)).toEqual({ out: "R" });
    }));
});

describe.each([
  ["row-41 signal throw event", true],
  ["row-61 signal end event", false],
])("%s", (_row, goesOn) => {
  const named = `<bpmn:signal id="named" name="=which" />`;
  const event = `<bpmn:signalEventDefinition signalRef="named" />`;
  const sender = (
    goesOn
      ? line(thrown("t", event, ext(mappings([["=2", "got"]]))), ["t"])
      : bpmn("p", `${START}${ended("t", event, ext(mappings([["=2", "got"]])))}${path("s", "t")}`, EVENTS)
  ).replace("<bpmn:process", `${named}<bpmn:process`);
  const listener = bpmn("q", `${START}${caught("c", SIGNAL)}${END}${path("s", "c", "e")}`, EVENTS);

  it("should reach all who wait, by a name that is computed, with its local variables", () =>
    play([sender, listener], async (engine) => {
      const waiting = [await engine.create("q"), await engine.create("q")];
      expect(await engine.state(await engine.create("p", { which: "go" }))).toBe("COMPLETED");
      for (const key of waiting) {
        expect(await engine.state(key)).toBe("COMPLETED");
        expect(await engine.variables(key)).toEqual({ got: 2 });
      }
    }));

  it("should raise an incident for a name that is no text", () =>
    play([sender], async (engine) => {
      await engine.create("p", { which: 3 });
      expect(await incident(engine)).toMatchObject({ errorType: "EXTRACT_VALUE_ERROR", elementId: "t" });
    }));
});

describe.each([
  ["row-43 row-50 row-51 rule-50 escalation throw event and boundary", thrown("t", ESCALATION), true],
  ["row-60 escalation end event", ended("t", ESCALATION), false],
])("%s", (_row, xml, goesOn) => {
  const inner = `<bpmn:subProcess id="u"><bpmn:startEvent id="us" />${xml}${goesOn ? `${serviceTask("rest")}${path("us", "t", "rest")}` : path("us", "t")}</bpmn:subProcess>`;
  const model = (interrupting: boolean): string => line(inner, ["u"], boundary("u", ESCALATION, interrupting));

  it("should end the scope that it interrupts, and the thrower with it", () =>
    play([model(true)], async (engine) => {
      expect(await engine.trail(await engine.create("p"))).toEqual([
        "s COMPLETED",
        "u TERMINATED",
        "us COMPLETED",
        "t TERMINATED",
        "b COMPLETED",
        "be COMPLETED",
      ]);
    }));

  it("should let the thrower go on when it does not interrupt", () =>
    play([model(false)], async (engine) => {
      const key = await engine.create("p");
      expect(await engine.trail(key)).toEqual(expect.arrayContaining(["t COMPLETED", "b COMPLETED"]));
      if (goesOn) await engine.completeJob("rest");
      expect(await engine.state(key)).toBe("COMPLETED");
    }));

  it("should do nothing when nobody catches it", () =>
    play([line(inner, ["u"])], async (engine) => {
      const key = await engine.create("p");
      if (goesOn) await engine.completeJob("rest");
      expect(await engine.incidents()).toEqual([]);
      expect(await engine.state(key)).toBe("COMPLETED");
    }));
});

describe("row-50 row-51 escalation boundary of a call activity", () => {
  it("should catch what the called process throws, and be refused on a task", async () => {
    const child = bpmn("child", `${START}${ended("t", ESCALATION)}${path("s", "t")}`, EVENTS);
    await play(
      [child, line(called("call", `processId="child"`), ["call"], boundary("call", ESCALATION))],
      async (engine) => {
        expect(await engine.trail(await engine.create("p"))).toEqual([
          "s COMPLETED",
          "call TERMINATED",
          "b COMPLETED",
          "be COMPLETED",
        ]);
      },
    );
    expect(await refusalOf(around(boundary("work", ESCALATION)))).toContain("b");
  });
});

const BOUNDARIES: readonly { row: string; event: string; fire: Fire; interrupting: boolean }[] = [
  { row: "row-45 message boundary, interrupting", event: MESSAGE, fire: publish, interrupting: true },
  { row: "row-46 message boundary, non-interrupting", event: MESSAGE, fire: publish, interrupting: false },
  { row: "row-47 timer boundary, interrupting", event: MINUTE, fire: minute, interrupting: true },
  {
    row: "row-47 timer boundary by date, interrupting",
    event: timer("timeDate", "=at"),
    fire: minute,
    interrupting: true,
  },
  { row: "row-48 timer boundary, non-interrupting", event: MINUTE, fire: minute, interrupting: false },
  { row: "row-52 signal boundary, interrupting", event: SIGNAL, fire: broadcast, interrupting: true },
  { row: "row-53 signal boundary, non-interrupting", event: SIGNAL, fire: broadcast, interrupting: false },
  { row: "row-54 conditional boundary, interrupting", event: condition("=stop"), fire: setStop, interrupting: true },
  {
    row: "row-55 conditional boundary, non-interrupting",
    event: condition("=stop"),
    fire: setStop,
    interrupting: false,
  },
];

describe.each(BOUNDARIES)("$row", ({ event, fire, interrupting }) => {
  it("should go its way and end the activity only when it interrupts", () =>
    play([around(boundary("work", event, interrupting))], async (engine) => {
      const key = await engine.create("p", GIVEN);
      await engine.restart();
      await fire(engine, key);
      expect(await engine.trail(key)).toEqual([
        "s COMPLETED",
        `work ${interrupting ? "TERMINATED" : "ACTIVE"}`,
        "b COMPLETED",
        "be COMPLETED",
      ]);
      if (!interrupting) await engine.completeJob("work");
      expect(await engine.state(key)).toBe("COMPLETED");
    }));

  it("should wait no longer once the activity is over", () =>
    play(
      [line(`${serviceTask("work")}${serviceTask("next")}`, ["work", "next"], boundary("work", event, interrupting))],
      async (engine) => {
        const key = await engine.create("p", GIVEN);
        await engine.completeJob("work");
        await fire(engine, key);
        expect(await engine.trail(key)).toEqual(["s COMPLETED", "work COMPLETED", "next ACTIVE"]);
      },
    ));
});

describe("row-48 timer boundary, cycle", () => {
  it("should repeat as often as it says, and be refused where it interrupts", async () => {
    await play([around(boundary("work", timer("timeCycle", "R2/PT10S"), false))], async (engine) => {
      const key = await engine.create("p");
      for (let tenth = 0; tenth < 4; tenth++) await engine.advance(10_000);
      expect((await engine.trail(key)).filter((entry) => entry === "b COMPLETED")).toHaveLength(2);
    });
    expect(await refusalOf(around(boundary("work", timer("timeCycle", "R2/PT10S"))))).toContain("b");
  });
});

describe("row-49 row-59 rule-49 error boundary and error end event", () => {
  const failing = subProcess("u", serviceTask("in"), "in").replace(`<bpmn:endEvent id="ue" />`, ended("ue", ERROR));

  it("should prefer the code to the catch-all, and the innermost scope", () =>
    play([line(failing, ["u"], boundary("u", ANY_ERROR) + boundary("u", ERROR, true, "c"))], async (engine) => {
      const key = await engine.create("p");
      await engine.completeJob("in");
      expect(await engine.trail(key)).toEqual(expect.arrayContaining(["ue TERMINATED", "u TERMINATED", "c COMPLETED"]));
    }));

  it("should raise an incident on the thrower when nobody catches it, and again when that is resolved", () =>
    play([line(failing, ["u"])], async (engine) => {
      await engine.create("p");
      await engine.completeJob("in");
      expect(await incident(engine)).toMatchObject({ errorType: "UNHANDLED_ERROR_EVENT", elementId: "ue" });
      await resolve(engine);
      expect(await incident(engine)).toMatchObject({ errorType: "UNHANDLED_ERROR_EVENT" });
    }));

  it("should be refused with an expression at the catch, or without interrupting", async () => {
    const computed = around(boundary("work", ERROR)).replace(`errorCode="E1"`, `errorCode="=code"`);
    expect(await refusalOf(computed)).toMatch(/err|b/u);
    expect(await refusalOf(around(boundary("work", ERROR, false)))).toContain("b");
  });
});

const undo = (activity: string): string =>
  `<bpmn:boundaryEvent id="k-${activity}" attachedToRef="${activity}">${COMPENSATE}</bpmn:boundaryEvent><bpmn:serviceTask id="undo-${activity}" isForCompensation="true">${ext(`<zeebe:taskDefinition type="undo" />`)}</bpmn:serviceTask><bpmn:association id="as-${activity}" associationDirection="One" sourceRef="k-${activity}" targetRef="undo-${activity}" />`;
const done = `<bpmn:task id="a" />${undo("a")}<bpmn:task id="d" />${undo("d")}`;

describe.each([
  [
    "row-44 row-56 rule-51 compensation throw event and boundary",
    line(`${done}${thrown("t", COMPENSATE)}`, ["a", "d", "t"]),
  ],
  [
    "row-63 compensation end event",
    bpmn("p", `${START}${done}${ended("t", COMPENSATE)}${path("s", "a", "d", "t")}`, EVENTS),
  ],
])("%s", (_row, model) => {
  it("should call all handlers at once and wait for them", () =>
    play([model], async (engine) => {
      const key = await engine.create("p");
      const jobs = await engine.jobs("undo");
      expect(jobs.map(({ elementId }) => elementId).toSorted()).toEqual(["undo-a", "undo-d"]);
      for (const { jobKey } of jobs) {
        expect(await engine.state(key)).toBe("ACTIVE");
        await engine.ok({ type: "job.complete", jobKey });
      }
      expect(await engine.state(key)).toBe("COMPLETED");
      expect((await engine.rows("element_instance")).filter(({ type }) => type === "BOUNDARY_EVENT")).toHaveLength(2);
    }));

  it("should take a handler through its incident", () =>
    play([model], async (engine) => {
      await engine.create("p");
      const [job] = await engine.jobs("undo");
      await engine.ok({ type: "job.fail", jobKey: job?.jobKey ?? "", retries: 0 });
      expect(await incident(engine)).toMatchObject({ errorType: "JOB_NO_RETRIES", jobKey: job?.jobKey });
    }));
});

describe("row-44 compensation of one activity", () => {
  it("should call only the handler of the activity that is named", () =>
    play(
      [line(`${done}${thrown("t", `<bpmn:compensateEventDefinition activityRef="a" />`)}`, ["a", "d", "t"])],
      async (engine) => {
        const key = await engine.create("p");
        expect((await engine.job("undo")).elementId).toBe("undo-a");
        expect(await engine.state(key)).toBe("ACTIVE");
      },
    ));
});
