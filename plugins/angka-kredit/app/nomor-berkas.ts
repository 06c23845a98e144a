import type { Clock, UnitOfWork } from "../../../src/plugin-api/index.js";
import { type Penomoran, tanggalWib } from "../../kepegawaian/plugin.js";

interface NomorDeps {
  readonly clock: Clock;
  readonly numbers: (tx: UnitOfWork) => Pick<Penomoran, "nextNumber">;
}

/** Reference of a new case file, such as `KONV-2026-0012`. */
export const nomorBerkas = async (deps: NomorDeps, tx: UnitOfWork, awalan: string): Promise<string> => {
  const year = tanggalWib(deps.clock.now()).slice(0, 4);
  const number = await deps.numbers(tx).nextNumber(`ak:${awalan}:${year}`);
  return `${awalan}-${year}-${String(number).padStart(4, "0")}`;
};
