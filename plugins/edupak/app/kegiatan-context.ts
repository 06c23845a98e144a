import type { CaseFile, UnitOfWork } from "../../../src/plugin-api/index.js";
import type { AturanKonvensional, ButirKegiatan } from "../../angka-kredit/plugin.js";
import { absent, refuse } from "../../kepegawaian/plugin.js";
import { akhirBulan } from "../domain/bulan.js";
import { hitungKegiatan, type KegiatanTerhitung } from "../domain/hitung-kegiatan.js";
import type { Inventarisasi } from "../domain/inventarisasi.js";
import type { UkuranKegiatan } from "../domain/isian-kegiatan.js";
import { inventarisasiBolehMenjadi, type StatusInventarisasi } from "../domain/status-inventarisasi.js";
import { INVENTARISASI_STATUSES } from "./case-statuses.js";
import { type EdupakDeps, JENIS_JABATAN } from "./edupak-deps.js";

/** A month with all that its activities are judged by. */
export interface InventarisasiContext {
  readonly inventarisasi: Inventarisasi;
  readonly ukuran: UkuranKegiatan;
  readonly aturan: AturanKonvensional;
  readonly butirById: ReadonlyMap<string, ButirKegiatan>;
  readonly rows: readonly KegiatanTerhitung[];
}

/** The month of a case file. @throws {AppError} NOT_FOUND when the case file is none. */
export const inventarisasiOfCase = async (deps: EdupakDeps, tx: UnitOfWork, caseId: string): Promise<Inventarisasi> => {
  const found = await deps.store(tx).inventarisasiByCase(caseId);
  if (found === undefined) throw absent("inventarisasi", caseId);
  return found;
};

/** Reads a month with its activities, computed by the rules of its last day. */
export const inventarisasiContext = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  caseId: string,
): Promise<InventarisasiContext> => {
  const store = deps.store(tx);
  const credit = deps.credit(tx);
  const inventarisasi = await inventarisasiOfCase(deps, tx, caseId);
  const { bulan, perorangan } = inventarisasi;
  const lastDay = akhirBulan(bulan);
  const butirById = await credit.butirById(JENIS_JABATAN);
  const aturan = await credit.aturanKonvensional(JENIS_JABATAN, lastDay);
  const rows = hitungKegiatan(await store.kegiatan([inventarisasi.id]), butirById, perorangan, aturan);
  const ukuran = { jenjang: perorangan.jenjang, bulan, butir: [...butirById.values()] };
  return { inventarisasi, ukuran, aturan, butirById, rows };
};

/** Moves the case file of a month on. @throws {AppError} INVALID_STATE when the status model has no such step. */
export const moveInventarisasi = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  caseFile: CaseFile,
  to: StatusInventarisasi,
  more?: { readonly closed?: boolean; readonly scopes?: Readonly<Record<string, string>> },
): Promise<CaseFile> => {
  if (!inventarisasiBolehMenjadi(caseFile.status, to)) {
    const label = (INVENTARISASI_STATUSES as Readonly<Record<string, { label: { id: string } }>>)[caseFile.status]
      ?.label;
    throw refuse(
      `${caseFile.reference} tidak dapat diproses dari keadaan "${label?.id ?? caseFile.status}"`,
      `Expected ${caseFile.reference} to be able to become ${to}, but it is ${caseFile.status}`,
    );
  }
  return deps.cases.setStatus(tx, caseFile, to, more);
};
