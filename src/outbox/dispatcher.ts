import type { Clock, Logger } from "../platform/index.js";
import type { Database } from "../platform/db/index.js";
import { OutboxRepository, type WaitingMessage } from "./data/outbox.repository.js";
import type { OutboxHandler } from "./outbox-handler.js";
import { OutboxRefusal } from "./outbox-refusal.js";
import { createWakeUp, type WakeUp } from "./wake-up.js";

const SECOND = 1_000;
/** Pauses after the first, second … failed attempt; the last one repeats. */
const PAUSES_MS = [1, 5, 30, 120, 600, 1_800, 3_600].map((seconds) => seconds * SECOND);
const LOUD_FROM_ATTEMPT = 5;
const KEYS_AT_ONCE = 8;
const KEYS_PER_LOOK = 200;

export interface Dispatcher {
  start(): Promise<void>;
  stop(): Promise<void>;
  wake(): void;
  drain(): Promise<void>;
  sendKey(orderKey: string): Promise<void>;
}

interface DispatcherDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly handlers: ReadonlyMap<string, OutboxHandler>;
}

/** Sends due messages; knows nothing of what they are. */
export const createDispatcher = (deps: DispatcherDeps): Dispatcher => {
  const { db, clock, logger } = deps;
  const inFlight = new Map<string, Promise<void>>();
  let isRunning = false;
  let looking: Promise<void> | undefined;
  let lookAgain = false;
  let wakeUp: WakeUp | undefined;

  const sendKey = async (orderKey: string): Promise<void> => {
    // Whoever asks again while the key is being sent may mean a message written since: look once more afterwards.
    await inFlight.get(orderKey);
    const sending = inFlight.get(orderKey) ?? sendAll(deps, orderKey).finally(() => inFlight.delete(orderKey));
    inFlight.set(orderKey, sending);
    await sending;
  };

  const sendDue = async (): Promise<void> => {
    for (;;) {
      const keys = await db.read((tx) => new OutboxRepository(tx).dueKeys(clock.now(), KEYS_PER_LOOK));
      if (keys.length === 0) return;
      const queue = [...keys];
      const lane = async (): Promise<void> => {
        for (let key = queue.shift(); key !== undefined; key = queue.shift()) await sendKey(key);
      };
      await Promise.all(Array.from({ length: Math.min(KEYS_AT_ONCE, queue.length) }, lane));
    }
  };

  const look = async (): Promise<void> => {
    do {
      lookAgain = false;
      await sendDue();
    } while (lookAgain);
    wakeUp?.at(await db.read((tx) => new OutboxRepository(tx).nextDue(clock.now())));
  };

  const wake = (): void => {
    if (!isRunning) return;
    if (looking !== undefined) {
      lookAgain = true;
      return;
    }
    looking = look()
      .catch((error: unknown) => {
        logger.error({ event: "outbox.look-failed", err: error }, "The outbox could not be read");
        wakeUp?.at(clock.now() + 10 * SECOND);
      })
      .finally(() => {
        looking = undefined;
        if (lookAgain) wake();
      });
  };

  return {
    async start() {
      isRunning = true;
      wakeUp ??= createWakeUp(clock, wake);
      wake();
      await looking;
    },
    async stop() {
      isRunning = false;
      wakeUp?.stop();
      wakeUp = undefined;
      await looking;
      await Promise.all(inFlight.values());
    },
    wake,
    async drain() {
      await looking;
      await sendDue();
    },
    sendKey,
  };
};

/** Sends the due messages of one key in order, until one fails. */
const sendAll = async (deps: DispatcherDeps, orderKey: string): Promise<void> => {
  for (;;) {
    const message = await deps.db.transaction((tx) => new OutboxRepository(tx).takeHead(orderKey, deps.clock.now()));
    if (message === undefined) return;
    const delivered = await send(deps, message);
    if (!delivered) return;
  }
};

/** @returns true when the next message of the key may go. */
const send = async (deps: DispatcherDeps, message: WaitingMessage): Promise<boolean> => {
  const { db, clock, logger, handlers } = deps;
  const { seq, id, kind, attempts } = message;
  try {
    const handler = handlers.get(kind);
    if (handler === undefined)
      throw new Error(`Expected a handler for outbox messages of kind '${kind}', but there is none`);
    await handler(JSON.parse(message.payload) as unknown, { messageId: id, attempt: attempts });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    if (error instanceof OutboxRefusal) {
      logger.warn({ event: "outbox.refused", kind, messageId: id }, words);
      await db.transaction((tx) => new OutboxRepository(tx).refuse(seq, clock.now(), words));
      return true;
    }
    const pauseMs = PAUSES_MS[Math.min(attempts, PAUSES_MS.length) - 1] ?? SECOND;
    // A pause or two is the weather; a message that keeps failing holds up its key until someone looks.
    const level = attempts < LOUD_FROM_ATTEMPT ? "warn" : "error";
    logger[level]({ event: "outbox.failed", kind, messageId: id, attempt: attempts, pauseMs, err: error }, words);
    await db.transaction((tx) => new OutboxRepository(tx).postpone(seq, clock.now() + pauseMs, words));
    return false;
  }
  await db.transaction((tx) => new OutboxRepository(tx).remove(seq));
  return true;
};
