import { describe, expect, it } from "@jest/globals";
import { bpmn, flow, path, serviceTask } from "../../support/engine-dsl.js";
import {
  caught,
  END,
  EVENTS,
  incident,
  MESSAGE,
  MINUTE,
  play,
  refusalOf,
  resolve,
  SIGNAL,
  START,
} from "../../support/engine-shapes.js";

const after = (gateway: string, rest: string): string =>
  bpmn("p", `${START}${gateway}${flow("s", "g")}${rest}`, EVENTS);

describe("row-24 rule-43 exclusive gateway", () => {
  const split = after(
    `<bpmn:exclusiveGateway id="g" />`,
    `${serviceTask("a")}${serviceTask("b")}${flow("g", "a", "=n > 1")}${flow("g", "b", "=n > 5")}`,
  );
  const withDefault = after(
    `<bpmn:exclusiveGateway id="g" default="g-b" />`,
    `${serviceTask("a")}${serviceTask("b")}${flow("g", "a", "=n > 1")}${flow("g", "b")}`,
  );

  it("should look from the last flow of the document to the first, as a broker does", () =>
    play([split], async (engine) => {
      await engine.create("p", { n: 9 });
      expect([(await engine.jobs("a")).length, (await engine.jobs("b")).length]).toEqual([0, 1]);
      await engine.create("p", { n: 2 });
      expect((await engine.jobs("a")).length).toBe(1);
    }));

  it("should take the default only when nothing else is true", () =>
    play([withDefault], async (engine) => {
      await engine.create("p", { n: 0 });
      expect((await engine.jobs("b")).length).toBe(1);
      await engine.create("p", { n: 2 });
      expect((await engine.jobs("a")).length).toBe(1);
    }));

  it("should raise an incident when nothing is true, and another when a condition is no boolean", () =>
    play([split], async (engine) => {
      const key = await engine.create("p", { n: 0 });
      expect(await incident(engine)).toMatchObject({
        errorType: "CONDITION_ERROR",
        errorMessage: "Expected at least one condition to evaluate to true, or to have a default flow",
      });
      await engine.ok({ type: "variables.set", elementInstanceKey: key, variables: { n: null } });
      await resolve(engine);
      expect(await incident(engine)).toMatchObject({ errorType: "EXTRACT_VALUE_ERROR" });
      await engine.ok({ type: "variables.set", elementInstanceKey: key, variables: { n: 2 } });
      await resolve(engine);
      expect((await engine.jobs("a")).length).toBe(1);
    }));

  it("should be refused with a flow that has neither condition nor default", async () => {
    expect(
      await refusalOf(
        after(
          `<bpmn:exclusiveGateway id="g" />`,
          `${serviceTask("a")}${serviceTask("b")}${flow("g", "a", "=true")}${flow("g", "b")}`,
        ),
      ),
    ).toContain("g-b");
  });
});

describe("row-25 parallel gateway", () => {
  const fork = `<bpmn:parallelGateway id="g" />${serviceTask("a")}${serviceTask("b")}<bpmn:parallelGateway id="join" />${END}${path("g", "a", "join", "e")}${path("g", "b", "join")}`;

  it("should go on when a token has come over each flow", () =>
    play([bpmn("p", `${START}${flow("s", "g")}${fork}`)], async (engine) => {
      const key = await engine.create("p");
      await engine.completeJob("b");
      await engine.restart();
      expect(await engine.state(key)).toBe("ACTIVE");
      await engine.completeJob("a");
      expect(await engine.state(key)).toBe("COMPLETED");
    }));

  it("should not count two tokens on one flow twice", () =>
    play(
      [
        bpmn(
          "p",
          `${START}<bpmn:parallelGateway id="two" /><bpmn:exclusiveGateway id="merge" /><bpmn:parallelGateway id="join" />${serviceTask("late")}${END}${path("s", "two", "merge", "join", "e")}<bpmn:sequenceFlow id="second" sourceRef="two" targetRef="merge" />${path("two", "late", "join")}`,
        ),
      ],
      async (engine) => {
        const key = await engine.create("p");
        expect(await engine.trail(key)).not.toContain("join COMPLETED");
        await engine.completeJob("late");
        expect((await engine.trail(key)).filter((entry) => entry === "join COMPLETED")).toHaveLength(1);
        expect(await engine.state(key)).toBe("ACTIVE");
      },
    ));
});

