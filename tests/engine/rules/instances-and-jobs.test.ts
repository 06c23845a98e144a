import { describe, expect, it } from "@jest/globals";
import { bpmn, EngineUnderTest, path, serviceTask } from "../../support/engine-dsl.js";
import {
  around,
  called,
  END,
  ext,
  incident,
  line,
  MESSAGE,
  EVENTS,
  play,
  resolve,
  START,
  started,
  subProcess,
} from "../../support/engine-shapes.js";

const WORK = around("");
const QUICK = bpmn("quick", `${START}${END}${path("s", "e")}`);

describe("rule-01 the version that is started", () => {
  it("should be the latest unless id and version or key say otherwise", () =>
    play([WORK], async (engine) => {
      const { deployments } = await engine.deploy(
        WORK.replace(`<bpmn:process id="p"`, `<bpmn:process id="p" name="second"`),
      );
      const versionOf = async (choice: object) =>
        (await engine.ok({ type: "process-instance.create", ...choice })).processDefinitionVersion;
      expect(await versionOf({ processDefinitionId: "p" })).toBe(2);
      expect(await versionOf({ processDefinitionId: "p", processDefinitionVersion: -1 })).toBe(2);
      expect(await versionOf({ processDefinitionId: "p", processDefinitionVersion: 1 })).toBe(1);
      const [definition] = deployments;
      if (definition?.kind !== "processDefinition") throw new Error("Expected a process, but there is none");
      expect(await versionOf({ processDefinitionKey: definition.processDefinitionKey })).toBe(2);
    }));

  it("should be refused when it is unknown or has no none start event", () =>
    play([bpmn("m", `${started("s", MESSAGE)}${END}${path("s", "e")}`, EVENTS)], async (engine) => {
      expect(await engine.refused({ type: "process-instance.create", processDefinitionId: "x" })).toEqual({
        code: "NOT_FOUND",
        reason: "Expected to find process definition with process ID 'x', but none found",
      });
      expect(await engine.refused({ type: "process-instance.create", processDefinitionKey: "7" })).toMatchObject({
        code: "NOT_FOUND",
      });
      expect((await engine.refused({ type: "process-instance.create", processDefinitionId: "m" })).code).toMatch(
        /INVALID_/u,
      );
    }));
});

describe("rule-02 awaiting the completion", () => {
  it("should answer with the variables asked for, and leave the instance alone when time is over", () =>
    play([QUICK, WORK], async (engine) => {
      const answer = await engine.ok({
        type: "process-instance.create",
        processDefinitionId: "quick",
        variables: { a: 1, b: 2 },
        awaitCompletion: true,
        fetchVariables: ["a"],
      });
      expect(answer.variables).toEqual({ a: 1 });
      expect(
        await engine.refused({
          type: "process-instance.create",
          processDefinitionId: "p",
          awaitCompletion: true,
          requestTimeout: 1,
        }),
      ).toMatchObject({ code: "TIMEOUT" });
      const open = (await engine.rows("process_instance")).find(
        ({ processDefinitionId }) => processDefinitionId === "p",
      );
      expect(open).toMatchObject({ state: "ACTIVE" });
      await engine.completeJob("work");
    }));
});

describe("rule-03 start and runtime instructions", () => {
  it("should begin before the elements that are named, in the scopes they need", () =>
    play(
      [line(`${subProcess("u", serviceTask("in"), "in")}${serviceTask("after")}`, ["u", "after"])],
      async (engine) => {
        const { processInstanceKey } = await engine.ok({
          type: "process-instance.create",
          processDefinitionId: "p",
          startInstructions: [{ elementId: "in" }, { elementId: "after" }],
        });
        expect((await engine.trail(processInstanceKey)).toSorted()).toEqual(["after ACTIVE", "in ACTIVE", "u ACTIVE"]);
        expect(
          (
            await engine.refused({
              type: "process-instance.create",
              processDefinitionId: "p",
              startInstructions: [{ elementId: "no" }],
            })
          ).code,
        ).toBe("INVALID_ARGUMENT");
      },
    ));

  it("should end the instance after the element that is named, and ignore one that is not there", () =>
    play([line(`${serviceTask("a")}${serviceTask("b")}`, ["a", "b"])], async (engine) => {
      const create = async (afterElementId: string) =>
        (
          await engine.ok({
            type: "process-instance.create",
            processDefinitionId: "p",
            runtimeInstructions: [{ type: "TERMINATE_PROCESS_INSTANCE", afterElementId }],
          })
        ).processInstanceKey;
      const ends = await create("a");
      await engine.completeJob("a");
      expect([await engine.state(ends), await engine.jobs("b")]).toEqual(["TERMINATED", []]);
      const goesOn = await create("nowhere");
      await engine.completeJob("a");
      await engine.completeJob("b");
      expect(await engine.state(goesOn)).toBe("COMPLETED");
    }));
});

