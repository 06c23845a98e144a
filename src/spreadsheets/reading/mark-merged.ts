import type { MergedRange } from "./merged-ranges.js";
import type { RawCell, RawRow } from "./raw-row.js";

/**
 * Marks the cells of merged ranges, row by row from top to bottom. Only ranges that reach over a row are looked at for it, so that many
 * ranges over many rows cost no more than they cover.
 */
export class MergedMarker {
  #next = 0;
  #active: MergedRange[] = [];

  constructor(private readonly ranges: readonly MergedRange[]) {}

  mark(row: RawRow): RawRow {
    this.#active = this.#active.filter(({ bottom }) => bottom >= row.number);
    for (let range = this.ranges[this.#next]; range !== undefined; range = this.ranges[this.#next]) {
      if (range.top > row.number) break;
      this.#next += 1;
      if (range.bottom >= row.number) this.#active.push(range);
    }
    if (this.#active.length === 0) return row;
    const cells = new Map<number, RawCell>(row.cells);
    for (const range of this.#active) {
      for (let column = range.left; column <= range.right; column++) {
        const isFirst = row.number === range.top && column === range.left;
        cells.set(column, { kind: "merged", text: isFirst ? (row.cells.get(column)?.text ?? "") : "" });
      }
    }
    return { number: row.number, cells };
  }
}
