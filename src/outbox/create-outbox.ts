import type { Clock, IdGenerator, Logger } from "../platform/index.js";
import type { Database, UnitOfWork } from "../platform/db/index.js";
import { OutboxRepository, type WaitingMessage } from "./data/outbox.repository.js";
import { createDispatcher } from "./dispatcher.js";
import type { Outbox } from "./outbox.js";
import type { OutboxHandler } from "./outbox-handler.js";

export interface OutboxDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly logger: Logger;
}

/** A message that could not be delivered so far. */
export interface StuckMessage {
  readonly id: string;
  readonly kind: string;
  readonly orderKey: string;
  readonly attempts: number;
  readonly lastError: string;
  /** True: set aside for good; false: tried again at `nextAt`. */
  readonly refused: boolean;
  /** Epoch ms. */
  readonly nextAt: number;
}

/** The outbox with its dispatcher. */
export interface OutboxService extends Outbox {
  /** @throws {Error} when the kind has a handler already. */
  register(kind: string, handler: OutboxHandler): void;
  /** Sends what was left over and from now on everything that is written. */
  start(): Promise<void>;
  /** Starts nothing new and waits for what is being sent. */
  stop(): Promise<void>;
  /** Sends everything that is due now; resolves when nothing due is left or it failed once. For tests and the end of a command. */
  drain(): Promise<void>;
  /** Sends the due messages of one order key; resolves when they are delivered or one has failed. */
  settle(orderKey: string): Promise<void>;
  /** Messages with failed attempts, oldest first. */
  stuck(limit?: number): Promise<readonly StuckMessage[]>;
  /** A page of them, and how many there are. */
  stuckPage(page: {
    readonly offset: number;
    readonly limit: number;
  }): Promise<{ readonly items: readonly StuckMessage[]; readonly total: number }>;
  /** Makes a stuck message due at once, after the commit; one that was set aside too. @returns it, or undefined when it has gone meanwhile. */
  retry(tx: UnitOfWork, messageId: string): Promise<StuckMessage | undefined>;
}

const asStuck = (message: WaitingMessage): StuckMessage => {
  const { id, kind, orderKey, attempts, lastError, refusedAt, nextAt } = message;
  return { id, kind, orderKey, attempts, lastError: lastError ?? "", refused: refusedAt !== null, nextAt };
};

/**
 * An outbox in the application's database. One process dispatches (ADR outbox/0001); messages of one order key go one
 * after another, different keys side by side.
 */
export const createOutbox = (deps: OutboxDeps): OutboxService => {
  const { db, clock, ids } = deps;
  const handlers = new Map<string, OutboxHandler>();
  const dispatcher = createDispatcher({ ...deps, handlers });
  const stuckPage: OutboxService["stuckPage"] = async ({ offset, limit }) => {
    const { items, total } = await db.read((tx) => new OutboxRepository(tx).failed(limit, offset));
    return { items: items.map(asStuck), total };
  };

  return {
    async enqueue(tx, { kind, orderKey, payload, notBefore }) {
      await new OutboxRepository(tx).add({
        id: ids.next(),
        kind,
        orderKey,
        payload: JSON.stringify(payload),
        nextAt: notBefore ?? clock.now(),
      });
      // Not awaited: the transaction's caller must not wait for a mail server.
      tx.afterCommit(() => dispatcher.wake());
    },
    register(kind, handler) {
      if (handlers.has(kind))
        throw new Error(`Expected one outbox handler of kind '${kind}', but there is one already`);
      handlers.set(kind, handler);
    },
    start: () => dispatcher.start(),
    stop: () => dispatcher.stop(),
    drain: () => dispatcher.drain(),
    settle: (orderKey) => dispatcher.sendKey(orderKey),
    stuck: async (limit = 100) => (await stuckPage({ offset: 0, limit })).items,
    stuckPage,
    async retry(tx, messageId) {
      const renewed = await new OutboxRepository(tx).renew(messageId, clock.now());
      if (renewed === undefined) return undefined;
      tx.afterCommit(() => dispatcher.wake());
      return asStuck(renewed);
    },
  };
};
