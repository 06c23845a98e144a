import {
  type Localised,
  type Sheet,
  type SheetColumn,
  sheetColumn as read,
  type SheetRequest,
  type SheetRow,
  type UnitOfWork,
} from "../../../src/plugin-api/index.js";
import { ak, NOL, tulisAk } from "../../angka-kredit/plugin.js";
import { absent, forbid, namaMasa, refuse } from "../../kepegawaian/plugin.js";
import { NILAI_SISA, nilaiSisaAction } from "../../penilaian/plugin.js";
import { diusulkan } from "../domain/hasil.js";
import type { KegiatanTerhitung } from "../domain/hitung-kegiatan.js";
import { dupakContext, type DupakContext } from "./dupak-context.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { SURAT_PERINTAH } from "./kegiatan-columns.js";
import { buktiPerBaris, byUnsur, totalsOf, viewKegiatan } from "./kegiatan-view.js";
import { requirePenilai } from "./penilai.js";
import { scoreKegiatan, scoreRest } from "./rincian-score.js";

const label = (id: string, en: string): Localised => ({ id, en });
/** Provisional scores are the team's; the owner sees what was set. Source: domain note 1.5.2. */
const SCORES_KNOWN = ["RESUME", "DITETAPKAN", "DICETAK", "DITERIMA"];
const seesScores = ({ caseFile, actor }: SheetRequest): boolean =>
  SCORES_KNOWN.includes(caseFile.status) ||
  (["penilai-jfk", "sekretariat-jfk"].includes(actor.role?.role ?? "") && caseFile.ownerId !== actor.userId);
const mayScore = ({ caseFile, actor }: SheetRequest, { dupak }: DupakContext): boolean =>
  caseFile.status === "PENILAIAN_SEMENTARA" &&
  !dupak.penilaianSelesai &&
  actor.role?.role === "penilai-jfk" &&
  caseFile.ownerId !== actor.userId;

const unscored = ({ rows }: DupakContext): readonly KegiatanTerhitung[] =>
  rows.filter(({ kegiatan }) => kegiatan.nilai === null);

const columnsOf = (at: SheetRequest, editable: boolean): readonly SheetColumn[] => {
  return [
    read("kode", label("Kode kegiatan", "Activity code"), "search", { summary: true }),
    read("butir", label("Butir kegiatan", "Activity"), "text"),
    read("uraian", label("Uraian kegiatan", "Description"), "longtext", { summary: true }),
    read("bulan", label("Bulan", "Month"), "text"),
    read("tanggalMulai", label("Tanggal mulai", "From"), "date"),
    read("tanggalSelesai", label("Tanggal selesai", "To"), "date"),
    read("satuan", label("Satuan hasil", "Unit"), "text"),
    read("volume", label("Jumlah volume", "Volume"), "decimal", { unitIn: "satuan" }),
    read("suratPerintah", label("Surat perintah", "Written assignment"), "choice", { choices: SURAT_PERINTAH }),
    read("akSatuan", label("Angka kredit", "Credit"), "decimal", { scale: 3 }),
    read("jumlahAk", label("AK usul", "Proposed credit"), "decimal", { scale: 3, summary: true }),
    read("keterangan", label("Keterangan", "Remark"), "text"),
    read("bukti", label("Bukti fisik", "Evidence"), "files"),
    ...(seesScores(at)
      ? [
          read("nilai", label("Nilai sementara", "Provisional score"), "decimal", {
            editable,
            required: editable,
            scale: 3,
            summary: true,
            comparedTo: "jumlahAk",
          }),
          read("alasanNilai", label("Alasan", "Reason"), "longtext", { editable }),
        ]
      : []),
  ];
};

