import type { FieldChange, SheetValue, UnitOfWork } from "../../../src/plugin-api/index.js";
import { tulisVolume } from "../../angka-kredit/plugin.js";
import type { DupakRow } from "../domain/dupak.js";
import { bacaIsian, type BarisHitung, type IsiBaris, type Isian, type Ukuran } from "../domain/rincian.js";
import { badInput, refuse, stale } from "./refusals.js";
import { type OpenSheet, requireEditing } from "./rincian-open.js";
import { tempatBukti } from "./rincian-view.js";
import { recordAct } from "./record-act.js";
import type { SiwiDeps } from "./siwi-deps.js";

/** Rows of one DUPAK at most; more is a mistake of an import. */
const MOST_ROWS = 500;
const LABELS: Readonly<Record<string, string>> = {
  kode: "Kode kegiatan",
  uraian: "Uraian kegiatan",
  tanggalMulai: "Tanggal mulai",
  tanggalSelesai: "Tanggal selesai",
  tempat: "Tempat",
  volume: "Volume",
  penulis: "Peran penulis",
};

const ukuranOf = ({ dupak, periode, butir, rights }: OpenSheet): Ukuran => ({
  jenjang: dupak.perorangan.jenjang,
  masaMulai: periode.masaMulai,
  masaSelesai: periode.masaSelesai,
  // On paper only pengembangan profesi may come. Source: domain note 1.3.1.
  butir: rights.edit === "MANUAL" ? butir.filter(({ unsur }) => unsur === "PP") : butir,
});

const check = (sheet: OpenSheet, values: Isian): IsiBaris => {
  const { isi, masalah } = bacaIsian(values, ukuranOf(sheet));
  if (isi === undefined) throw badInput(masalah, "values.");
  return isi;
};

/** Adds an activity. @returns the id of the row. @throws {AppError} BAD_INPUT, INVALID_STATE after Kirim. */
export const addActivity = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  sheet: OpenSheet,
  values: Readonly<Record<string, SheetValue>>,
): Promise<string> => {
  const { dupak, rights, rows } = sheet;
  requireEditing(sheet);
  if (!rights.add)
    throw refuse("Setelah DUPAK dikirim, kegiatan tidak dapat ditambah lagi", "Nothing can be added after sending");
  if (rows.length >= MOST_ROWS)
    throw refuse(`Paling banyak ${MOST_ROWS} baris dalam satu DUPAK`, `At most ${MOST_ROWS} rows`);
  const isi = check(sheet, values);
  const row: DupakRow = {
    ...isi,
    id: deps.ids.next(),
    dupakId: dupak.id,
    urut: Math.max(0, ...rows.map((each) => each.row.urut)) + 1,
    revision: 1,
    sumber: rights.edit ?? "ONLINE",
    nilaiTpi: null,
    keteranganTpi: null,
    nilaiTpp: null,
    keteranganTpp: null,
  };
  await deps.store(tx).addRow(row);
  const changes = changesOf(row.id, {}, valuesOf(sheet, isi));
  await remember(deps, tx, sheet, row.id, "dupak.row-added", "menambah kegiatan", "added an activity", changes);
  return row.id;
};

/** Changes an activity; scores given before fall away, since they were given for something else. */
export const changeActivity = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  sheet: OpenSheet,
  found: BarisHitung,
  revision: number,
  values: Readonly<Record<string, SheetValue>>,
): Promise<void> => {
  const before = valuesOf(sheet, found.row);
  const isi = check(sheet, { ...before, ...values });
  const unscored = { nilaiTpi: null, keteranganTpi: null, nilaiTpp: null, keteranganTpp: null };
  if (!(await deps.store(tx).changeRow({ ...found.row, revision }, { ...isi, ...unscored })))
    throw stale(`row '${found.row.id}'`);
  const changes = changesOf(found.row.id, before, valuesOf(sheet, isi));
  await remember(
    deps,
    tx,
    sheet,
    found.row.id,
    "dupak.row-changed",
    "mengubah kegiatan",
    "changed an activity",
    changes,
  );
};

/** Removes an activity and unties its evidence. */
export const removeActivity = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  sheet: OpenSheet,
  found: BarisHitung,
  revision: number,
): Promise<void> => {
  const { id } = found.row;
  if (!(await deps.store(tx).removeRow({ id, revision }))) throw stale(`row '${id}'`);
  const caseId = sheet.at.caseFile.id;
  for (const file of await deps.files.listFor(tx, caseId)) {
    if (file.place === tempatBukti(id)) await deps.files.release(tx, { fileId: file.id, caseId, place: file.place });
  }
  const changes = changesOf(id, valuesOf(sheet, found.row), {});
  await remember(deps, tx, sheet, id, "dupak.row-removed", "menghapus kegiatan", "removed an activity", changes);
};

const valuesOf = ({ butir, rows }: OpenSheet, isi: IsiBaris): Readonly<Record<string, string | null>> => ({
  kode:
    butir.find(({ id }) => id === isi.butirId)?.kode ??
    rows.find((each) => each.butir.id === isi.butirId)?.butir.kode ??
    null,
  uraian: isi.uraian,
  tanggalMulai: isi.tanggalMulai,
  tanggalSelesai: isi.tanggalSelesai,
  tempat: isi.tempat,
  volume: tulisVolume(isi.volume),
  penulis: isi.penulis,
});

type Values = Readonly<Record<string, string | null>>;

const changesOf = (rowId: string, before: Values, after: Values): FieldChange[] =>
  Object.entries(LABELS).flatMap(([key, label]) => {
    const [from, to] = [before[key] ?? null, after[key] ?? null];
    return from === to ? [] : [{ field: `rows.${rowId}.${key}`, label, from, to }];
  });

const remember = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  { at }: OpenSheet,
  rowId: string,
  action: string,
  id: string,
  en: string,
  changes: readonly FieldChange[],
): Promise<void> => {
  await recordAct(deps, tx, at, { action, subject: { type: "DupakRow", id: rowId }, story: { id, en }, changes });
};
