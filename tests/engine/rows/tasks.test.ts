import { describe, expect, it } from "@jest/globals";
import { bpmn, EngineUnderTest, mappings, path, serviceTask, userTask } from "../../support/engine-dsl.js";
import {
  ANY_ERROR,
  around,
  boundary,
  called,
  decision,
  END,
  ext,
  EVENTS,
  incident,
  line,
  MINUTE,
  play,
  resolve,
  SIGNAL,
  START,
} from "../../support/engine-shapes.js";

const JOB = ext(
  `<zeebe:taskDefinition type="work" retries="2" />`,
  `<zeebe:taskHeaders><zeebe:header key="k" value="v" /></zeebe:taskHeaders>`,
  mappings([["=a + 1", "n"]], [["=r", "out"]]),
);

/** What every element with a job has to do, whatever its kind. */
const JOB_ELEMENTS: readonly (readonly [row: string, xml: string])[] = [
  ["row-01 service task", `<bpmn:serviceTask id="work">${JOB}</bpmn:serviceTask>`],
  ["row-02 send task", `<bpmn:sendTask id="work" messageRef="msg">${JOB}</bpmn:sendTask>`],
  ["row-04 script task with a job", `<bpmn:scriptTask id="work">${JOB}</bpmn:scriptTask>`],
  ["row-06 business rule task with a job", `<bpmn:businessRuleTask id="work">${JOB}</bpmn:businessRuleTask>`],
];

describe.each(JOB_ELEMENTS)("%s", (_row, xml) => {
  const model = line(xml, ["work"], boundary("work", MINUTE) + boundary("work", ANY_ERROR, true, "c"));

  it("should hand out a job with headers, mapped variables and retries, and take its result", () =>
    play([model], async (engine) => {
      const key = await engine.create("p", { a: 1 });
      const job = await engine.job("work");
      expect(job).toMatchObject({
        retries: 2,
        customHeaders: { k: "v" },
        variables: { a: 1, n: 2 },
        kind: "BPMN_ELEMENT",
      });
      await engine.ok({ type: "job.complete", jobKey: job.jobKey, variables: { r: "R", other: 1 } });
      expect(await engine.variables(key)).toEqual({ a: 1, out: "R" });
      expect(await engine.state(key)).toBe("COMPLETED");
    }));

  it("should raise an incident without retries and go on when that is resolved", () =>
    play([model], async (engine) => {
      const key = await engine.create("p", { a: 1 });
      const { jobKey } = await engine.job("work");
      await engine.ok({ type: "job.fail", jobKey, errorMessage: "printer off" });
      expect(await incident(engine)).toMatchObject({
        errorType: "JOB_NO_RETRIES",
        errorMessage: "printer off",
        elementId: "work",
      });
      await engine.ok({ type: "job.update", jobKey, retries: 1 });
      await resolve(engine);
      await engine.completeJob("work");
      expect(await engine.state(key)).toBe("COMPLETED");
    }));

  it("should be interrupted by time and by an error of its worker, and lose its job", () =>
    play([model], async (engine) => {
      const late = await engine.create("p", { a: 1 });
      await engine.advance(60_000);
      expect(await engine.trail(late)).toEqual(["s COMPLETED", "work TERMINATED", "b COMPLETED", "be COMPLETED"]);
      const broken = await engine.create("p", { a: 1 });
      await engine.ok({ type: "job.throw-error", jobKey: (await engine.job("work")).jobKey, errorCode: "any" });
      expect(await engine.trail(broken)).toEqual(["s COMPLETED", "work TERMINATED", "c COMPLETED", "ce COMPLETED"]);
      expect((await engine.rows("job")).map(({ state }) => state)).toEqual(["CANCELED", "ERROR_THROWN"]);
    }));

  it("should evaluate its input again after an incident of a mapping", () =>
    play([line(xml.replace("=a + 1", "=assert(a, a != null)"), ["work"])], async (engine) => {
      const key = await engine.create("p");
      expect(await incident(engine)).toMatchObject({ errorType: "IO_MAPPING_ERROR" });
      await engine.ok({ type: "variables.set", elementInstanceKey: key, variables: { a: 5 } });
      await resolve(engine);
      expect((await engine.job("work")).variables).toMatchObject({ n: 5 });
    }));
});

