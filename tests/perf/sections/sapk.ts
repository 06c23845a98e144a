import type { BenchPart } from "../bench-section.js";
import { measureSapk } from "../measure-sapk.js";

/** A synchronisation of people with a SIASN on the loopback, in one run: everybody new, then nothing changed. */
export const sapk: BenchPart = ({ quick, say }, measured) => {
  const people = quick ? 500 : 10_000;
  return measured(`synchronisation of ${people} people with SAPK (one run)`, () => measureSapk(people, say));
};