describe("rule-04 business ids", () => {
  it("should stay with the instance and reach the instances it calls", () =>
    play(
      [WORK, bpmn("caller", `${START}${called("call", `processId="p"`)}${END}${path("s", "call", "e")}`)],
      async (engine) => {
        for (const businessId of ["B-1", "B-1"])
          await engine.ok({ type: "process-instance.create", processDefinitionId: "caller", businessId });
        expect((await engine.rows("process_instance")).map(({ businessId }) => businessId)).toEqual([
          "B-1",
          "B-1",
          "B-1",
          "B-1",
        ]);
      },
    ));
});

describe("rule-05 creating twice", () => {
  it("should make two instances of two equal requests", () =>
    play([WORK], async (engine) => {
      expect(await engine.create("p", { a: 1 })).not.toBe(await engine.create("p", { a: 1 }));
    }));
});

describe("rule-06 rule-07 activation and deadline", () => {
  it("should hand a job to one worker until its deadline, and then again with the same retries", () =>
    play([WORK], async (engine) => {
      await engine.create("p");
      const first = await engine.job("work");
      expect(first).toMatchObject({ worker: "test", deadline: engine.clock.now() + 60_000 });
      expect(await engine.jobs("work")).toEqual([]);
      await engine.advance(60_000);
      expect(await engine.job("work")).toMatchObject({ jobKey: first.jobKey, retries: first.retries });
    }));

  it("should take a completion from anybody, after the deadline too, and know the job no longer afterwards", () =>
    play([WORK], async (engine) => {
      await engine.create("p");
      const { jobKey } = await engine.job("work");
      await engine.advance(60_000);
      await engine.ok({ type: "job.complete", jobKey });
      for (const command of [
        { type: "job.complete" },
        { type: "job.fail" },
        { type: "job.throw-error", errorCode: "E" },
        { type: "job.update", retries: 1 },
      ] as const)
        expect(await engine.refused({ ...command, jobKey })).toMatchObject({ code: "NOT_FOUND" });
    }));
});

describe("rule-08 failing a job", () => {
  it("should mean no retries when none are said, with variables at the element", () =>
    play([WORK], async (engine) => {
      const key = await engine.create("p");
      const { jobKey } = await engine.job("work");
      await engine.ok({ type: "job.fail", jobKey, variables: { why: 1 } });
      expect(await incident(engine)).toMatchObject({
        errorType: "JOB_NO_RETRIES",
        errorMessage: "No more retries left.",
      });
      expect(await engine.variables(key)).toEqual({});
      expect(await engine.refused({ type: "job.fail", jobKey, retries: 1 })).toMatchObject({ code: "INVALID_STATE" });
    }));

  it("should hold the job back for the back-off, and give it at once without one", () =>
    play([WORK], async (engine) => {
      await engine.create("p");
      const { jobKey } = await engine.job("work");
      await engine.ok({ type: "job.fail", jobKey, retries: 2, retryBackOff: 1000 });
      expect(await engine.jobs("work")).toEqual([]);
      await engine.advance(1000);
      await engine.ok({ type: "job.fail", jobKey: (await engine.job("work")).jobKey, retries: 1 });
      expect(await engine.job("work")).toMatchObject({ retries: 1 });
    }));

  it("should be possible before anybody took the job", () =>
    play([WORK], async (engine) => {
      await engine.create("p");
      const [job] = await engine.rows("job");
      await engine.ok({ type: "job.fail", jobKey: job?.jobKey ?? "", retries: 1 });
    }));
});

describe("rule-09 two steps out of a job's incident", () => {
  it("should ask for retries first, and keep refusing the job until the incident is resolved", () =>
    play([WORK], async (engine) => {
      await engine.create("p");
      const { jobKey } = await engine.job("work");
      await engine.ok({ type: "job.fail", jobKey });
      const { incidentKey } = await incident(engine);
      expect(await engine.refused({ type: "incident.resolve", incidentKey })).toMatchObject({
        code: "INVALID_STATE",
        reason: expect.stringContaining("retries"),
      });
      expect(await engine.refused({ type: "job.update", jobKey, retries: 0 })).toMatchObject({
        code: "INVALID_ARGUMENT",
      });
      await engine.ok({ type: "job.update", jobKey, retries: 1 });
      expect(await engine.refused({ type: "job.complete", jobKey })).toMatchObject({ code: "INVALID_STATE" });
      await resolve(engine);
      await engine.completeJob("work");
    }));
});

describe("rule-10 changing the time-out", () => {
  it("should count from now, shorter or longer, and only for a job that somebody has", () =>
    play([WORK], async (engine) => {
      await engine.create("p");
      const [row] = await engine.rows("job");
      const jobKey = row?.jobKey ?? "";
      expect(await engine.refused({ type: "job.update", jobKey, timeout: 10 })).toMatchObject({
        code: "INVALID_STATE",
      });
      await engine.job("work");
      await engine.advance(1000);
      await engine.ok({ type: "job.update", jobKey, timeout: 500 });
      await engine.advance(500);
      expect(await engine.jobs("work")).toHaveLength(1);
    }));
});

