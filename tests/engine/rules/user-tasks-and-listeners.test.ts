import { describe, expect, it } from "@jest/globals";
import { type EngineUnderTest, mappings, path, serviceTask, userTask } from "../../support/engine-dsl.js";
import {
  ANY_ERROR,
  around,
  boundary,
  incident,
  line,
  MESSAGE,
  play,
  refusalOf,
  resolve,
} from "../../support/engine-shapes.js";

const task = (extra = "", rest = ""): string => line(userTask("t", extra), ["t"], rest);
const listeners = (...events: readonly string[]): string =>
  `<zeebe:taskListeners>${events.map((event) => `<zeebe:taskListener eventType="${event}" type="on-${event}" />`).join("")}</zeebe:taskListeners>`;
const executionListeners = (...written: readonly (readonly [event: string, type: string])[]): string =>
  `<zeebe:executionListeners>${written.map(([event, type]) => `<zeebe:executionListener eventType="${event}" type="${type}" />`).join("")}</zeebe:executionListeners>`;
const keyOf = async (engine: EngineUnderTest): Promise<string> => (await engine.userTask("t")).userTaskKey;

describe("rule-25 the marker", () => {
  it("should decide between a task of the engine and a job", async () => {
    await play([task()], async (engine) => {
      await engine.create("p");
      expect(await engine.rows("job")).toEqual([]);
      expect(await engine.userTask("t")).toMatchObject({ state: "CREATED" });
    });
    await play([line(`<bpmn:userTask id="t" />`, ["t"])], async (engine) => {
      await engine.create("p");
      expect(await engine.jobs("io.camunda.zeebe:userTask")).toHaveLength(1);
    });
  });
});

describe("rule-26 attributes of a task", () => {
  it("should have defaults", () =>
    play([task()], async (engine) => {
      await engine.create("p");
      expect(await engine.userTask("t")).toMatchObject({
        priority: 50,
        assignee: null,
        candidateGroups: [],
        candidateUsers: [],
        dueDate: null,
        followUpDate: null,
      });
    }));

  it("should split a constant list, and take null for dates only", () =>
    play(
      [task(`<zeebe:assignmentDefinition candidateGroups="a,  b" /><zeebe:taskSchedule dueDate="=nobody" />`)],
      async (engine) => {
        await engine.create("p");
        expect(await engine.userTask("t")).toMatchObject({ candidateGroups: ["a", "b"], dueDate: null });
      },
    ));

  it.each([
    `<zeebe:assignmentDefinition assignee="=nobody" />`,
    `<zeebe:assignmentDefinition candidateUsers="=[1]" />`,
    `<zeebe:priorityDefinition priority="=-1" />`,
    `<zeebe:taskSchedule dueDate="=5" />`,
  ])("should raise an incident before the task exists: %s", (extra) =>
    play([task(extra)], async (engine) => {
      await engine.create("p");
      expect(await incident(engine)).toMatchObject({ errorType: "EXTRACT_VALUE_ERROR", elementId: "t" });
      expect(await engine.rows("user_task")).toEqual([]);
    }),
  );
});

describe("rule-27 commands by state", () => {
  it("should be refused while a transition is pending, and unknown afterwards", () =>
    play([task(listeners("assigning"))], async (engine) => {
      await engine.create("p");
      const userTaskKey = await keyOf(engine);
      const assigning = engine.engine.submit({ type: "user-task.assign", userTaskKey, assignee: "ani" });
      await engine.engine.settle();
      expect(await engine.refused({ type: "user-task.complete", userTaskKey })).toEqual({
        code: "INVALID_STATE",
        reason: `Expected to complete user task with key '${userTaskKey}', but it is in state 'ASSIGNING'`,
      });
      await engine.completeJob("on-assigning");
      expect(await assigning).toMatchObject({ ok: true });
      await engine.completeUserTask("t");
      expect(await engine.refused({ type: "user-task.assign", userTaskKey, assignee: "budi" })).toMatchObject({
        code: "NOT_FOUND",
      });
    }));
});

describe("rule-28 claiming", () => {
  it("should succeed for nobody's and one's own, while assigning takes it from anybody", () =>
    play([task()], async (engine) => {
      await engine.create("p");
      const userTaskKey = await keyOf(engine);
      const claim = { type: "user-task.assign", userTaskKey, allowOverride: false } as const;
      await engine.ok({ ...claim, assignee: "ani" });
      await engine.ok({ ...claim, assignee: "ani" });
      expect(await engine.refused({ ...claim, assignee: "budi" })).toMatchObject({ code: "INVALID_STATE" });
      await engine.ok({ type: "user-task.assign", userTaskKey, assignee: "budi" });
      await engine.ok({ type: "user-task.unassign", userTaskKey });
      await engine.ok({ type: "user-task.complete", userTaskKey });
    }));
});

