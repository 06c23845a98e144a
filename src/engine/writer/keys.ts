import type { Key } from "../state/rows.js";

/** The first key: partition 1 of a cluster begins here (2^51). */
export const FIRST_KEY = 2 ** 51;

/** One counter for everything that has a key. Below 2^53, so that numbers count exactly. */
export class KeyGenerator {
  #last = FIRST_KEY - 1;

  constructor(last: Key | undefined) {
    if (last !== undefined) this.#last = Number(last);
  }

  next(): Key {
    this.#last += 1;
    return String(this.#last);
  }

  get last(): Key {
    return String(this.#last);
  }
}
