import type { Localised, Sheet, SheetRequest, SheetRow, UnitOfWork } from "../../../src/plugin-api/index.js";
import { tulisAk, UNSUR } from "../../angka-kredit/plugin.js";
import {
  type BarisBukti,
  buktiDitolak,
  lampirkanBukti,
  lepaskanBukti,
  NILAI_SISA,
  nilaiSisaAction,
  requirePenilai,
  tidakAda,
} from "../../penilaian/plugin.js";
import { dupakContext } from "./dupak-context.js";
import { absent, forbid, refuse } from "./refusals.js";
import { type OpenSheet, requireEditing } from "./rincian-open.js";
import { addActivity, changeActivity, removeActivity } from "./rincian-edit.js";
import { rincianColumns } from "./rincian-columns.js";
import { rincianRights } from "./rincian-rights.js";
import { scoreRest, scoreRow, unscored } from "./rincian-score.js";
import { buktiPerBaris, tempatBukti, totalsOf, viewRow } from "./rincian-view.js";
import type { SiwiDeps } from "./siwi-deps.js";

const OFFERED = 20;
const BUKTI = { tempat: tempatBukti, berkas: "dupak", subject: "DupakRow" };
/** Columns that only assessors write. */
const SCORES = ["nilaiTpi", "keteranganTpi", "nilaiTpp", "keteranganTpp"];

type Found = OpenSheet["rows"][number];
const baris = ({ row, butir }: Found): BarisBukti => ({ id: row.id, kode: butir.kode });
const milikLain = ({ row, butir }: Found): Localised => ({
  id: `Kode ${butir.kode} (${row.uraian}) dibuat pihak lain`,
  en: `Code ${butir.kode} (${row.uraian}) belongs to someone else`,
});