describe("row-03 script task with FEEL", () => {
  const script = (expression: string, extra = ""): string =>
    line(
      `<bpmn:scriptTask id="t">${ext(`<zeebe:script expression="${expression}" resultVariable="r" />`, extra)}</bpmn:scriptTask>`,
      ["t"],
    );

  it("should write the result to its variable, and only what is mapped when there are mappings", async () => {
    await play([script("=a * 2")], async (engine) => {
      expect(await engine.variables(await engine.create("p", { a: 4 }))).toEqual({ a: 4, r: 8 });
    });
    await play([script("=n * 2", mappings([["=a", "n"]], [["=r + 1", "out"]]))], async (engine) => {
      expect(await engine.variables(await engine.create("p", { a: 4 }))).toEqual({ a: 4, out: 9 });
    });
  });

  it("should raise an incident that can be repaired", () =>
    play([script("=assert(a, a != null)")], async (engine) => {
      const key = await engine.create("p");
      expect(await incident(engine)).toMatchObject({ errorType: "EXTRACT_VALUE_ERROR", elementId: "t" });
      await engine.ok({ type: "variables.set", elementInstanceKey: key, variables: { a: 1 } });
      await resolve(engine);
      expect(await engine.variables(key)).toEqual({ a: 1, r: 1 });
    }));
});

describe("row-05 rule-55 business rule task with a decision", () => {
  const task = (attributes: string): string =>
    line(
      `<bpmn:businessRuleTask id="t">${ext(`<zeebe:calledDecision ${attributes} resultVariable="r" />`)}</bpmn:businessRuleTask>`,
      ["t"],
    );

  it("should take the newest decision, named by an expression too", async () => {
    const engine = await EngineUnderTest.start();
    await engine.deploy(decision("score + 1"), task(`decisionId="=which"`));
    expect(await engine.variables(await engine.create("p", { which: "grade", score: 1 }))).toMatchObject({ r: 2 });
    await engine.deploy(decision("score + 10"));
    expect(await engine.variables(await engine.create("p", { which: "grade", score: 1 }))).toMatchObject({ r: 11 });
    await engine.close();
  });

  it("should say that the decision is missing, and evaluate again when it is there", () =>
    play([task(`decisionId="grade"`)], async (engine) => {
      const key = await engine.create("p", { score: 1 });
      expect(await incident(engine)).toMatchObject({ errorType: "CALLED_DECISION_ERROR" });
      await engine.deploy(decision("score"));
      await resolve(engine);
      expect(await engine.state(key)).toBe("COMPLETED");
    }));

  it("should raise an incident when the evaluation fails, and evaluate again", async () => {
    const engine = await EngineUnderTest.start();
    await engine.deploy(decision("assert(score, score != null)"), task(`decisionId="grade"`));
    const key = await engine.create("p");
    expect(await incident(engine)).toMatchObject({ errorType: "DECISION_EVALUATION_ERROR" });
    await engine.ok({ type: "variables.set", elementInstanceKey: key, variables: { score: 3 } });
    await resolve(engine);
    expect(await engine.variables(key)).toEqual({ score: 3, r: 3 });
    await engine.close();
  });
});

describe("row-07 user task", () => {
  const model = line(
    userTask("t", mappings([["=a", "own"]], [["=answer", "out"]])),
    ["t"],
    boundary("t", MINUTE) + boundary("t", SIGNAL, false, "c"),
  );

  it("should be claimed, completed and write what is mapped", () =>
    play([model], async (engine) => {
      const key = await engine.create("p", { a: 1 });
      const { userTaskKey } = await engine.userTask("t");
      await engine.ok({ type: "user-task.assign", userTaskKey, assignee: "ani", allowOverride: false });
      await engine.ok({ type: "signal.broadcast", signalName: "go" });
      await engine.completeUserTask("t", { answer: 2 });
      expect(await engine.variables(key)).toEqual({ a: 1, out: 2 });
      expect(await engine.trail(key)).toEqual([
        "s COMPLETED",
        "t COMPLETED",
        "c COMPLETED",
        "ce COMPLETED",
        "e COMPLETED",
      ]);
    }));

  it("should be cancelled by an interrupting boundary event", () =>
    play([model], async (engine) => {
      await engine.create("p", { a: 1 });
      await engine.advance(60_000);
      expect((await engine.rows("user_task"))[0]).toMatchObject({ state: "CANCELED" });
    }));
});

