import { createHash } from "node:crypto";
import { type SessionData, Store } from "express-session";
import { LRUCache } from "lru-cache";
import { LessThan } from "typeorm";
import type { Clock } from "../../platform/index.js";
import type { Database } from "../../platform/db/index.js";
import { SessionEntity } from "./session.entity.js";

/** A session that was prolonged less than this ago is not written again. */
const TOUCH_EVERY_MS = 60_000;
const SWEEP_EVERY_MS = 3_600_000;

type Done<T = void> = (error?: unknown, value?: T) => void;

const keyOf = (sessionId: string): string => createHash("sha256").update(sessionId).digest("hex");

/** Sessions in the application's database. connect-typeorm is written for an older TypeORM. */
export class SessionStore extends Store {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #lifeMs: number;
  /** When sessions were prolonged last, so that not every request writes. */
  readonly #prolonged = new LRUCache<string, number>({ max: 10_000 });
  #sweptAt = 0;

  constructor(options: { readonly db: Database; readonly clock: Clock; readonly hours: number }) {
    super();
    this.#db = options.db;
    this.#clock = options.clock;
    this.#lifeMs = options.hours * 3_600_000;
  }

  override get(sessionId: string, done: Done<SessionData | null>): void {
    void this.#answer(done, async () => {
      const row = await this.#db.read((tx) => tx.manager.findOneBy(SessionEntity, { id: keyOf(sessionId) }));
      if (row === null || row.expiresAt <= this.#clock.now()) return null;
      return JSON.parse(row.content) as SessionData;
    });
  }

  override set(sessionId: string, session: SessionData, done: Done = () => undefined): void {
    void this.#answer(done, async () => {
      const row = {
        id: keyOf(sessionId),
        userId: session.claims?.userId ?? null,
        content: JSON.stringify(session),
        expiresAt: this.#clock.now() + this.#lifeMs,
      };
      await this.#db.transaction(async (tx) => {
        await tx.manager.upsert(SessionEntity, row, ["id"]);
        await this.#sweep(tx.manager);
      });
    });
  }

  override destroy(sessionId: string, done: Done = () => undefined): void {
    void this.#answer(done, async () => {
      await this.#db.transaction((tx) => tx.manager.delete(SessionEntity, { id: keyOf(sessionId) }));
    });
  }

  override touch(sessionId: string, _session: SessionData, done: () => void = () => undefined): void {
    void this.#answer(done, async () => {
      const now = this.#clock.now();
      const id = keyOf(sessionId);
      const last = this.#prolonged.get(id);
      if (last !== undefined && now - last < TOUCH_EVERY_MS) return;
      this.#prolonged.set(id, now);
      await this.#db.transaction((tx) => tx.manager.update(SessionEntity, { id }, { expiresAt: now + this.#lifeMs }));
    });
  }

  async #sweep(manager: { delete(entity: typeof SessionEntity, where: object): Promise<unknown> }): Promise<void> {
    const now = this.#clock.now();
    if (now - this.#sweptAt < SWEEP_EVERY_MS) return;
    this.#sweptAt = now;
    await manager.delete(SessionEntity, { expiresAt: LessThan(now) });
  }

  /** express-session speaks in callbacks. */
  async #answer<T>(done: Done<T>, work: () => Promise<T>): Promise<void> {
    let value: T;
    try {
      value = await work();
    } catch (error) {
      done(error);
      return;
    }
    done(null, value);
  }
}