describe("rule-29 empty, absent and unknown values", () => {
  it("should reset with empty ones and leave alone what is absent or null", () =>
    play(
      [
        task(
          `<zeebe:assignmentDefinition candidateGroups="a" candidateUsers="u" /><zeebe:taskSchedule dueDate="2026-02-01T00:00:00Z" />`,
        ),
      ],
      async (engine) => {
        await engine.create("p");
        const userTaskKey = await keyOf(engine);
        await engine.ok({ type: "user-task.unassign", userTaskKey });
        expect(await engine.refused({ type: "user-task.assign", userTaskKey, assignee: "" })).toMatchObject({
          code: "INVALID_ARGUMENT",
        });
        await engine.ok({
          type: "user-task.update",
          userTaskKey,
          changeset: { candidateGroups: [], candidateUsers: null, dueDate: "" },
        });
        expect(await engine.userTask("t")).toMatchObject({ candidateGroups: [], candidateUsers: ["u"], dueDate: null });
      },
    ));
});

describe("rule-30 candidates", () => {
  it("should be kept as they are written, and hide nothing from a search", () =>
    play([task(`<zeebe:assignmentDefinition candidateGroups="Biro SDM" />`)], async (engine) => {
      await engine.create("p");
      expect((await engine.rows("user_task")).map(({ candidateGroups }) => candidateGroups)).toEqual([["Biro SDM"]]);
    }));
});

describe("rule-31 forms", () => {
  const form = (id: string, extra = "") => ({
    name: `${id}.form`,
    content: JSON.stringify({ id, type: "default", schemaVersion: 16, components: [], note: extra }),
  });

  it("should be resolved when the task begins, to the newest or that of the same deployment", () =>
    play([], async (engine) => {
      await engine.deploy(task(`<zeebe:formDefinition formId="f" bindingType="deployment" />`), form("f"));
      await engine.deploy(form("f", "second"));
      await engine.create("p");
      const [first, second] = await engine.rows("form");
      expect(await engine.userTask("t")).toMatchObject({ formKey: first?.formKey });
      await engine.deploy(task(`<zeebe:formDefinition formId="f" />`));
      await engine.create("p");
      expect((await engine.rows("user_task")).at(-1)).toMatchObject({ formKey: second?.formKey });
    }));

  it("should be an incident when it is missing, and a name of the application's own otherwise", async () => {
    await play([task(`<zeebe:formDefinition formId="f" />`)], async (engine) => {
      await engine.create("p");
      expect(await incident(engine)).toMatchObject({ errorType: "FORM_NOT_FOUND" });
    });
    await play([task(`<zeebe:formDefinition externalReference="surat/tugas" />`)], async (engine) => {
      await engine.create("p");
      expect(await engine.userTask("t")).toMatchObject({ externalFormReference: "surat/tugas", formKey: null });
    });
  });
});

describe("rule-32 row-70 task listeners", () => {
  it("should run one after another and hold the command until they have answered", () =>
    play(
      [task(listeners("completing", "completing").replace(`type="on-completing" /></`, `type="second" /></`))],
      async (engine) => {
        const key = await engine.create("p");
        const completing = engine.engine.submit({
          type: "user-task.complete",
          userTaskKey: await keyOf(engine),
          variables: { r: 1 },
        });
        await engine.engine.settle();
        expect(await engine.jobs("second")).toEqual([]);
        await engine.completeJob("on-completing");
        await engine.completeJob("second");
        expect(await completing).toMatchObject({ ok: true });
        expect(await engine.variables(key)).toEqual({ r: 1 });
      },
    ));

  it("should undo what is denied, and refuse to deny a creation", () =>
    play([task(listeners("creating", "updating"))], async (engine) => {
      await engine.create("p");
      const creating = await engine.job("on-creating");
      expect(
        await engine.refused({
          type: "job.complete",
          jobKey: creating.jobKey,
          result: { type: "userTask", denied: true },
        }),
      ).toMatchObject({ code: "INVALID_ARGUMENT" });
      expect(
        await engine.refused({ type: "job.complete", jobKey: creating.jobKey, variables: { x: 1 } }),
      ).toMatchObject({ code: "INVALID_ARGUMENT" });
      await engine.ok({
        type: "job.complete",
        jobKey: creating.jobKey,
        result: { type: "userTask", corrections: { priority: 7 } },
      });
      const updating = engine.engine.submit({
        type: "user-task.update",
        userTaskKey: await keyOf(engine),
        changeset: { priority: 90 },
      });
      await engine.engine.settle();
      const { jobKey } = await engine.job("on-updating");
      expect(
        await engine.refused({
          type: "job.complete",
          jobKey,
          result: { type: "userTask", denied: true, corrections: { priority: 1 } },
        }),
      ).toMatchObject({ code: "INVALID_ARGUMENT" });
      await engine.ok({ type: "job.complete", jobKey, result: { type: "userTask", denied: true } });
      expect(await updating).toMatchObject({ ok: false, rejection: { code: "INVALID_STATE" } });
      expect(await engine.userTask("t")).toMatchObject({ priority: 7, state: "CREATED" });
    }));

  it("should ask again only the one whose job had no retries left", () =>
    play([task(listeners("creating"))], async (engine) => {
      await engine.create("p");
      const { jobKey } = await engine.job("on-creating");
      await engine.ok({ type: "job.fail", jobKey, retries: 0 });
      expect(await incident(engine)).toMatchObject({ errorType: "TASK_LISTENER_NO_RETRIES" });
      await engine.ok({ type: "job.update", jobKey, retries: 1 });
      await resolve(engine);
      await engine.completeJob("on-creating");
      expect(await engine.userTask("t")).toMatchObject({ state: "CREATED" });
    }));
});

