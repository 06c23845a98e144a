/** Running and official numbers; one per unit of work. Source: domain note 1.8.3. */
export interface Penomoran {
  /** Official number taken for `key`; the first time `make` makes it. */
  officialNumber(key: string, make: () => Promise<string>): Promise<string>;
  /** Next number of a counter, from 1; never the same twice. */
  nextNumber(counter: string): Promise<number>;
  /** Lifts a counter to at least this number. */
  raiseNumber(counter: string, atLeast: number): Promise<void>;
}
