import type { FieldChange, SheetRequest, SheetValue, UnitOfWork } from "../../../src/plugin-api/index.js";
import { tulisVolume } from "../../angka-kredit/plugin.js";
import { badInput, type Masalah, refuse, stale } from "../../kepegawaian/plugin.js";
import { AppError } from "../../../src/plugin-api/index.js";
import type { KegiatanTerhitung } from "../domain/hitung-kegiatan.js";
import type { IsiKegiatan, Kegiatan } from "../domain/inventarisasi.js";
import { bacaKegiatan } from "../domain/isian-kegiatan.js";
import type { EdupakDeps } from "./edupak-deps.js";
import type { InventarisasiContext } from "./kegiatan-context.js";
import { tempatBukti, uraianSendiri } from "./kegiatan-view.js";
import { recordAct } from "./record-act.js";

/** Activities of one month at most; more is a mistake of a paste. Source: domain note 5 (10 to 25 a month). */
export const MOST_ROWS = 200;

type Values = Readonly<Record<string, SheetValue>>;

/** An inventarisasi that its owner may change now. */
export interface OpenMonth extends InventarisasiContext {
  readonly at: SheetRequest;
}

const LABELS: Readonly<Record<string, string>> = {
  kode: "Kode kegiatan",
  uraian: "Uraian kegiatan",
  tanggalMulai: "Tanggal mulai",
  tanggalSelesai: "Tanggal selesai",
  volume: "Jumlah volume",
  jam: "Jam diklat",
  penulis: "Peran penulis",
  suratPerintah: "Surat perintah",
  keterangan: "Keterangan",
};

const requireRoom = ({ rows }: OpenMonth, more: number): void => {
  if (rows.length + more > MOST_ROWS)
    throw refuse(`Paling banyak ${MOST_ROWS} kegiatan dalam satu bulan`, `At most ${MOST_ROWS} activities in a month`);
};

const newRow = (deps: EdupakDeps, { inventarisasi, rows }: OpenMonth, isi: IsiKegiatan, place: number): Kegiatan => ({
  ...isi,
  id: deps.ids.next(),
  inventarisasiId: inventarisasi.id,
  urut: Math.max(0, ...rows.map(({ kegiatan }) => kegiatan.urut)) + 1 + place,
  revision: 1,
  nilai: null,
  alasanNilai: null,
  penilaiId: null,
});

/** Adds an activity. @returns the id of the row. @throws {AppError} BAD_INPUT naming each column. */
export const addKegiatan = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  sheet: OpenMonth,
  values: Values,
): Promise<string> => {
  requireRoom(sheet, 1);
  const { isi, masalah } = bacaKegiatan(values, sheet.ukuran);
  if (isi === undefined) throw badInput(masalah, "values.");
  const row = newRow(deps, sheet, isi, 0);
  await deps.store(tx).addKegiatan([row]);
  await recordAct(deps, tx, sheet.at, {
    action: "inventarisasi.row-added",
    story: { id: "menambah kegiatan", en: "added an activity" },
    subject: { type: "Kegiatan", id: row.id },
    changes: changesOf(row.id, {}, shown(sheet, isi)),
  });
  return row.id;
};

/** Adds all activities or none. @throws {AppError} BAD_INPUT with paths such as `rows[3].volume`. */
export const addManyKegiatan = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  sheet: OpenMonth,
  many: readonly Values[],
): Promise<{ readonly added: number }> => {
  requireRoom(sheet, many.length);
  const read = many.map((values) => bacaKegiatan(values, sheet.ukuran));
  const faults = read.flatMap(({ masalah }, index) => masalah.map((each) => ({ ...each, index })));
  if (faults.length > 0) throw badRows(faults);
  const rows = read.flatMap(({ isi }, index) => (isi === undefined ? [] : [newRow(deps, sheet, isi, index)]));
  await keepMany(deps, tx, sheet, rows, {
    id: `menambah ${rows.length} kegiatan sekaligus`,
    en: `added ${rows.length} activities at once`,
  });
  return { added: rows.length };
};

/** Keeps rows that have been read, with one entry in the history. */
export const keepMany = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  sheet: OpenMonth,
  rows: readonly Kegiatan[],
  story: { readonly id: string; readonly en: string },
): Promise<void> => {
  await deps.store(tx).addKegiatan(rows);
  const changes = rows.map((row): FieldChange => {
    const { kode, volume, tanggalMulai } = shown(sheet, row);
    return { field: `rows.${row.id}`, label: "Kegiatan", from: null, to: `${kode}, ${volume}, ${tanggalMulai}` };
  });
  await recordAct(deps, tx, sheet.at, { action: "inventarisasi.rows-added", story, changes });
};