describe("row-26 row-27 inclusive gateway", () => {
  const model = bpmn(
    "p",
    `${START}<bpmn:inclusiveGateway id="g" default="g-c" />${serviceTask("a")}${serviceTask("b")}${serviceTask("c")}<bpmn:inclusiveGateway id="join" />${END}${flow("s", "g")}${flow("g", "a", "=n > 1")}${flow("g", "b", "=n > 5")}${flow("g", "c")}${path("a", "join", "e")}${flow("b", "join")}${flow("c", "join")}`,
  );

  it("should take every flow that is true and join what can still come", () =>
    play([model], async (engine) => {
      const key = await engine.create("p", { n: 9 });
      await engine.completeJob("a");
      await engine.restart();
      expect(await engine.state(key)).toBe("ACTIVE");
      await engine.completeJob("b");
      expect(await engine.state(key)).toBe("COMPLETED");
      expect((await engine.trail(key)).filter((entry) => entry === "join COMPLETED")).toHaveLength(1);
    }));

  it("should take the default when nothing is true, and not wait for branches without a token", () =>
    play([model], async (engine) => {
      const key = await engine.create("p", { n: 0 });
      await engine.completeJob("c");
      expect(await engine.state(key)).toBe("COMPLETED");
    }));

  it("should raise an incident for a condition that is no boolean", () =>
    play([model], async (engine) => {
      const key = await engine.create("p", { n: null });
      expect(await incident(engine)).toMatchObject({ errorType: "EXTRACT_VALUE_ERROR", elementId: "g" });
      await engine.ok({ type: "variables.set", elementInstanceKey: key, variables: { n: 2 } });
      await resolve(engine);
      expect(await engine.jobs("a")).toHaveLength(1);
    }));
});

describe("row-28 rule-42 event-based gateway", () => {
  const model = bpmn(
    "p",
    `${START}<bpmn:eventBasedGateway id="g" />${caught("m", MESSAGE)}${caught("t", MINUTE)}${caught("i", SIGNAL)}${END}${path("s", "g", "m", "e")}${path("g", "t", "e")}${path("g", "i", "e")}`,
    EVENTS,
  );

  it.each([
    ["m", "message.publish"],
    ["t", "time"],
    ["i", "signal.broadcast"],
  ] as const)("should let '%s' win when its event is first, and stop waiting for the others", (winner, what) =>
    play([model], async (engine) => {
      const key = await engine.create("p", { order: "1" });
      if (what === "time") await engine.advance(60_000);
      else if (what === "message.publish") await engine.ok({ type: what, name: "paid", correlationKey: "1" });
      else await engine.ok({ type: what, signalName: "go" });
      expect(await engine.trail(key)).toEqual(["s COMPLETED", "g COMPLETED", `${winner} COMPLETED`, "e COMPLETED"]);
      expect((await engine.rows("message_subscription")).filter(({ open }) => open)).toEqual([]);
    }),
  );

  it("should be refused with a receive task or a single target behind it", async () => {
    const targets = (text: string): string =>
      bpmn("p", `${START}<bpmn:eventBasedGateway id="g" />${text}${flow("s", "g")}`, EVENTS);
    expect(
      await refusalOf(
        targets(`<bpmn:receiveTask id="r" messageRef="msg" />${caught("t", MINUTE)}${flow("g", "r")}${flow("g", "t")}`),
      ),
    ).toContain("g");
    expect(await refusalOf(targets(`${caught("t", MINUTE)}${flow("g", "t")}`))).toContain("g");
  });
});
