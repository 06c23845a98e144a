import { describe, expect, it } from "@jest/globals";
import { bpmn, EngineUnderTest, mappings, path, serviceTask } from "../../support/engine-dsl.js";
import {
  ANY_ERROR,
  around,
  boundary,
  called,
  condition,
  elementKey,
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
  loop,
  MESSAGE,
  MINUTE,
  play,
  resolve,
  SIGNAL,
  START,
  subProcess,
  timer,
} from "../../support/engine-shapes.js";

describe("row-12 embedded sub-process", () => {
  const model = line(
    subProcess("u", serviceTask("work"), "work", ext(mappings([["=a", "own"]], [["=own", "out"]]))),
    ["u"],
    boundary("u", MINUTE),
  );

  it("should keep its own variables and let out what is mapped", () =>
    play([model], async (engine) => {
      const key = await engine.create("p", { a: 1 });
      await engine.completeJob("work", { own: 2 });
      expect(await engine.variables(key)).toEqual({ a: 1, out: 2 });
    }));

  it("should end everything inside when a boundary event interrupts it, over a restart", () =>
    play([model], async (engine) => {
      const key = await engine.create("p", { a: 1 });
      await engine.restart();
      await engine.advance(60_000);
      expect(await engine.trail(key)).toEqual([
        "s COMPLETED",
        "u TERMINATED",
        "us COMPLETED",
        "work TERMINATED",
        "b COMPLETED",
        "be COMPLETED",
      ]);
    }));
});

describe("row-13 call activity", () => {
  const child = bpmn("child", `${START}${serviceTask("work")}${END}${path("s", "work", "e")}`);
  const call = line(
    called("call", `processId="child"`),
    ["call"],
    boundary("call", MINUTE) + boundary("call", ANY_ERROR, true, "c"),
  );

  it("should name parent and root at the called instance, and end it when it is interrupted", () =>
    play([child, call], async (engine) => {
      const key = await engine.create("p", { a: 1 });
      const inner = (await engine.job("work")).processInstanceKey;
      const row = (await engine.rows("process_instance")).find(
        ({ processInstanceKey }) => processInstanceKey === inner,
      );
      expect(row).toMatchObject({
        parentProcessInstanceKey: key,
        rootProcessInstanceKey: key,
        parentElementInstanceKey: await elementKey(engine, "call"),
      });
      await engine.advance(60_000);
      expect([await engine.state(inner), await engine.state(key)]).toEqual(["TERMINATED", "COMPLETED"]);
    }));

  it("should hand an error of the called process to its boundary event", () =>
    play([child, call], async (engine) => {
      const key = await engine.create("p");
      await engine.ok({ type: "job.throw-error", jobKey: (await engine.job("work")).jobKey, errorCode: "X" });
      expect(await engine.trail(key)).toEqual(["s COMPLETED", "call TERMINATED", "c COMPLETED", "ce COMPLETED"]);
    }));

  it("should raise an incident for a process that is not there, and call it when it is", () =>
    play([call], async (engine) => {
      await engine.create("p");
      expect(await incident(engine)).toMatchObject({ errorType: "CALLED_ELEMENT_ERROR", elementId: "call" });
      await engine.deploy(child);
      await resolve(engine);
      expect(await engine.jobs("work")).toHaveLength(1);
    }));
});

