import { getEventListeners } from "node:events";
import { describe, expect, it, jest } from "@jest/globals";
import { deadline } from "../../../src/platform/index.js";

const over = (): Error => new Error("the time is up");

describe("a deadline", () => {
  it("should abort with its reason when the time is up", () => {
    jest.useFakeTimers();
    try {
      // given
      const limit = deadline(1_000, over);
      // when
      jest.advanceTimersByTime(999);
      expect(limit.signal.aborted).toBe(false);
      jest.advanceTimersByTime(1);
      // then
      expect(limit.signal.reason).toEqual(over());
      expect(limit.isOver()).toBe(true);
    } finally {
      jest.useRealTimers();
    }
  });

  it.each(["before", "after"])("should abort with a parent that aborts %s it began", (when) => {
    const parent = new AbortController();
    const reason = new Error("the caller has gone");
    if (when === "before") parent.abort(reason);
    const limit = deadline(60_000, over, parent.signal);
    if (when === "after") parent.abort(reason);
    expect(limit.signal.reason).toBe(reason);
    expect(limit.isOver()).toBe(false);
    limit.end();
  });

  it("should leave nothing with its parent when it ends, and not abort any more", () => {
    jest.useFakeTimers();
    try {
      const parent = new AbortController();
      const limit = deadline(1_000, over, parent.signal);
      limit.end();
      expect(getEventListeners(parent.signal, "abort")).toEqual([]);
      expect(jest.getTimerCount()).toBe(0);
      expect(limit.signal.aborted).toBe(false);
    } finally {
      jest.useRealTimers();
    }
  });
});
