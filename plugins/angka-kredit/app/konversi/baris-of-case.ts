import type { UnitOfWork } from "../../../../src/plugin-api/index.js";
import { absent } from "../../../kepegawaian/plugin.js";
import type { KonversiDeps } from "./konversi-deps.js";
import type { BarisBerkas } from "./konversi-store.js";

/** The one row of a single person's case file. @throws {AppError} NOT_FOUND when the case file has none. */
export const barisOfCase = async (deps: KonversiDeps, tx: UnitOfWork, caseId: string): Promise<BarisBerkas> => {
  const [row] = (await deps.store(tx).halamanBaris(caseId, { offset: 0, limit: 1 })).rows;
  if (row === undefined) throw absent("grade", caseId);
  return row;
};