/** Rows of a DUPAK: activities with evidence, then the scores. Source: domain note 1.3. */
export const rincianSheet = (deps: SiwiDeps): Sheet => {
  const open = async (tx: UnitOfWork, at: SheetRequest): Promise<OpenSheet> => {
    if (at.caseFile.status === "TERKUNCI_KUESIONER") {
      throw refuse(
        "Isi kuesioner Kinerja Widyaiswara sampai Selesai sebelum membuka DUPAK",
        "Finish the questionnaire before opening the DUPAK",
      );
    }
    const context = await dupakContext(deps, tx, at.caseFile.id);
    return { ...context, at, rights: rincianRights(at.actor, at.caseFile, context.dupak) };
  };

  const rowNow = async (tx: UnitOfWork, at: SheetRequest, id: string): Promise<SheetRow> => {
    const sheet = await open(tx, at);
    const row = sheet.rows.find((each) => each.row.id === id);
    if (row === undefined) throw absent("row", id);
    const bukti = buktiPerBaris(await deps.files.listFor(tx, at.caseFile.id));
    return viewRow(row, bukti, sheet.rights, columnKeys(sheet));
  };

  const editable = (sheet: OpenSheet, id: string): OpenSheet["rows"][number] => {
    const found = sheet.rows.find((each) => each.row.id === id);
    if (found === undefined) throw absent("row", id);
    requireEditing(sheet);
    if (found.row.sumber !== sheet.rights.edit) {
      throw forbid("Baris ini dibuat pihak lain dan tidak dapat Anda ubah", "This row belongs to someone else");
    }
    return found;
  };

  return {
    id: "rincian",
    title: { id: "Rincian kegiatan", en: "Activities" },
    isOffered: ({ caseFile }) => caseFile.status !== "TERKUNCI_KUESIONER",

    async page(tx, at, { offset, limit, search = "" }) {
      const sheet = await open(tx, at);
      const { rights, rows, dupak } = sheet;
      const columns = rincianColumns(rights, dupak);
      const keys = columnKeys(sheet);
      const wanted = search.trim().toLowerCase();
      const found = byUnsur(rows).filter(({ row, butir }) =>
        `${butir.kode} ${butir.uraian} ${row.uraian}`.toLowerCase().includes(wanted),
      );
      const bukti = buktiPerBaris(await deps.files.listFor(tx, at.caseFile.id));
      return {
        columns,
        rows: found.slice(offset, offset + limit).map((row) => viewRow(row, bukti, rights, keys)),
        total: found.length,
        totals: totalsOf(rows, keys),
        canAdd: rights.add,
        canRemove: rights.edit !== null,
        canAttach: rights.edit !== null,
        progress: progressOf(sheet),
      };
    },

    async actions(tx, at) {
      const { rights, rows } = await open(tx, at);
      if (rights.score === null) return [];
      const { siap, perluAlasan } = unscored(rows, rights.score);
      return nilaiSisaAction({ siap: siap.length, perluAlasan: perluAlasan.map(({ butir }) => butir.kode) });
    },

    async act(tx, at, actionId) {
      const sheet = await open(tx, at);
      if (actionId !== NILAI_SISA || sheet.rights.score === null) throw absent("action", actionId);
      await requirePenilai(deps, tx, at.actor, sheet.dupak);
      await scoreRest(deps, tx, sheet, sheet.rights.score);
    },

    async add(tx, at, values) {
      const sheet = await open(tx, at);
      return rowNow(tx, at, await addActivity(deps, tx, sheet, values));
    },

    async update(tx, at, row, values) {
      const sheet = await open(tx, at);
      if (sheet.rights.score !== null || SCORES.some((key) => key in values))
        await requirePenilai(deps, tx, at.actor, sheet.dupak);
      if (sheet.rights.score !== null) {
        const found = sheet.rows.find((each) => each.row.id === row.id);
        if (found === undefined) throw absent("row", row.id);
        await scoreRow(deps, tx, sheet, sheet.rights.score, found, row.revision, values);
      } else {
        await changeActivity(deps, tx, sheet, editable(sheet, row.id), row.revision, values);
      }
      return rowNow(tx, at, row.id);
    },

    async remove(tx, at, row) {
      const sheet = await open(tx, at);
      await removeActivity(deps, tx, sheet, editable(sheet, row.id), row.revision);
    },

    async attach(tx, at, { id }, fileId) {
      await lampirkanBukti(deps, tx, at, fileId, [baris(editable(await open(tx, at), id))], BUKTI);
      return rowNow(tx, at, id);
    },

    async attachMany(tx, at, ids, fileId) {
      const sheet = await open(tx, at);
      requireEditing(sheet);
      const byId = new Map(sheet.rows.map((each) => [each.row.id, each]));
      const faults = ids.flatMap((id, index) => {
        const found = byId.get(id);
        if (found === undefined) return [{ index, ...tidakAda(index) }];
        return found.row.sumber === sheet.rights.edit ? [] : [{ index, ...milikLain(found) }];
      });
      if (faults.length > 0) throw buktiDitolak(faults);
      const rows = ids.flatMap((id) => byId.get(id) ?? []);
      await lampirkanBukti(deps, tx, at, fileId, rows.map(baris), BUKTI);
    },

    async detach(tx, at, { id }, fileId) {
      await lepaskanBukti(deps, tx, at, fileId, baris(editable(await open(tx, at), id)), BUKTI);
      return rowNow(tx, at, id);
    },

    async search(tx, at, column, text) {
      if (column !== "kode") return [];
      const { butir, dupak } = await open(tx, at);
      const wanted = text.trim().toLowerCase();
      return butir
        .filter((each) => each.tunggal === null || each.jenjang === dupak.perorangan.jenjang)
        .filter((each) => `${each.kode} ${each.uraian}`.toLowerCase().includes(wanted))
        .slice(0, wanted === "" ? butir.length : OFFERED)
        .map((each) => ({
          value: each.kode,
          label: `${each.kode} ${each.uraian}`,
          hint: `${tulisAk(each.ak).replace(".", ",")} / ${each.satuan}`,
        }));
    },
  };
};

/** As a DUPAK is printed: by unsur, within it as entered. */
const byUnsur = (rows: OpenSheet["rows"]): OpenSheet["rows"] =>
  rows.toSorted((a, b) => UNSUR.indexOf(a.butir.unsur) - UNSUR.indexOf(b.butir.unsur));

const columnKeys = ({ rights, dupak }: OpenSheet): readonly string[] =>
  rincianColumns(rights, dupak).map(({ key }) => key);

const progressOf = ({ rights, rows }: OpenSheet): { done: number; of: number } | null => {
  if (rights.score === null) return null;
  const tpi = rights.score === "TPI";
  return { done: rows.filter(({ row }) => (tpi ? row.nilaiTpi : row.nilaiTpp) !== null).length, of: rows.length };
};
