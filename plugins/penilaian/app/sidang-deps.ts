import type { PluginServices, UnitOfWork } from "../../../src/plugin-api/index.js";
import { absent, type AcuanCetak, type Pegawai, type Penomoran } from "../../kepegawaian/plugin.js";
import type { Sidang } from "../domain/sidang.js";
import type { SidangStore } from "./sidang-store.js";

/** What sessions are held with; the app hands it over with its own tables. */
export interface SidangDeps extends PluginServices {
  readonly sidang: (tx: UnitOfWork) => SidangStore;
  readonly people: (tx: UnitOfWork) => { pegawai(id: string): Promise<Pegawai | undefined> };
  readonly printing: (tx: UnitOfWork) => AcuanCetak;
  readonly numbers: (tx: UnitOfWork) => Penomoran;
}

/** The session of a case file. @throws {AppError} NOT_FOUND when the case file is none. */
export const sidangOfCase = async (deps: SidangDeps, tx: UnitOfWork, caseId: string): Promise<Sidang> => {
  const sidang = await deps.sidang(tx).sidangByCase(caseId);
  if (sidang === undefined) throw absent("session", caseId);
  return sidang;
};