describe("row-08 user task of the job kind", () => {
  it("should be a job of the reserved type with its form in a header", () =>
    play(
      [line(`<bpmn:userTask id="t">${ext(`<zeebe:formDefinition formKey="f" />`)}</bpmn:userTask>`, ["t"])],
      async (engine) => {
        const key = await engine.create("p");
        const job = await engine.job("io.camunda.zeebe:userTask");
        expect(job.customHeaders).toMatchObject({ "io.camunda.zeebe:formKey": "f" });
        expect(await engine.rows("user_task")).toEqual([]);
        await engine.ok({ type: "job.complete", jobKey: job.jobKey, variables: { x: 1 } });
        expect(await engine.variables(key)).toEqual({ x: 1 });
      },
    ));
});

describe("row-09 receive task", () => {
  const model = line(`<bpmn:receiveTask id="t" messageRef="msg" />`, ["t"], boundary("t", MINUTE));

  it("should take a buffered message with its variables", () =>
    play([model], async (engine) => {
      await engine.ok({
        type: "message.publish",
        name: "paid",
        correlationKey: "1",
        timeToLive: 1000,
        variables: { sum: 7 },
      });
      expect(await engine.variables(await engine.create("p", { order: "1" }))).toEqual({ order: "1", sum: 7 });
    }));

  it("should stop waiting when it is interrupted, and name a key that is none", () =>
    play([model], async (engine) => {
      await engine.create("p", { order: "1" });
      await engine.advance(60_000);
      expect(await engine.refused({ type: "message.correlate", name: "paid", correlationKey: "1" })).toMatchObject({
        code: "NOT_FOUND",
      });
      await engine.create("p");
      expect(await incident(engine)).toMatchObject({ errorType: "EXTRACT_VALUE_ERROR" });
    }));
});

describe.each([
  ["row-10 rule-56 manual task", `<bpmn:manualTask id="t" />`],
  ["row-11 undefined task", `<bpmn:task id="t" />`],
  ["row-39 none intermediate throw event", `<bpmn:intermediateThrowEvent id="t" />`],
])("%s", (_row, xml) => {
  it("should pass straight through", () =>
    play([line(xml, ["t"])], async (engine) => {
      const key = await engine.create("p");
      expect(await engine.trail(key)).toEqual(["s COMPLETED", "t COMPLETED", "e COMPLETED"]);
      expect(await engine.state(key)).toBe("COMPLETED");
    }));

  it("should stand in a called process too", () =>
    play(
      [
        bpmn("q", `${START}${xml}${END}${path("s", "t", "e")}`, EVENTS),
        line(called("call", `processId="q"`), ["call"]),
      ],
      async (engine) => {
        expect(await engine.state(await engine.create("p"))).toBe("COMPLETED");
      },
    ));
});

describe("row-72 linked resources", () => {
  it("should bind to the deployment of the process, not to what is newer", async () => {
    const engine = await EngineUnderTest.start();
    const link = `<zeebe:linkedResources><zeebe:linkedResource resourceId="robot" resourceType="RPA" linkName="l" bindingType="deployment" /></zeebe:linkedResources>`;
    await engine.deploy(line(serviceTask("work", "work", link), ["work"]), {
      name: "robot.rpa",
      content: `{"id":"robot"}`,
    });
    await engine.deploy({ name: "robot.rpa", content: `{"id":"robot","n":2}` });
    await engine.create("p");
    const [first] = await engine.rows("resource");
    expect(JSON.parse(String((await engine.job("work")).customHeaders["linkedResources"]))).toMatchObject([
      { resourceKey: first?.resourceKey },
    ]);
    await engine.close();
  });
});

describe("row-73 zeebe:properties", () => {
  it("should be taken at any element and stay in the stored diagram", () =>
    play(
      [
        around("").replace(
          `<zeebe:taskDefinition`,
          `<zeebe:properties><zeebe:property name="owner" value="bkn" /></zeebe:properties><zeebe:taskDefinition`,
        ),
      ],
      async (engine) => {
        await engine.create("p");
        await engine.completeJob("work");
        expect((await engine.rows("process_definition"))[0]?.xml).toContain(`name="owner" value="bkn"`);
      },
    ));
});
