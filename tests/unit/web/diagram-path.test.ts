import { describe, expect, it } from "@jest/globals";
import { elementStates } from "../../../src/web/features/diagram/path-of.js";

const visit = (elementId: string, startedAt: number, endedAt: number | null, incident = false) =>
  ({ elementId, startedAt, endedAt, incident, state: endedAt === null ? "ACTIVE" : "COMPLETED" }) as const;

describe("path on the diagram", () => {
  it("should sum up the visits of an element and count open ones until now", () => {
    const states = elementStates([visit("a", 0, 10), visit("b", 10, 30), visit("a", 30, null)], 100);
    expect(states).toEqual([
      { elementId: "a", state: "active", visits: 2, spentMs: 80 },
      { elementId: "b", state: "done", visits: 1, spentMs: 20 },
    ]);
  });

  it("should show an incident before anything else", () => {
    expect(elementStates([visit("a", 0, 5), visit("a", 6, null, true)], 10)[0]?.state).toBe("incident");
  });

  it("should tell elements that were ended from those that were done", () => {
    expect(elementStates([{ ...visit("a", 0, 5), state: "TERMINATED" }], 10)[0]?.state).toBe("ended");
  });
});
