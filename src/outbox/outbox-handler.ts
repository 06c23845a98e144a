/** What a handler knows besides the payload. */
export interface Delivery {
  /** Stable over all attempts of one message. */
  readonly messageId: string;
  /** 1 at the first attempt; more means that an earlier one may have got through. */
  readonly attempt: number;
}

/** Delivers one message. Throws OutboxRefusal when it can never work; anything else thrown is tried again. */
export type OutboxHandler = (payload: unknown, delivery: Delivery) => Promise<void>;
