/** Something that waits, with the rows it counts for. */
interface Weighed {
  readonly weight: number;
}

/** What waits for the writer, oldest first; knows how much it counts for. */
export class CommandQueue<Item extends Weighed> {
  #items: Item[] = [];
  #rows = 0;

  get length(): number {
    return this.#items.length;
  }

  /** Rows that all waiting items count for. */
  get rows(): number {
    return this.#rows;
  }

  push(item: Item): void {
    this.#items.push(item);
    this.#rows += item.weight;
  }

  /** The oldest: at most `count`, and no more than `rows`; unless the first alone is more and may be. */
  take(count: number, rows = Number.POSITIVE_INFINITY, mayExceed = true): Item[] {
    let [taken, weight] = [0, 0];
    for (const item of this.#items) {
      if (taken >= count || ((taken > 0 || !mayExceed) && weight + item.weight > rows)) break;
      taken += 1;
      weight += item.weight;
    }
    this.#rows -= weight;
    return this.#items.splice(0, taken);
  }

  /** Puts what was taken before everything that waits. */
  putBack(items: readonly Item[]): void {
    this.#items = [...items, ...this.#items];
    for (const { weight } of items) this.#rows += weight;
  }
}