describe("row-14 rule-54 ad-hoc sub-process", () => {
  const adHoc = (attributes: string, extension = "", inner = ""): string =>
    line(
      `<bpmn:adHocSubProcess id="h">${ext(`<zeebe:adHoc ${attributes} />`, extension)}${serviceTask("a")}${serviceTask("b")}${inner}</bpmn:adHocSubProcess>`,
      ["h"],
      boundary("h", MINUTE, true, "late"),
    );

  it("should put each activation into an instance of its own and collect in the order of completion", () =>
    play([adHoc(`activeElementsCollection="=list" outputCollection="all" outputElement="=r"`)], async (engine) => {
      const key = await engine.create("p", { list: ["a", "b"] });
      expect(await localsOf(engine, "h")).toMatchObject({
        all: [],
        adHocSubProcessElements: [{ elementId: "a" }, { elementId: "b" }],
      });
      await engine.completeJob("b", { r: "B" });
      await engine.completeJob("a", { r: "A" });
      expect(await engine.variables(key)).toMatchObject({ all: ["B", "A"] });
      expect(
        (await engine.rows("element_instance")).filter(({ type }) => type === "AD_HOC_SUB_PROCESS_INNER_INSTANCE"),
      ).toHaveLength(2);
    }));

  it("should activate an element any number of times from outside, and end all of it when interrupted", () =>
    play([adHoc("")], async (engine) => {
      const key = await engine.create("p");
      const elementInstanceKey = await elementKey(engine, "h");
      await engine.ok({
        type: "ad-hoc.activate",
        elementInstanceKey,
        elements: [{ elementId: "a" }, { elementId: "a" }],
      });
      expect(await engine.jobs("a")).toHaveLength(2);
      await engine.advance(60_000);
      expect(await engine.state(key)).toBe("COMPLETED");
      expect(
        await engine.refused({ type: "ad-hoc.activate", elementInstanceKey, elements: [{ elementId: "a" }] }),
      ).toMatchObject({ code: "NOT_FOUND" });
    }));

  it("should refuse an interrupting event sub-process inside", async () => {
    const engine = await EngineUnderTest.start();
    const content = new TextEncoder().encode(adHoc("", "", eventSubProcess(MESSAGE)));
    expect(await engine.refused({ type: "deployment.create", resources: [{ name: "p.bpmn", content }] })).toMatchObject(
      { code: "INVALID_ARGUMENT" },
    );
    await engine.close();
  });
});

describe("row-15 ad-hoc sub-process with a job worker", () => {
  const model = line(
    `<bpmn:adHocSubProcess id="h">${ext(`<zeebe:adHoc />`, `<zeebe:taskDefinition type="agent" />`)}${serviceTask("a")}</bpmn:adHocSubProcess>`,
    ["h"],
  );

  it("should ask again after each end, and cancel the open question meanwhile", () =>
    play([model], async (engine) => {
      const key = await engine.create("p");
      const first = await engine.job("agent");
      expect(first).toMatchObject({ kind: "AD_HOC_SUB_PROCESS" });
      await engine.ok({
        type: "job.complete",
        jobKey: first.jobKey,
        result: { type: "adHocSubProcess", activateElements: [{ elementId: "a", variables: { q: 1 } }] },
      });
      expect((await engine.job("a")).variables).toMatchObject({ q: 1 });
      const [, inner] = await engine.rows("job");
      await engine.ok({ type: "job.complete", jobKey: inner?.jobKey ?? "" });
      const again = await engine.job("agent");
      await engine.ok({
        type: "job.complete",
        jobKey: again.jobKey,
        result: { type: "adHocSubProcess", isCompletionConditionFulfilled: true },
      });
      expect(await engine.state(key)).toBe("COMPLETED");
    }));

  it("should refuse an element that is not there, and name its own kind of incident", () =>
    play([model], async (engine) => {
      await engine.create("p");
      const { jobKey } = await engine.job("agent");
      expect(
        await engine.refused({
          type: "job.complete",
          jobKey,
          result: { type: "adHocSubProcess", activateElements: [{ elementId: "z" }] },
        }),
      ).toMatchObject({ code: "NOT_FOUND" });
      await engine.ok({ type: "job.fail", jobKey, retries: 0 });
      expect(await incident(engine)).toMatchObject({ errorType: "AD_HOC_SUB_PROCESS_NO_RETRIES" });
    }));
});

/** How each kind of event sub-process is set off; `again` says whether it exists without interrupting. */
const SET_OFF: readonly {
  row: string;
  event: string;
  again: boolean;
  fire: (engine: EngineUnderTest, key: string) => Promise<unknown>;
}[] = [
  {
    row: "row-16 event sub-process: message",
    event: MESSAGE,
    again: true,
    fire: (engine) => engine.ok({ type: "message.publish", name: "paid", correlationKey: "1" }),
  },
  { row: "row-17 event sub-process: timer", event: MINUTE, again: true, fire: (engine) => engine.advance(60_000) },
  {
    row: "row-18 event sub-process: error",
    event: ERROR,
    again: false,
    fire: async (engine) =>
      engine.ok({ type: "job.throw-error", jobKey: (await engine.job("work")).jobKey, errorCode: "E1" }),
  },
  {
    row: "row-20 event sub-process: signal",
    event: SIGNAL,
    again: true,
    fire: (engine) => engine.ok({ type: "signal.broadcast", signalName: "go" }),
  },
  {
    row: "row-21 event sub-process: conditional",
    event: condition("=stop"),
    again: true,
    fire: (engine, key) => engine.ok({ type: "variables.set", elementInstanceKey: key, variables: { stop: true } }),
  },
];

