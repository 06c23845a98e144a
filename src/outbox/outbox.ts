import type { UnitOfWork } from "../platform/db/index.js";

/**
 * A message that leaves after the transaction that wrote it: at once when all is well, again after a crash or a failure.
 * Handlers are idempotent: "already done" counts as done.
 */
export interface OutboxMessage {
  /** Name of the handler, e.g. `engine.complete-user-task`, `mail`, `telegram`. */
  readonly kind: string;
  /** Messages of one key are sent one after another, in the order they were written. */
  readonly orderKey: string;
  readonly payload: unknown;
  /** Epoch ms before which it is not sent. */
  readonly notBefore?: number;
}

export interface Outbox {
  enqueue(tx: UnitOfWork, message: OutboxMessage): Promise<void>;
}
