import type { MaybePromise } from "../ports/engine-store.js";
import type { Batch } from "./batch.js";

/** A batch on its way to the store. */
export interface Flight {
  readonly batch: Batch;
  /** Resolves when it is over, well or not. */
  readonly landing: Promise<void>;
  isOver: boolean;
  /** Present when the store did not take the batch. */
  failure: { readonly cause: unknown } | undefined;
}

const HERE = Promise.resolve();

/** Starts a commit. With a synchronous store it is over at once. */
export function startFlight(batch: Batch, commit: () => MaybePromise<void>): Flight {
  const flight: { -readonly [Member in keyof Flight]: Flight[Member] } = {
    batch,
    landing: HERE,
    isOver: true,
    failure: undefined,
  };
  const fail = (cause: unknown): void => {
    flight.failure = { cause };
  };
  try {
    const committing = commit();
    if (committing instanceof Promise) {
      flight.isOver = false;
      const land = (): void => {
        flight.isOver = true;
      };
      flight.landing = committing.catch(fail).finally(land);
    }
  } catch (cause) {
    fail(cause);
  }
  return flight;
}
