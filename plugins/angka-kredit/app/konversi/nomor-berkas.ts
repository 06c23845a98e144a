import type { UnitOfWork } from "../../../../src/plugin-api/index.js";
import { tanggalWib } from "../../../kepegawaian/plugin.js";
import type { KonversiDeps } from "./konversi-deps.js";

/** Reference of a new case file, such as `KONV-2026-0012`. */
export const nomorBerkas = async (deps: KonversiDeps, tx: UnitOfWork, awalan: string): Promise<string> => {
  const year = tanggalWib(deps.clock.now()).slice(0, 4);
  const number = await deps.numbers(tx).nextNumber(`ak:${awalan}:${year}`);
  return `${awalan}-${year}-${String(number).padStart(4, "0")}`;
};
