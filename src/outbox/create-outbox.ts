import type { Clock, IdGenerator, Logger } from "../platform/index.js";
import type { Database } from "../platform/db/index.js";
import type { Outbox } from "./outbox.js";

export interface OutboxDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly logger: Logger;
}

/** What a handler knows besides the payload. */
export interface Delivery {
  /** Stable over all attempts of one message. */
  readonly messageId: string;
  /** 1 at the first attempt. */
  readonly attempt: number;
}

export type OutboxHandler = (payload: unknown, delivery: Delivery) => Promise<void>;

/** A message that could not be delivered so far. */
export interface StuckMessage {
  readonly id: string;
  readonly kind: string;
  readonly orderKey: string;
  readonly attempts: number;
  readonly lastError: string;
  /** True: set aside for good; false: tried again at `nextAt`. */
  readonly refused: boolean;
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
  /** Tries the due messages of one order key and waits for the outcome of the first try, whatever it is. */
  settle(orderKey: string): Promise<void>;
  /** Messages with failed attempts. */
  stuck(limit?: number): Promise<readonly StuckMessage[]>;
}

export declare function createOutbox(deps: OutboxDeps): OutboxService;
