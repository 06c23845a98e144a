import type { CaseFiles, Clock, History, IdGenerator, UnitOfWork } from "../../../src/plugin-api/index.js";
import type { Instansi } from "../domain/pegawai.js";
import type { AcuanCetak } from "./acuan-cetak.js";
import type { Penomoran } from "./penomoran.js";

/** What a change of heads, signatories and patterns needs. */
export interface PrintingDeps {
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly cases: CaseFiles;
  readonly history: History;
  readonly printing: (tx: UnitOfWork) => AcuanCetak;
  readonly numbers: (tx: UnitOfWork) => Pick<Penomoran, "nextNumber">;
  readonly people: (tx: UnitOfWork) => { instansi(id: string): Promise<Instansi | undefined> };
}
