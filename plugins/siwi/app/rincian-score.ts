import type { FieldChange, SheetValue, UnitOfWork } from "../../../src/plugin-api/index.js";
import { type Ak, tulisAk } from "../../angka-kredit/plugin.js";
import { bacaNilai, kolomNilai, type Tim } from "../domain/penilaian.js";
import type { BarisHitung } from "../domain/rincian.js";
import { badInput, stale } from "./refusals.js";
import type { OpenSheet } from "./rincian-open.js";
import { recordAct } from "./record-act.js";
import type { SiwiDeps } from "./siwi-deps.js";

type Act = Parameters<typeof recordAct>[3];

const text = (value: SheetValue | undefined): string => (value === undefined || value === null ? "" : String(value));
const shown = (value: Ak | null): string | null => (value === null ? null : tulisAk(value).replace(".", ","));

/** What a score of this team is held against. Source: domain note 1.3.3, 1.3.4. */
const nilaiSebelumnya = (tim: Tim, { row, hitung }: BarisHitung): Ak =>
  tim === "TPI" ? hitung.angkaKredit : (row.nilaiTpi ?? hitung.angkaKredit);

/** Rows without a score of this team: those that can get what was proposed, and those for which that needs a reason. */
export const unscored = (
  rows: readonly BarisHitung[],
  tim: Tim,
): { readonly siap: readonly BarisHitung[]; readonly perluAlasan: readonly BarisHitung[] } => {
  const rest = rows.filter(({ row }) => (tim === "TPI" ? row.nilaiTpi : row.nilaiTpp) === null);
  const asBefore = (found: BarisHitung): boolean => found.hitung.angkaKredit === nilaiSebelumnya(tim, found);
  return { siap: rest.filter(asBefore), perluAlasan: rest.filter((found) => !asBefore(found)) };
};

/** Keeps the score of one row with its reason. @returns what the history is to say of it. */
const keepScore = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  sheet: OpenSheet,
  tim: Tim,
  found: BarisHitung,
  revision: number,
  values: Readonly<Record<string, SheetValue>>,
): Promise<Act> => {
  const { row, hitung } = found;
  const column = kolomNilai(tim);
  const tpi = tim === "TPI";
  const before = tpi ? row.nilaiTpi : row.nilaiTpp;
  const reasonBefore = tpi ? row.keteranganTpi : row.keteranganTpp;
  const typed = column.nilai in values ? text(values[column.nilai]) : before === null ? "" : tulisAk(before);
  const keterangan = column.keterangan in values ? text(values[column.keterangan]).trim() : (reasonBefore ?? "");
  const { nilai, masalah } = bacaNilai(tim, {
    nilai: typed,
    keterangan,
    usul: hitung.angkaKredit,
    sebelumnya: nilaiSebelumnya(tim, found),
  });
  if (nilai === undefined) throw badInput(masalah, "values.");
  const reason = keterangan === "" ? null : keterangan;
  const change = tpi ? { nilaiTpi: nilai, keteranganTpi: reason } : { nilaiTpp: nilai, keteranganTpp: reason };
  if (!(await deps.store(tx).changeRow({ ...row, revision }, change))) throw stale(`row '${row.id}'`);
  const changes: FieldChange[] = [
    { field: `rows.${row.id}.${column.nilai}`, label: `Nilai ${tim}`, from: shown(before), to: shown(nilai) },
    ...(reason === reasonBefore
      ? []
      : [{ field: `rows.${row.id}.${column.keterangan}`, label: `Keterangan ${tim}`, from: reasonBefore, to: reason }]),
  ];
  return {
    action: tpi ? "dupak.scored-by-tpi" : "dupak.scored-by-tpp",
    subject: { type: "DupakRow", id: row.id },
    story: { id: `menilai kegiatan kode ${found.butir.kode}`, en: `scored activity ${found.butir.kode}` },
    changes,
    reason,
  };
};

/** Saves the score of one row; old and new value go into the history. Source: domain note 1.3.3. */
export const scoreRow = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  sheet: OpenSheet,
  tim: Tim,
  found: BarisHitung,
  revision: number,
  values: Readonly<Record<string, SheetValue>>,
): Promise<void> => {
  await recordAct(deps, tx, sheet.at, await keepScore(deps, tx, sheet, tim, found, revision, values));
};

/** Scores as proposed what can be; what one row keeps is what scoring it alone would keep. */
export const scoreRest = async (deps: SiwiDeps, tx: UnitOfWork, sheet: OpenSheet, tim: Tim): Promise<void> => {
  const { nilai } = kolomNilai(tim);
  const acts: Act[] = [];
  for (const found of unscored(sheet.rows, tim).siap) {
    const values = { [nilai]: tulisAk(found.hitung.angkaKredit) };
    acts.push(await keepScore(deps, tx, sheet, tim, found, found.row.revision, values));
  }
  // Last, since the first entry holds up everybody else's: one of them may hold a row that comes later here.
  for (const act of acts) await recordAct(deps, tx, sheet.at, act);
};