describe.each(SET_OFF)("$row", ({ event, again, fire }) => {
  it("should end the work of its scope when it interrupts", () =>
    play([around(eventSubProcess(event))], async (engine) => {
      const key = await engine.create("p", { order: "1" });
      await fire(engine, key);
      await engine.completeJob("rescue");
      expect(await engine.trail(key)).toEqual([
        "s COMPLETED",
        "work TERMINATED",
        "x COMPLETED",
        "xs COMPLETED",
        "rescue COMPLETED",
        "xe COMPLETED",
      ]);
      expect(await engine.state(key)).toBe("COMPLETED");
    }));

  if (again)
    it("should run beside the work when it does not, and hold back the end of its scope", () =>
      play([around(eventSubProcess(event, false))], async (engine) => {
        const key = await engine.create("p", { order: "1" });
        await engine.restart();
        await fire(engine, key);
        await engine.completeJob("work");
        expect(await engine.state(key)).toBe("ACTIVE");
        await engine.completeJob("rescue");
        expect(await engine.state(key)).toBe("COMPLETED");
      }));
});

describe("row-19 event sub-process: escalation", () => {
  const model = (interrupting: boolean): string =>
    line(
      `<bpmn:intermediateThrowEvent id="t">${ESCALATION}</bpmn:intermediateThrowEvent>${serviceTask("work")}`,
      ["t", "work"],
      eventSubProcess(ESCALATION, interrupting),
    );

  it("should catch what its scope throws, interrupting or not", async () => {
    await play([model(true)], async (engine) => {
      const key = await engine.create("p");
      await engine.completeJob("rescue");
      expect(await engine.trail(key)).toEqual([
        "s COMPLETED",
        "t TERMINATED",
        "x COMPLETED",
        "xs COMPLETED",
        "rescue COMPLETED",
        "xe COMPLETED",
      ]);
    });
    await play([model(false)], async (engine) => {
      const key = await engine.create("p");
      await engine.completeJob("rescue");
      await engine.completeJob("work");
      expect(await engine.state(key)).toBe("COMPLETED");
    });
  });
});

describe("row-17 event sub-process: timer cycle", () => {
  it("should come again only when it does not interrupt", () =>
    play([around(eventSubProcess(timer("timeCycle", "R2/PT10S"), false))], async (engine) => {
      await engine.create("p");
      for (let tenth = 0; tenth < 4; tenth++) await engine.advance(10_000);
      expect(await engine.jobs("rescue")).toHaveLength(2);
    }));
});

describe.each([
  ["row-22 parallel multi-instance", false],
  ["row-23 sequential multi-instance", true],
])("%s", (_row, sequential) => {
  const many = (inner = "", rest = ""): string =>
    line(
      serviceTask(
        "work",
        "work",
        "",
        loop(
          `inputCollection="=items" inputElement="item" outputCollection="out" outputElement="=r"`,
          inner,
          sequential,
        ),
      ),
      ["work"],
      rest,
    );

  it("should fill the output in the order of the input", () =>
    play([many()], async (engine) => {
      const key = await engine.create("p", { items: ["a", "b", "c"] });
      for (let left = 3; left > 0;) {
        const jobs = await engine.jobs("work");
        left -= jobs.length;
        for (const { jobKey, variables } of jobs.toReversed())
          await engine.ok({ type: "job.complete", jobKey, variables: { r: `${variables["item"] as string}!` } });
      }
      expect(await engine.variables(key)).toEqual({ items: ["a", "b", "c"], out: ["a!", "b!", "c!"] });
    }));

  it("should leave no partial output when the body is interrupted", () =>
    play([many("", boundary("work", MINUTE))], async (engine) => {
      const key = await engine.create("p", { items: [1, 2] });
      const [job] = await engine.jobs("work");
      await engine.ok({ type: "job.complete", jobKey: job?.jobKey ?? "", variables: { r: 1 } });
      await engine.advance(60_000);
      expect(await engine.variables(key)).toEqual({ items: [1, 2] });
      expect(await engine.state(key)).toBe("COMPLETED");
    }));

  it("should complete with an empty list, and name a collection that is none", () =>
    play([many()], async (engine) => {
      expect(await engine.variables(await engine.create("p", { items: [] }))).toEqual({ items: [], out: [] });
      await engine.create("p");
      expect(await incident(engine)).toMatchObject({ errorType: "EXTRACT_VALUE_ERROR", elementId: "work" });
    }));

  it("should end early when the completion condition holds", () =>
    play(
      [
        many(
          `<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">=numberOfCompletedInstances = 1</bpmn:completionCondition>`,
        ),
      ],
      async (engine) => {
        const key = await engine.create("p", { items: [1, 2, 3] });
        const [job] = await engine.jobs("work");
        await engine.ok({ type: "job.complete", jobKey: job?.jobKey ?? "", variables: { r: "x" } });
        expect(await engine.variables(key)).toMatchObject({ out: ["x", null, null] });
      },
    ));
});

