import type { Statement, StatementSink } from "./statement-sink.js";

/** Marks of values that are no text. A text is marked by its length. */
export const MARK = { none: -1, number: -2, bigint: -3 } as const;

/**
 * The statements of one commit for another thread. Three lists of numbers and one text cross the border between threads at the
 * cost of a copy, where thousands of values would each be written and read again.
 */
export interface PackedStatements {
  /** Numbers of the statements. */
  readonly statements: Int32Array<ArrayBuffer>;
  /** A mark for each value of each statement. */
  readonly marks: Int32Array<ArrayBuffer>;
  /** The numbers among the values. */
  readonly numbers: Float64Array<ArrayBuffer>;
  /** The 64-bit whole numbers among the values: of callers who use keys that were not made here. */
  readonly bigints: readonly bigint[];
  /** The texts among the values, one behind the other. */
  readonly text: string;
}

const FIRST_ROOM = 1024;

/** Packs statements. Their numbers are those that `numberOf` gives. */
export class StatementPacker implements StatementSink {
  #statements = new Int32Array(FIRST_ROOM);
  #marks = new Int32Array(FIRST_ROOM);
  #numbers = new Float64Array(FIRST_ROOM);
  #bigints: bigint[] = [];
  #text = "";
  #statementCount = 0;
  #markCount = 0;
  #numberCount = 0;

  constructor(private readonly numberOf: (statement: Statement) => number) {}

  begin(statement: Statement): void {
    if (this.#statementCount === this.#statements.length) this.#statements = roomier(this.#statements, Int32Array);
    this.#statements[this.#statementCount++] = this.numberOf(statement);
  }

  text(value: string): void {
    this.#mark(value.length);
    this.#text += value;
  }

  number(value: number): void {
    this.#mark(MARK.number);
    if (this.#numberCount === this.#numbers.length) this.#numbers = roomier(this.#numbers, Float64Array);
    this.#numbers[this.#numberCount++] = value;
  }

  bigint(value: bigint): void {
    this.#mark(MARK.bigint);
    this.#bigints.push(value);
  }

  none(): void {
    this.#mark(MARK.none);
  }

  /** Everything since the last call. */
  take(): PackedStatements {
    const packed = {
      statements: this.#statements.slice(0, this.#statementCount),
      marks: this.#marks.slice(0, this.#markCount),
      numbers: this.#numbers.slice(0, this.#numberCount),
      bigints: this.#bigints,
      text: this.#text,
    };
    this.#bigints = [];
    this.#text = "";
    [this.#statementCount, this.#markCount, this.#numberCount] = [0, 0, 0];
    return packed;
  }

  #mark(mark: number): void {
    if (this.#markCount === this.#marks.length) this.#marks = roomier(this.#marks, Int32Array);
    this.#marks[this.#markCount++] = mark;
  }
}

function roomier<List extends Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>>(
  list: List,
  Kind: new (length: number) => List,
): List {
  const larger = new Kind(list.length * 2);
  larger.set(list);
  return larger;
}
