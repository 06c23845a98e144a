import type { FieldChange, SheetValue, UnitOfWork } from "../../../src/plugin-api/index.js";
import { type Ak, tulisAk } from "../../angka-kredit/plugin.js";
import { requirePenilai } from "../../penilaian/plugin.js";
import { bacaNilai, kolomNilai, type Tim } from "../domain/penilaian.js";
import type { BarisHitung } from "../domain/rincian.js";
import { badInput, stale } from "./refusals.js";
import type { OpenSheet } from "./rincian-open.js";
import { recordAct } from "./record-act.js";
import type { SiwiDeps } from "./siwi-deps.js";

const text = (value: SheetValue | undefined): string => (value === undefined || value === null ? "" : String(value));
const shown = (value: Ak | null): string | null => (value === null ? null : tulisAk(value).replace(".", ","));

/** Saves the score of one row with its reason; old and new value go into the history. Source: domain note 1.3.3. */
export const scoreRow = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  sheet: OpenSheet,
  tim: Tim,
  found: BarisHitung,
  revision: number,
  values: Readonly<Record<string, SheetValue>>,
): Promise<void> => {
  await requirePenilai(deps, tx, sheet.at.actor, sheet.dupak);
  const { row, hitung } = found;
  const column = kolomNilai(tim);
  const tpi = tim === "TPI";
  const before = tpi ? row.nilaiTpi : row.nilaiTpp;
  const reasonBefore = tpi ? row.keteranganTpi : row.keteranganTpp;
  const typed = column.nilai in values ? text(values[column.nilai]) : before === null ? "" : tulisAk(before);
  const keterangan = column.keterangan in values ? text(values[column.keterangan]).trim() : (reasonBefore ?? "");
  const sebelumnya = tpi ? hitung.angkaKredit : (row.nilaiTpi ?? hitung.angkaKredit);
  const { nilai, masalah } = bacaNilai(tim, { nilai: typed, keterangan, usul: hitung.angkaKredit, sebelumnya });
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
  await recordAct(deps, tx, sheet.at, {
    action: tpi ? "dupak.scored-by-tpi" : "dupak.scored-by-tpp",
    subject: { type: "DupakRow", id: row.id },
    story: { id: `menilai kegiatan kode ${found.butir.kode}`, en: `scored activity ${found.butir.kode}` },
    changes,
    reason,
  });
};