/** Activities of all months of a DUPAK; the team scores them. Totals run along. Source: domain note 1.5.2, 3.2. */
export const rincianSheet = (deps: EdupakDeps): Sheet => {
  const files = async (tx: UnitOfWork, { months }: DupakContext) => {
    const all: Awaited<ReturnType<EdupakDeps["files"]["listFor"]>>[number][] = [];
    for (const { caseId } of months) all.push(...(await deps.files.listFor(tx, caseId)));
    return buktiPerBaris(all);
  };

  const monthOf = ({ months }: DupakContext, { kegiatan }: KegiatanTerhitung): string => {
    const bulan = months.find(({ id }) => id === kegiatan.inventarisasiId)?.bulan ?? "";
    return bulan === "" ? "" : namaMasa({ masaMulai: bulan, masaSelesai: bulan });
  };

  const viewer =
    (context: DupakContext, at: SheetRequest, bukti: Awaited<ReturnType<typeof files>>) =>
    (row: KegiatanTerhitung): SheetRow => {
      const { nilai, alasanNilai } = row.kegiatan;
      const scores = seesScores(at) ? { nilai: nilai === null ? null : tulisAk(nilai), alasanNilai } : {};
      return viewKegiatan(row, bukti, { bulan: monthOf(context, row), ...scores });
    };

  const openToScore = async (tx: UnitOfWork, at: SheetRequest): Promise<DupakContext> => {
    const context = await dupakContext(deps, tx, at.caseFile.id);
    await requirePenilai(deps, tx, at.actor, context.dupak);
    if (!mayScore(at, context)) throw forbid("DUPAK ini tidak sedang dinilai", "This DUPAK is not being scored now");
    return context;
  };

  const fixed = (): Promise<never> =>
    Promise.reject(
      refuse(
        "Kegiatan DUPAK diubah dalam inventarisasi bulanannya",
        "Activities of a DUPAK are changed in their month",
      ),
    );

  return {
    id: "rincian",
    title: { id: "Rincian kegiatan", en: "Activities" },

    async page(tx, at, { offset, limit, search = "" }) {
      const context = await dupakContext(deps, tx, at.caseFile.id);
      const { rows } = context;
      const wanted = search.trim().toLowerCase();
      const shown = byUnsur(rows).filter(({ kegiatan, butir }) =>
        `${butir.kode} ${butir.uraian} ${kegiatan.uraian}`.toLowerCase().includes(wanted),
      );
      const view = viewer(context, at, await files(tx, context));
      const editable = mayScore(at, context);
      return {
        columns: columnsOf(at, editable),
        rows: shown.slice(offset, offset + limit).map(view),
        total: shown.length,
        totals: totalsOf(rows, {
          jumlahAk: diusulkan,
          ...(seesScores(at) ? { nilai: ({ kegiatan }) => ak(kegiatan.nilai ?? NOL) } : {}),
        }),
        canAdd: false,
        canRemove: false,
        canAttach: false,
        progress: editable ? { done: rows.length - unscored(context).length, of: rows.length } : null,
      };
    },

    async actions(tx, at) {
      const context = await dupakContext(deps, tx, at.caseFile.id);
      // As proposed needs no reason. Source: domain note 1.5.2.
      return mayScore(at, context) ? nilaiSisaAction({ siap: unscored(context).length, perluAlasan: [] }) : [];
    },

    async act(tx, at, actionId) {
      if (actionId !== NILAI_SISA) throw absent("action", actionId);
      await scoreRest(deps, tx, at, unscored(await openToScore(tx, at)));
    },

    async update(tx, at, { id, revision }, values) {
      const context = await openToScore(tx, at);
      const found = context.rows.find(({ kegiatan }) => kegiatan.id === id);
      if (found === undefined) throw absent("row", id);
      await scoreKegiatan(deps, tx, at, found, revision, values);
      const now = await dupakContext(deps, tx, at.caseFile.id);
      const row = now.rows.find(({ kegiatan }) => kegiatan.id === id);
      if (row === undefined) throw absent("row", id);
      return viewer(now, at, await files(tx, now))(row);
    },

    add: fixed,
    remove: fixed,
    attach: fixed,
    detach: fixed,
  };
};
