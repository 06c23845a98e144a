import type { Sheet, SheetRequest, SheetRow, UnitOfWork } from "../../../src/plugin-api/index.js";
import { tulisAk } from "../../angka-kredit/plugin.js";
import { absent, forbid, refuse } from "../../kepegawaian/plugin.js";
import { type BarisBukti, buktiDitolak, lampirkanBukti, lepaskanBukti, tidakAda } from "../../penilaian/plugin.js";
import { akhirBulan, awalBulan } from "../domain/bulan.js";
import type { KegiatanTerhitung } from "../domain/hitung-kegiatan.js";
import { butirTersedia } from "../domain/isian-kegiatan.js";
import { DAPAT_DIUBAH } from "../domain/status-inventarisasi.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { actOnKegiatan, kegiatanActions } from "./kegiatan-actions.js";
import { kegiatanColumns } from "./kegiatan-columns.js";
import { inventarisasiContext } from "./kegiatan-context.js";
import { addKegiatan, addManyKegiatan, changeKegiatan, type OpenMonth, removeKegiatan } from "./kegiatan-edit.js";
import { buktiPerBaris, byUnsur, tempatBukti, totalsOf, viewKegiatan } from "./kegiatan-view.js";

const OFFERED = 20;
const BUKTI = { tempat: tempatBukti, berkas: "inventarisasi", subject: "Kegiatan" };

const baris = ({ kegiatan, butir }: KegiatanTerhitung): BarisBukti => ({ id: kegiatan.id, kode: butir.kode });

const mayEdit = ({ caseFile, actor }: SheetRequest): boolean =>
  caseFile.ownerId === actor.userId && DAPAT_DIUBAH.includes(caseFile.status);

/** Activities of a month: typed, pasted or copied by their owner, each with its evidence. Source: domain note 3.4. */
export const kegiatanSheet = (deps: EdupakDeps): Sheet => {
  const open = async (tx: UnitOfWork, at: SheetRequest): Promise<OpenMonth> => ({
    ...(await inventarisasiContext(deps, tx, at.caseFile.id)),
    at,
  });

  const openToEdit = async (tx: UnitOfWork, at: SheetRequest): Promise<OpenMonth> => {
    if (at.caseFile.ownerId !== at.actor.userId)
      throw forbid("Hanya pemilik inventarisasi yang dapat mengubahnya", "Only its owner may change an inventarisasi");
    if (!mayEdit(at)) {
      throw refuse(
        "Inventarisasi sudah diajukan; kegiatan tidak dapat diubah lagi",
        "The month has been sent; its activities cannot be changed",
      );
    }
    return open(tx, at);
  };

  const found = ({ rows }: OpenMonth, id: string): KegiatanTerhitung => {
    const row = rows.find(({ kegiatan }) => kegiatan.id === id);
    if (row === undefined) throw absent("row", id);
    return row;
  };

  const rowNow = async (tx: UnitOfWork, at: SheetRequest, id: string): Promise<SheetRow> => {
    const bukti = buktiPerBaris(await deps.files.listFor(tx, at.caseFile.id));
    return viewKegiatan(found(await open(tx, at), id), bukti);
  };

  return {
    id: "kegiatan",
    title: { id: "Kegiatan bulan ini", en: "Activities of the month" },

    async page(tx, at, { offset, limit, search = "" }) {
      const { rows } = await open(tx, at);
      const wanted = search.trim().toLowerCase();
      const shown = byUnsur(rows).filter(({ kegiatan, butir }) =>
        `${butir.kode} ${butir.uraian} ${kegiatan.uraian} ${kegiatan.keterangan}`.toLowerCase().includes(wanted),
      );
      const bukti = buktiPerBaris(await deps.files.listFor(tx, at.caseFile.id));
      const editable = mayEdit(at);
      return {
        columns: kegiatanColumns(editable),
        rows: shown.slice(offset, offset + limit).map((row) => viewKegiatan(row, bukti)),
        total: shown.length,
        totals: totalsOf(rows, { jumlahAk: ({ hitung }) => hitung.angkaKredit }),
        canAdd: editable,
        canRemove: editable,
        canAttach: editable,
        canPaste: editable,
        progress: null,
      };
    },

    actions: (tx, at) => kegiatanActions(deps, tx, at),
    act: async (tx, at, actionId) => actOnKegiatan(deps, tx, await open(tx, at), actionId),

    async add(tx, at, values) {
      return rowNow(tx, at, await addKegiatan(deps, tx, await openToEdit(tx, at), values));
    },

    async addMany(tx, at, rows) {
      return addManyKegiatan(deps, tx, await openToEdit(tx, at), rows);
    },

    async update(tx, at, { id, revision }, values) {
      const sheet = await openToEdit(tx, at);
      await changeKegiatan(deps, tx, sheet, found(sheet, id), revision, values);
      return rowNow(tx, at, id);
    },

    async remove(tx, at, { id, revision }) {
      const sheet = await openToEdit(tx, at);
      await removeKegiatan(deps, tx, sheet, found(sheet, id), revision);
    },

    async attach(tx, at, { id }, fileId) {
      await lampirkanBukti(deps, tx, at, fileId, [baris(found(await openToEdit(tx, at), id))], BUKTI);
      return rowNow(tx, at, id);
    },

    async attachMany(tx, at, ids, fileId) {
      const sheet = await openToEdit(tx, at);
      const byId = new Map(sheet.rows.map((row) => [row.kegiatan.id, row]));
      const gone = ids.flatMap((id, index) => (byId.has(id) ? [] : [{ index, ...tidakAda(index) }]));
      if (gone.length > 0) throw buktiDitolak(gone);
      const rows = ids.flatMap((id) => byId.get(id) ?? []);
      await lampirkanBukti(deps, tx, at, fileId, rows.map(baris), BUKTI);
    },

    async detach(tx, at, { id }, fileId) {
      await lepaskanBukti(deps, tx, at, fileId, baris(found(await openToEdit(tx, at), id)), BUKTI);
      return rowNow(tx, at, id);
    },

    async search(tx, at, column, text) {
      if (column !== "kode") return [];
      const { ukuran } = await open(tx, at);
      const wanted = text.trim().toLowerCase();
      const offered = new Map(
        [awalBulan(ukuran.bulan), akhirBulan(ukuran.bulan)]
          .flatMap((tanggal) => butirTersedia(ukuran, tanggal))
          .map((each) => [each.id, each]),
      );
      return [...offered.values()]
        .filter((each) => `${each.kode} ${each.uraian}`.toLowerCase().includes(wanted))
        .toSorted((a, b) => a.kode.localeCompare(b.kode))
        .slice(0, wanted === "" ? offered.size : OFFERED)
        .map((each) => ({
          value: each.kode,
          label: `${each.kode} ${each.uraian}`,
          hint: `${tulisAk(each.ak).replace(".", ",")} / ${each.satuan}`,
        }));
    },
  };
};
