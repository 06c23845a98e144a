import { ApiProblem } from "../problem.js";

/** What one request holds of the budget. */
export interface HeldBytes {
  /** The body is as long as this, whatever was announced. */
  resize(bytes: number): void;
  release(): void;
}

/** Bytes of the bodies of all requests that are being read or answered; beyond it, requests are refused at once. */
export class RequestBudget {
  #taken = 0;

  constructor(private readonly maxBytes: number) {}

  /**
   * Lets a request in whose body is announced to have `bytes`. One that is alone is always let in.
   *
   * @throws {ApiProblem} 503 RESOURCE_EXHAUSTED when too much is held already: before memory grows, not after.
   */
  take(bytes: number): HeldBytes {
    if (this.#taken > 0 && this.#taken + bytes > this.maxBytes)
      throw new ApiProblem(
        503,
        "RESOURCE_EXHAUSTED",
        "Expected the engine to have room for the request, but it is busy with others: send it again later",
        { connection: "close" }, // its body is not read
      );
    let held = bytes;
    this.#taken += held;
    const resize = (to: number): void => {
      this.#taken += to - held;
      held = to;
    };
    return { resize, release: () => resize(0) };
  }
}
