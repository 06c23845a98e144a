import { describe, expect, it } from "@jest/globals";
import { bpmn, path, serviceTask } from "../../support/engine-dsl.js";
import {
  condition,
  END,
  EVENTS,
  ext,
  MESSAGE,
  play,
  refusalOf,
  SIGNAL,
  started,
  timer,
} from "../../support/engine-shapes.js";

const from = (event: string, extra = ""): string =>
  bpmn("p", `${started("s", event, extra)}${serviceTask("work")}${END}${path("s", "work", "e")}`, EVENTS);

describe("row-29 none start event", () => {
  it("should take a start form and end listeners, and only one of its kind", async () => {
    const listener = `<zeebe:executionListeners><zeebe:executionListener eventType="end" type="welcome" /></zeebe:executionListeners>`;
    await play([from("", ext(`<zeebe:formDefinition formId="apply" />`, listener))], async (engine) => {
      expect((await engine.rows("process_definition"))[0]).toMatchObject({ hasStartForm: true });
      await engine.create("p");
      await engine.completeJob("welcome", { hi: 1 });
      expect((await engine.job("work")).variables).toEqual({ hi: 1 });
    });
    expect(await refusalOf(from("").replace(END, `${started("s2")}${END}${path("s2", "work")}`))).toMatch(
      /s2|none start/u,
    );
  });
});

describe("row-30 rule-37 message start event", () => {
  it("should start one instance per key at a time, and one each time without a key", () =>
    play([from(MESSAGE)], async (engine) => {
      const publish = (correlationKey: string, n: number) =>
        engine.ok({ type: "message.publish", name: "paid", correlationKey, variables: { n }, timeToLive: 60_000 });
      await publish("k", 1);
      await publish("k", 2);
      expect(await engine.rows("process_instance")).toHaveLength(1);
      await engine.completeJob("work");
      expect((await engine.job("work")).variables).toEqual({ n: 2 });
      await publish("", 3);
      await publish("", 4);
      expect(await engine.rows("process_instance")).toHaveLength(4);
    }));
});

describe("row-31 rule-40 timer start event", () => {
  it.each([
    ["a date", timer("timeDate", "2026-01-05T08:01:00Z"), 60_000],
    ["a cycle", timer("timeCycle", "R2/PT1M"), 60_000],
    ["a cron expression", timer("timeCycle", "0 */5 * * * *"), 300_000],
    ["a macro", timer("timeCycle", "@hourly"), 3_600_000],
  ])("should start by %s", (_what, event, after) =>
    play([from(event)], async (engine) => {
      await engine.advance(after - 1);
      expect(await engine.rows("process_instance")).toEqual([]);
      await engine.restart();
      await engine.advance(1);
      expect(await engine.rows("process_instance")).toHaveLength(1);
    }),
  );

  it("should follow the latest version only, and count cycles from the due time", () =>
    play([from(timer("timeCycle", "R3/PT1M"))], async (engine) => {
      await engine.advance(60_000);
      await engine.deploy(from(timer("timeCycle", "R1/PT1H")));
      await engine.advance(120_000);
      expect(await engine.rows("process_instance")).toHaveLength(1);
      await engine.advance(3_600_000);
      expect(
        (await engine.rows("process_instance")).map(({ processDefinitionVersion }) => processDefinitionVersion),
      ).toEqual([1, 2]);
    }));
});

describe("row-32 signal start event", () => {
  it("should start the latest version with the variables of the signal", () =>
    play([from(SIGNAL)], async (engine) => {
      await engine.deploy(
        from(SIGNAL).replaceAll('"work"', '"work2"').replaceAll("-work", "-work2").replaceAll('"work-', '"work2-'),
      );
      await engine.ok({ type: "signal.broadcast", signalName: "go", variables: { n: 1 } });
      expect(
        (await engine.rows("process_instance")).map(({ processDefinitionVersion }) => processDefinitionVersion),
      ).toEqual([2]);
      expect((await engine.job("work2")).variables).toEqual({ n: 1 });
    }));
});

describe("row-33 rule-41 conditional start event", () => {
  it("should start only when it is asked with variables that make it true", () =>
    play([from(condition("=n > 1"))], async (engine) => {
      expect((await engine.ok({ type: "conditionals.evaluate", variables: { n: 1 } })).processInstances).toEqual([]);
      expect((await engine.ok({ type: "conditionals.evaluate", variables: { n: 2 } })).processInstances).toHaveLength(
        1,
      );
      expect((await engine.job("work")).variables).toEqual({ n: 2 });
    }));
});
