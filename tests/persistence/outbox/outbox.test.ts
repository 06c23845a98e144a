import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createOutbox, entities, migrations, OutboxRefusal, type OutboxService } from "../../../src/outbox/index.js";
import { ControlledClock, randomIds, silentLogger } from "../../../src/platform/index.js";
import type { Database } from "../../../src/platform/db/index.js";
import { databaseKinds, openTestDatabase } from "../../support/database.js";

describe.each(databaseKinds)("outbox on %s", (kind) => {
  let db: Database;
  let clock: ControlledClock;
  let outbox: OutboxService;
  const restarted = (): OutboxService => createOutbox({ db, clock, ids: randomIds(clock), logger: silentLogger });
  const enqueue = (orderKey: string, payload: unknown, notBefore?: number): Promise<void> =>
    db.transaction((tx) =>
      outbox.enqueue(tx, { kind: "note", orderKey, payload, ...(notBefore === undefined ? {} : { notBefore }) }),
    );

  beforeEach(async () => {
    db = await openTestDatabase(kind, { entities, migrations });
    clock = new ControlledClock("2026-03-02T01:00:00Z");
    outbox = restarted();
  });

  afterEach(async () => {
    await outbox.stop();
    await db.close();
  });

  it("should deliver a message once its transaction is durable", async () => {
    // given
    const delivered: unknown[] = [];
    outbox.register("note", async (payload) => void delivered.push(payload));
    await outbox.start();
    // when
    await enqueue("a", { n: 1 });
    await outbox.settle("a");
    await outbox.settle("a");
    // then
    expect(delivered).toEqual([{ n: 1 }]);
  });

  it("should deliver nothing of a transaction that was rolled back", async () => {
    // given
    const delivered: unknown[] = [];
    outbox.register("note", async (payload) => void delivered.push(payload));
    // when
    const failing = db.transaction(async (tx) => {
      await outbox.enqueue(tx, { kind: "note", orderKey: "a", payload: 1 });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    await outbox.drain();
    // then
    expect(delivered).toEqual([]);
  });

  it("should keep the order of one key and hold it back behind a failure, while other keys go on", async () => {
    // given
    const delivered: string[] = [];
    let isDown = true;
    outbox.register("note", async (payload) => {
      if (isDown && payload === "a1") throw new Error("mail server is down");
      delivered.push(String(payload));
    });
    await enqueue("a", "a1");
    await enqueue("a", "a2");
    await enqueue("b", "b1");
    // when
    await outbox.drain();
    const whileDown = [...delivered];
    isDown = false;
    clock.advance(1_000);
    await outbox.drain();
    // then
    expect(whileDown).toEqual(["b1"]);
    expect(delivered).toEqual(["b1", "a1", "a2"]);
  });

  it("should wait longer after each failure", async () => {
    // given
    const attempts: number[] = [];
    outbox.register("note", async (_payload, { attempt }) => {
      attempts.push(attempt);
      throw new Error("still down");
    });
    await enqueue("a", "a1");
    // when
    await outbox.drain();
    clock.advance(999);
    await outbox.drain();
    clock.advance(1);
    await outbox.drain();
    clock.advance(4_999);
    await outbox.drain();
    // then
    expect(attempts).toEqual([1, 2]);
    expect(await outbox.stuck()).toMatchObject([
      { kind: "note", attempts: 2, lastError: "still down", refused: false, nextAt: clock.now() + 1 },
    ]);
  });

  it("should send what was left over after a restart, and count the attempt that was cut off", async () => {
    // given a process that dies while it sends
    outbox.register("note", () => new Promise<void>(() => undefined));
    await enqueue("a", "a1");
    const begun = new Promise<void>((resolve) => {
      const poll = async (): Promise<void> => {
        const [row] = await db.read((tx) =>
          tx.manager.query<{ attempts: number }[]>("SELECT attempts FROM outbox_message"),
        );
        if (row?.attempts === 1) resolve();
        else setImmediate(() => void poll());
      };
      void poll();
    });
    void outbox.settle("a");
    await begun;
    // when
    const delivered: unknown[] = [];
    const next = restarted();
    next.register("note", async (payload, { attempt }) => void delivered.push([payload, attempt]));
    await next.start();
    await next.stop();
    outbox = next;
    // then
    expect(delivered).toEqual([["a1", 2]]);
  });

  it("should set a refused message aside and send the later ones of its key", async () => {
    // given
    const delivered: unknown[] = [];
    outbox.register("note", async (payload) => {
      if (payload === "bad") throw new OutboxRefusal("Expected an address that exists");
      delivered.push(payload);
    });
    // when
    await enqueue("a", "bad");
    await enqueue("a", "good");
    await outbox.drain();
    // then
    expect(delivered).toEqual(["good"]);
    expect(await outbox.stuck()).toMatchObject([{ refused: true, lastError: "Expected an address that exists" }]);
  });

  it("should wake up by itself when a message becomes due", async () => {
    // given
    let seen: (payload: unknown) => void = () => undefined;
    const arrival = new Promise<unknown>((resolve) => {
      seen = resolve;
    });
    outbox.register("note", async (payload) => seen(payload));
    await enqueue("later", "reminder", clock.now() + 60_000);
    await outbox.start();
    await outbox.drain();
    // when
    clock.advance(60_000);
    // then
    expect(await arrival).toBe("reminder");
  });

  it("should keep a message of a kind that nobody handles and say so", async () => {
    // when
    await enqueue("a", 1);
    await outbox.drain();
    // then
    expect(await outbox.stuck()).toMatchObject([
      { lastError: "Expected a handler for outbox messages of kind 'note', but there is none" },
    ]);
  });
});