describe("row-64 collaboration", () => {
  it("should deploy each executable process of a file and leave the others alone", async () => {
    const engine = await EngineUnderTest.start();
    const pools = `<bpmn:collaboration id="c"><bpmn:participant id="p1" processRef="p" /><bpmn:participant id="p2" processRef="q" /><bpmn:participant id="p3" processRef="paper" /></bpmn:collaboration>`;
    const other = (id: string, executable: boolean): string =>
      `<bpmn:process id="${id}" isExecutable="${executable}"><bpmn:startEvent id="${id}s" /><bpmn:endEvent id="${id}e" />${path(`${id}s`, `${id}e`)}</bpmn:process>`;
    const file = bpmn("p", `${START}${END}${path("s", "e")}`, pools).replace(
      "</bpmn:definitions>",
      `${other("q", true)}${other("paper", false)}</bpmn:definitions>`,
    );
    const { deployments } = await engine.deploy(file);
    expect(deployments.map((entry) => entry.kind === "processDefinition" && entry.processDefinitionId)).toEqual([
      "p",
      "q",
    ]);
    expect(await engine.state(await engine.create("q"))).toBe("COMPLETED");
    await engine.close();
  });
});

describe.each([
  [
    "row-65 lanes",
    `<bpmn:laneSet id="ls"><bpmn:lane id="l"><bpmn:flowNodeRef>work</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>`,
  ],
  [
    "row-66 data objects and stores",
    `<bpmn:dataObject id="do" /><bpmn:dataObjectReference id="dr" dataObjectRef="do" /><bpmn:dataStoreReference id="ds" name="Arsip" />`,
  ],
  [
    "row-67 annotations, groups and associations",
    `<bpmn:textAnnotation id="ta"><bpmn:text>catatan</bpmn:text></bpmn:textAnnotation><bpmn:group id="g" /><bpmn:association id="as" sourceRef="work" targetRef="ta" />`,
  ],
])("%s", (_row, artefacts) => {
  it("should be taken and change nothing", () =>
    play([around(artefacts)], async (engine) => {
      const key = await engine.create("p");
      await engine.completeJob("work");
      expect(await engine.trail(key)).toEqual(["s COMPLETED", "work COMPLETED", "e COMPLETED"]);
    }));
});

describe("row-62 rule-52 terminate end event", () => {
  it("should complete its flow scope and let the scope outside go on", () =>
    play(
      [
        line(
          `<bpmn:subProcess id="u"><bpmn:startEvent id="us" /><bpmn:parallelGateway id="f" />${serviceTask("a")}${ended("stop", `<bpmn:terminateEventDefinition />`)}${path("us", "f", "a")}${path("f", "stop")}</bpmn:subProcess>${serviceTask("after")}`,
          ["u", "after"],
        ),
      ],
      async (engine) => {
        const key = await engine.create("p");
        expect(await engine.trail(key)).toEqual(
          expect.arrayContaining(["u COMPLETED", "a TERMINATED", "stop COMPLETED", "after ACTIVE"]),
        );
        expect(await engine.jobs("a")).toEqual([]);
        await engine.completeJob("after");
        expect(await engine.state(key)).toBe("COMPLETED");
      },
    ));
});

describe("row-57 none end event", () => {
  it("should end its branch, and the instance with the last one", () =>
    play(
      [
        bpmn(
          "p",
          `${START}<bpmn:parallelGateway id="f" />${serviceTask("a")}${ended("e1")}${ended("e2")}${path("s", "f", "a", "e1")}${path("f", "e2")}`,
          EVENTS,
        ),
      ],
      async (engine) => {
        const key = await engine.create("p");
        expect(await engine.state(key)).toBe("ACTIVE");
        await engine.completeJob("a");
        expect(await engine.state(key)).toBe("COMPLETED");
      },
    ));
});
