import type { CaseFile, UnitOfWork } from "../../../src/plugin-api/index.js";
import type { AturanKonvensional } from "../../angka-kredit/plugin.js";
import { absent, refuse } from "../../kepegawaian/plugin.js";
import { akhirBulan } from "../domain/bulan.js";
import type { Dupak } from "../domain/dupak.js";
import { hitungKegiatan, type KegiatanTerhitung } from "../domain/hitung-kegiatan.js";
import type { Inventarisasi } from "../domain/inventarisasi.js";
import { DI_PEMILIK, dupakBolehMenjadi, type StatusDupak } from "../domain/status-dupak.js";
import { DUPAK_STATUSES } from "./case-statuses.js";
import { APP, type EdupakDeps, JENIS_JABATAN } from "./edupak-deps.js";

/** A DUPAK with its months and what the rules make of their activities. */
export interface DupakContext {
  readonly dupak: Dupak;
  readonly months: readonly Inventarisasi[];
  readonly rows: readonly KegiatanTerhitung[];
  readonly aturan: AturanKonvensional;
}

/** The DUPAK of a case file. @throws {AppError} NOT_FOUND when the case file is none. */
export const dupakOfCase = async (deps: EdupakDeps, tx: UnitOfWork, caseId: string): Promise<Dupak> => {
  const dupak = await deps.store(tx).dupakByCase(caseId);
  if (dupak === undefined) throw absent("DUPAK", caseId);
  return dupak;
};

/** Months of the owner within the masa penilaian, with the status of each. */
export const monthsWithin = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  { pemilikId, masaMulai, masaSelesai }: Pick<Dupak, "pemilikId" | "masaMulai" | "masaSelesai">,
): Promise<readonly { readonly month: Inventarisasi; readonly caseFile: CaseFile }[]> => {
  const files = await deps.cases.list(tx, { app: APP, type: "inventarisasi", ownerId: pemilikId });
  const byId = new Map(files.map((file) => [file.id, file]));
  const within = (await deps.store(tx).inventarisasiOf(pemilikId)).filter(
    ({ bulan }) => masaMulai <= bulan && bulan <= masaSelesai,
  );
  return within.flatMap((month) => {
    const caseFile = byId.get(month.caseId);
    return caseFile === undefined ? [] : [{ month, caseFile }];
  });
};

/** Months in it: those approved while its owner has it, afterwards those that were sent with it. */
const monthsOf = async (deps: EdupakDeps, tx: UnitOfWork, dupak: Dupak): Promise<readonly Inventarisasi[]> => {
  const { status } = await deps.cases.get(tx, dupak.caseId);
  if (!DI_PEMILIK.includes(status)) return deps.store(tx).inventarisasiInDupak(dupak.id);
  const within = await monthsWithin(deps, tx, dupak);
  return within.filter(({ caseFile }) => caseFile.status === "DISETUJUI_ATASAN").map(({ month }) => month);
};

/** Reads a DUPAK with its activities, computed by the rules of the last day of the masa penilaian. */
export const dupakContext = async (deps: EdupakDeps, tx: UnitOfWork, caseId: string): Promise<DupakContext> => {
  const credit = deps.credit(tx);
  const dupak = await dupakOfCase(deps, tx, caseId);
  const months = await monthsOf(deps, tx, dupak);
  const aturan = await credit.aturanKonvensional(JENIS_JABATAN, akhirBulan(dupak.masaSelesai));
  const kegiatan = await deps.store(tx).kegiatan(months.map(({ id }) => id));
  const rows = hitungKegiatan(kegiatan, await credit.butirById(JENIS_JABATAN), dupak.perorangan, aturan);
  return { dupak, months, rows, aturan };
};

/** Moves the case file of a DUPAK on. @throws {AppError} INVALID_STATE when the status model has no such step. */
export const moveDupak = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  caseFile: CaseFile,
  to: StatusDupak,
  more?: { readonly closed?: boolean; readonly scopes?: Readonly<Record<string, string>> },
): Promise<CaseFile> => {
  if (!dupakBolehMenjadi(caseFile.status, to)) {
    const label = (DUPAK_STATUSES as Readonly<Record<string, { label: { id: string } }>>)[caseFile.status]?.label;
    throw refuse(
      `DUPAK ${caseFile.reference} tidak dapat diproses dari keadaan "${label?.id ?? caseFile.status}"`,
      `Expected DUPAK ${caseFile.reference} to be able to become ${to}, but it is ${caseFile.status}`,
    );
  }
  return deps.cases.setStatus(tx, caseFile, to, more);
};
