import type { CaseFile, UnitOfWork } from "../../../src/plugin-api/index.js";
import type { AturanKonvensional, ButirKegiatan } from "../../angka-kredit/plugin.js";
import type { Dupak } from "../domain/dupak.js";
import type { Periode } from "../domain/periode.js";
import { type BarisHitung, hitungRincian } from "../domain/rincian.js";
import { bolehBerpindah, type StatusDupak } from "../domain/status-dupak.js";
import { DUPAK_STATUSES } from "./case-statuses.js";
import { absent, refuse } from "./refusals.js";
import { JENIS_JABATAN, type SiwiDeps } from "./siwi-deps.js";

/** A DUPAK with all that its rows are judged by. */
export interface DupakContext {
  readonly dupak: Dupak;
  readonly periode: Periode;
  /** Activities in force at the end of the period. */
  readonly butir: readonly ButirKegiatan[];
  readonly aturan: AturanKonvensional;
  readonly rows: readonly BarisHitung[];
}

/** The DUPAK of a case file. @throws {AppError} NOT_FOUND when the case file is none. */
export const dupakOfCase = async (deps: SiwiDeps, tx: UnitOfWork, caseId: string): Promise<Dupak> => {
  const dupak = await deps.store(tx).dupakByCase(caseId);
  if (dupak === undefined) throw absent("DUPAK", caseId);
  return dupak;
};

/** Reads a DUPAK with its rows, computed. */
export const dupakContext = async (deps: SiwiDeps, tx: UnitOfWork, caseId: string): Promise<DupakContext> => {
  const store = deps.store(tx);
  const credit = deps.credit(tx);
  const dupak = await dupakOfCase(deps, tx, caseId);
  const periode = (await store.periodes()).find(({ id }) => id === dupak.periodeId);
  if (periode === undefined) throw absent("period", dupak.periodeId);
  const aturan = await credit.aturanKonvensional(JENIS_JABATAN, periode.masaSelesai);
  const butir = await credit.butir(JENIS_JABATAN, periode.masaSelesai);
  const rows = hitungRincian(
    await store.rows(dupak.id),
    await credit.butirById(JENIS_JABATAN),
    dupak.perorangan,
    aturan,
  );
  return { dupak, periode, butir, aturan, rows };
};

/** Moves the case file of a DUPAK on. @throws {AppError} INVALID_STATE when the status model has no such step. */
export const moveDupak = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  caseFile: CaseFile,
  to: StatusDupak,
  more?: { readonly closed?: boolean },
): Promise<CaseFile> => {
  if (!bolehBerpindah(caseFile.status, to)) {
    const label = (DUPAK_STATUSES as Readonly<Record<string, { label: { id: string; en: string } }>>)[caseFile.status]
      ?.label;
    throw refuse(
      `DUPAK ${caseFile.reference} tidak dapat diproses dari keadaan "${label?.id ?? caseFile.status}"`,
      `Expected DUPAK ${caseFile.reference} to be able to become ${to}, but it is ${caseFile.status}`,
    );
  }
  return deps.cases.setStatus(tx, caseFile, to, more);
};