/** Copies of activities into this month that still can be typed there; others are left out. */
export const copyOf = (
  deps: EdupakDeps,
  sheet: OpenMonth,
  found: readonly (KegiatanTerhitung & { readonly tanggal: readonly [mulai: string, selesai: string] })[],
): readonly Kegiatan[] =>
  found
    .flatMap(({ kegiatan, butir, tanggal: [tanggalMulai, tanggalSelesai] }) => {
      const uraian = uraianSendiri(kegiatan, butir);
      const values = { ...typed(kegiatan, butir.kode), uraian, tanggalMulai, tanggalSelesai };
      const { isi } = bacaKegiatan(values, sheet.ukuran);
      return isi === undefined ? [] : [isi];
    })
    .map((isi, index) => newRow(deps, sheet, isi, index));

const badRows = (faults: readonly (Masalah & { readonly index: number })[]): AppError => {
  const say = (language: "id" | "en"): string =>
    faults
      .slice(0, 5)
      .map((each) => `baris ${each.index + 1}: ${each[language]}`)
      .join("; ");
  return new AppError("BAD_INPUT", `Expected valid rows, but ${say("en")}`, {
    detail: { id: say("id"), en: say("en") },
    errors: faults.map(({ index, kolom, id, en }) => ({ path: `rows[${index}].${kolom}`, message: { id, en } })),
  });
};

/** Changes an activity. @throws {AppError} BAD_INPUT, CONFLICT when someone else was faster. */
export const changeKegiatan = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  sheet: OpenMonth,
  found: KegiatanTerhitung,
  revision: number,
  values: Values,
): Promise<void> => {
  const { kegiatan, butir } = found;
  const before = { ...typed(kegiatan, butir.kode), uraian: uraianSendiri(kegiatan, butir) };
  const { isi, masalah } = bacaKegiatan({ ...before, ...values }, sheet.ukuran);
  if (isi === undefined) throw badInput(masalah, "values.");
  if (!(await deps.store(tx).changeKegiatan({ id: kegiatan.id, revision }, isi))) throw stale(`row '${kegiatan.id}'`);
  await recordAct(deps, tx, sheet.at, {
    action: "inventarisasi.row-changed",
    story: { id: "mengubah kegiatan", en: "changed an activity" },
    subject: { type: "Kegiatan", id: kegiatan.id },
    changes: changesOf(kegiatan.id, shown(sheet, kegiatan), shown(sheet, isi)),
  });
};

/** Removes an activity and unties its evidence. */
export const removeKegiatan = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  sheet: OpenMonth,
  { kegiatan }: KegiatanTerhitung,
  revision: number,
): Promise<void> => {
  const { id } = kegiatan;
  if (!(await deps.store(tx).removeKegiatan({ id, revision }))) throw stale(`row '${id}'`);
  const caseId = sheet.at.caseFile.id;
  for (const file of await deps.files.listFor(tx, caseId)) {
    if (file.place === tempatBukti(id)) await deps.files.release(tx, { fileId: file.id, caseId, place: file.place });
  }
  await recordAct(deps, tx, sheet.at, {
    action: "inventarisasi.row-removed",
    story: { id: "menghapus kegiatan", en: "removed an activity" },
    subject: { type: "Kegiatan", id },
    changes: changesOf(id, shown(sheet, kegiatan), {}),
  });
};

/** An activity as it would be typed. */
const typed = (isi: IsiKegiatan, kode: string): Values => ({
  kode,
  uraian: isi.uraian,
  tanggalMulai: isi.tanggalMulai,
  tanggalSelesai: isi.tanggalSelesai,
  volume: tulisVolume(isi.volume),
  jam: isi.jam,
  penulis: isi.penulis,
  suratPerintah: isi.suratPerintah ? "YA" : "TIDAK",
  keterangan: isi.keterangan,
});

const shown = ({ butirById }: OpenMonth, isi: IsiKegiatan): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    Object.entries(typed(isi, butirById.get(isi.butirId)?.kode ?? "")).map(([key, value]) => [
      key,
      value === null ? null : String(value),
    ]),
  );

type Shown = Readonly<Record<string, string | null>>;
const changesOf = (rowId: string, before: Shown, after: Shown): FieldChange[] =>
  Object.entries(LABELS).flatMap(([key, label]) => {
    const [from, to] = [before[key] ?? null, after[key] ?? null];
    return from === to ? [] : [{ field: `rows.${rowId}.${key}`, label, from, to }];
  });