describe("rule-11 waiting for jobs", () => {
  it("should answer with the first job, without waiting for as many as were asked for", () =>
    play([WORK], async (engine) => {
      const waiting = engine.engine.activateJobs({
        jobType: "work",
        worker: "w",
        timeout: 1000,
        maxJobs: 10,
        requestTimeout: 60_000,
      });
      await engine.create("p");
      expect(await waiting).toMatchObject({ ok: true, value: [{ elementId: "work" }] });
      expect(
        await engine.engine.activateJobs({
          jobType: "work",
          worker: "w",
          timeout: 1000,
          maxJobs: 10,
          requestTimeout: -1,
        }),
      ).toEqual({ ok: true, value: [] });
    }));
});

describe("rule-12 variables and headers of a job", () => {
  it("should be all that are visible, innermost first, or those that are named", () =>
    play(
      [
        line(
          subProcess(
            "u",
            serviceTask(
              "work",
              "work",
              `<zeebe:taskHeaders><zeebe:header key="n" value="5" /><zeebe:header key="empty" value="" /></zeebe:taskHeaders>`,
            ),
            "work",
            ext(`<zeebe:ioMapping><zeebe:input source="=2" target="a" /></zeebe:ioMapping>`),
          ),
          ["u"],
        ),
      ],
      async (engine) => {
        await engine.create("p", { a: 1, b: 1 });
        expect(await engine.job("work")).toMatchObject({ variables: { a: 2, b: 1 }, customHeaders: { n: "5" } });
        await engine.advance(60_000);
        const named = await engine.engine.activateJobs({
          jobType: "work",
          worker: "w",
          timeout: 1,
          maxJobs: 1,
          fetchVariables: ["b"],
        });
        expect(named).toMatchObject({ ok: true, value: [{ variables: { b: 1 } }] });
        expect(named.ok && Object.keys(named.value[0]?.variables ?? {})).toEqual(["b"]);
      },
    ));
});

describe("rule-13 many and large jobs", () => {
  it("should cut an answer at the size of a message and leave the rest for the next", () =>
    play([WORK], async (engine) => {
      const text = "x".repeat(1_500_000);
      for (let count = 0; count < 4; count++) await engine.create("p", { text });
      const first = await engine.jobs("work");
      expect(first.length).toBeGreaterThan(0);
      expect(first.length).toBeLessThan(4);
      expect((await engine.jobs("work")).length).toBeGreaterThan(0);
    }));
});

describe("rule-14 type and retries of a job", () => {
  it("should be three retries when nothing is said, and expressions where they are written", () =>
    play(
      [
        line(
          `<bpmn:serviceTask id="work">${ext(`<zeebe:taskDefinition type="=kind" retries="=n" />`)}</bpmn:serviceTask>`,
          ["work"],
        ),
      ],
      async (engine) => {
        await engine.create("p", { kind: "print", n: 7 });
        expect(await engine.job("print")).toMatchObject({ retries: 7 });
        const key = await engine.create("p", { kind: 1, n: 1 });
        expect(await incident(engine)).toMatchObject({ errorType: "EXTRACT_VALUE_ERROR" });
        await engine.ok({ type: "variables.set", elementInstanceKey: key, variables: { kind: "print" } });
        await resolve(engine);
        expect(await engine.jobs("print")).toHaveLength(1);
      },
    ));
});

describe("rule-15 rule-16 activation is asked for", () => {
  it("should hand out jobs in pages to whoever asks, of the one tenant there is", () =>
    play([WORK], async (engine) => {
      for (let count = 0; count < 3; count++) await engine.create("p");
      const [first, second, third] = [
        await engine.jobs("work", 2),
        await engine.jobs("work", 2),
        await engine.jobs("work", 2),
      ];
      expect([first.length, second.length, third.length]).toEqual([2, 1, 0]);
      expect(new Set([...first, ...second].map(({ tenantId }) => tenantId))).toEqual(new Set(["<default>"]));
    }));
});

describe("rule-57 several processes in a file", () => {
  it("should give each its own version and instances", async () => {
    const engine = await EngineUnderTest.start();
    const both = WORK.replace(
      "</bpmn:definitions>",
      `<bpmn:process id="q" isExecutable="true"><bpmn:startEvent id="qs" /><bpmn:endEvent id="qe" />${path("qs", "qe")}</bpmn:process></bpmn:definitions>`,
    );
    const { deployments } = await engine.deploy(both);
    expect(deployments).toHaveLength(2);
    expect(await engine.state(await engine.create("q"))).toBe("COMPLETED");
    await engine.close();
  });
});
