import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { DraftKeeper, type DraftStatus } from "../../../src/web/shared/draft/draft-keeper.js";
import { readLocal } from "../../../src/web/shared/local-copy/local-copy.js";

const KEY = "alur:u-1:task:7";

/** The browser's storage, in memory. */
const storage = (): {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
} => {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  };
};

describe("draft keeper", () => {
  const sent: { data: unknown; revision: number }[] = [];
  const statuses: DraftStatus[] = [];
  let answer: () => Promise<{ revision: number; savedAt: number }>;

  const keeper = (): DraftKeeper =>
    new DraftKeeper({
      localKey: KEY,
      revision: 2,
      save: (data, revision) => {
        sent.push({ data, revision });
        return answer();
      },
      isConflict: (error) => error === "conflict",
      isGone: (error) => error === "gone",
      onStatus: (status) => statuses.push(status),
    });

  beforeEach(() => {
    jest.useFakeTimers();
    Object.assign(globalThis, { localStorage: storage() });
    sent.length = 0;
    statuses.length = 0;
    answer = () => Promise.resolve({ revision: 3, savedAt: 1 });
  });
  afterEach(() => {
    jest.useRealTimers();
    Reflect.deleteProperty(globalThis, "localStorage");
  });

  it("should let one wait for what is on its way before the form itself is sent", async () => {
    // given
    const draft = keeper();
    let arrive = (_saved: { revision: number; savedAt: number }): void => undefined;
    answer = () => new Promise((resolve) => (arrive = resolve));
    draft.change({ a: 1 });
    await jest.advanceTimersByTimeAsync(2_000);
    draft.hold();
    // when
    let isSettled = false;
    const settled = draft.settled().then(() => (isSettled = true));
    draft.change({ a: 2 });
    await jest.advanceTimersByTimeAsync(2_000);
    // then
    expect(isSettled).toBe(false);
    arrive({ revision: 3, savedAt: 1 });
    await settled;
    expect(sent).toEqual([{ data: { a: 1 }, revision: 2 }]);
  });

  it("should keep nothing that comes after its end", () => {
    const draft = keeper();
    draft.finish();
    draft.change({ a: 1 });
    expect(readLocal(KEY)).toBeNull();
    expect(statuses).toEqual([]);
  });

  it("should keep every change on the device and send the last one when typing pauses", async () => {
    // given
    const draft = keeper();

    // when
    draft.change({ a: 1 });
    draft.change({ a: 2 });

    // then
    expect(readLocal(KEY)).toMatchObject({ data: { a: 2 }, revision: 2 });
    await jest.advanceTimersByTimeAsync(2000);
    expect(sent).toEqual([{ data: { a: 2 }, revision: 2 }]);
    expect(readLocal(KEY)).toBeNull();
    expect(statuses.at(-1)).toBe("saved");
  });

  it("should send what was typed while a request was under way, on the new revision", async () => {
    // given
    const draft = keeper();
    let finish: (saved: { revision: number; savedAt: number }) => void = () => undefined;
    answer = () =>
      new Promise((resolve) => {
        finish = resolve;
      });
    draft.change({ a: 1 });
    await jest.advanceTimersByTimeAsync(2000);

    // when
    draft.change({ a: 2 });
    await jest.advanceTimersByTimeAsync(2000);
    finish({ revision: 3, savedAt: 1 });
    answer = () => Promise.resolve({ revision: 4, savedAt: 2 });
    await jest.advanceTimersByTimeAsync(3000);

    // then
    expect(sent).toEqual([
      { data: { a: 1 }, revision: 2 },
      { data: { a: 2 }, revision: 3 },
    ]);
    expect(readLocal(KEY)).toBeNull();
  });

  it("should keep the input on the device without a connection and try again", async () => {
    // given
    const draft = keeper();
    answer = () => Promise.reject(new Error("offline"));

    // when
    draft.change({ a: 1 });
    await jest.advanceTimersByTimeAsync(2000);

    // then
    expect(statuses.at(-1)).toBe("local");
    expect(readLocal(KEY)).toMatchObject({ data: { a: 1 } });
    answer = () => Promise.resolve({ revision: 3, savedAt: 1 });
    await jest.advanceTimersByTimeAsync(20_000);
    expect(statuses.at(-1)).toBe("saved");
  });

  it("should send no draft while the form is being completed, and what waits when it was refused", async () => {
    // given
    const draft = keeper();
    draft.change({ a: 1 });

    // when
    draft.hold();
    draft.change({ a: 2 });
    await jest.advanceTimersByTimeAsync(60_000);

    // then
    expect(sent).toEqual([]);
    expect(readLocal(KEY)).toMatchObject({ data: { a: 2 } });

    // when
    draft.release();
    await jest.advanceTimersByTimeAsync(100);

    // then
    expect(sent).toEqual([{ data: { a: 2 }, revision: 2 }]);
  });

  it("should stop at a conflict until a person has chosen", async () => {
    // given
    const draft = keeper();
    answer = () => Promise.reject("conflict");
    draft.change({ a: 1 });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(statuses.at(-1)).toBe("conflict");
    expect(sent).toHaveLength(1);

    // when
    answer = () => Promise.resolve({ revision: 9, savedAt: 1 });
    draft.overwrite(8);
    await jest.advanceTimersByTimeAsync(100);

    // then
    expect(sent.at(-1)).toEqual({ data: { a: 1 }, revision: 8 });
  });

  it("should forget this device's input when the other draft is taken", async () => {
    // given
    const draft = keeper();
    answer = () => Promise.reject("conflict");
    draft.change({ a: 1 });
    await jest.advanceTimersByTimeAsync(2000);

    // when
    draft.takeOver(8);
    await jest.advanceTimersByTimeAsync(60_000);

    // then
    expect(sent).toHaveLength(1);
    expect(readLocal(KEY)).toBeNull();
    expect(draft.revision).toBe(8);
  });

  it("should keep the input of a task that takes no draft any more", async () => {
    // given
    const draft = keeper();
    answer = () => Promise.reject("gone");

    // when
    draft.change({ a: 1 });
    await jest.advanceTimersByTimeAsync(60_000);

    // then
    expect(statuses.at(-1)).toBe("gone");
    expect(readLocal(KEY)).toMatchObject({ data: { a: 1 } });
  });

  it("should send nothing more and keep nothing once the task is done", async () => {
    // given
    const draft = keeper();
    draft.change({ a: 1 });

    // when
    draft.finish();
    await jest.advanceTimersByTimeAsync(60_000);

    // then
    expect(sent).toEqual([]);
    expect(readLocal(KEY)).toBeNull();
  });
});