describe("rule-33 row-69 execution listeners", () => {
  const work = (extra: string): string => line(serviceTask("work", "work", extra), ["work"]);

  it("should keep what the first says at the element, and let go what the last says", () =>
    play(
      [work(executionListeners(["start", "before"], ["end", "after"]) + mappings([["=1", "in"]]))],
      async (engine) => {
        const key = await engine.create("p");
        expect((await engine.job("before")).variables).toEqual({ in: 1 });
        const [before] = await engine.rows("job");
        await engine.ok({ type: "job.complete", jobKey: before?.jobKey ?? "", variables: { a: 1 } });
        await engine.completeJob("work");
        await engine.completeJob("after", { b: 2 });
        expect(await engine.variables(key)).toEqual({ b: 2 });
      },
    ));

  it("should be refused twice with one event and type, and where the element has no such moment", async () => {
    expect(await refusalOf(work(executionListeners(["start", "x"], ["start", "x"])))).toContain("work");
    expect(
      await refusalOf(
        around("").replace(
          `<bpmn:startEvent id="s" />`,
          `<bpmn:startEvent id="s"><bpmn:extensionElements>${executionListeners(["start", "x"])}</bpmn:extensionElements></bpmn:startEvent>`,
        ),
      ),
    ).toContain("s");
  });

  it("should throw no errors, and name its own kind of incident", () =>
    play(
      [
        line(
          serviceTask("work", "work", executionListeners(["start", "before"])),
          ["work"],
          boundary("work", ANY_ERROR),
        ),
      ],
      async (engine) => {
        await engine.create("p");
        const { jobKey } = await engine.job("before");
        expect(await engine.refused({ type: "job.throw-error", jobKey, errorCode: "E1" })).toMatchObject({
          code: "INVALID_STATE",
        });
        await engine.ok({ type: "job.fail", jobKey, retries: 0 });
        expect(await incident(engine)).toMatchObject({ errorType: "EXECUTION_LISTENER_NO_RETRIES" });
      },
    ));

  it("should come before the boundary events of the element wait", () =>
    play(
      [line(serviceTask("work", "work", executionListeners(["start", "before"])), ["work"], boundary("work", MESSAGE))],
      async (engine) => {
        const key = await engine.create("p", { order: "1" });
        await engine.ok({ type: "message.publish", name: "paid", correlationKey: "1" });
        await engine.completeJob("before");
        expect(await engine.trail(key)).toEqual(["s COMPLETED", "work ACTIVE"]);
      },
    ));
});

describe("rule-62 cancelling", () => {
  it("should end elements, jobs, tasks and incidents with the instance", () =>
    play(
      [
        line(
          `<bpmn:parallelGateway id="f" />${serviceTask("work")}${userTask("t")}<bpmn:parallelGateway id="j" />`,
          ["f", "work", "j"],
          path("f", "t", "j"),
        ),
      ],
      async (engine) => {
        const key = await engine.create("p");
        await engine.ok({ type: "job.fail", jobKey: (await engine.job("work")).jobKey, retries: 0 });
        await engine.ok({ type: "process-instance.cancel", processInstanceKey: key });
        expect(await engine.state(key)).toBe("TERMINATED");
        expect(await engine.incidents()).toEqual([]);
        expect((await engine.rows("job")).map(({ state }) => state)).toEqual(["CANCELED"]);
        expect((await engine.rows("user_task")).map(({ state }) => state)).toEqual(["CANCELED"]);
        expect((await engine.trail(key)).filter((entry) => entry.endsWith("ACTIVE"))).toEqual([]);
        expect(await engine.refused({ type: "process-instance.cancel", processInstanceKey: key })).toEqual({
          code: "NOT_FOUND",
          reason: `Expected to cancel a process instance with key '${key}', but no such process was found`,
        });
      },
    ));

  it("should wait for canceling listeners", () =>
    play([task(listeners("canceling"))], async (engine) => {
      const key = await engine.create("p");
      await engine.ok({ type: "process-instance.cancel", processInstanceKey: key });
      expect(await engine.state(key)).toBe("ACTIVE");
      await engine.completeJob("on-canceling");
      expect(await engine.state(key)).toBe("TERMINATED");
    }));
});
