import {
  type Sheet,
  type SheetColumn,
  sheetColumn,
  type SheetRequest,
  type SheetRow,
  type UnitOfWork,
} from "../../../src/plugin-api/index.js";
import { absent, badInput, forbid, masalah, recordAct, refuse, stale } from "../../kepegawaian/plugin.js";
import { PUTUSAN, type PutusanSidang } from "../domain/sidang.js";
import type { AturanSidang } from "./aturan-sidang.js";
import { type SidangDeps, sidangOfCase } from "./sidang-deps.js";

const LEAST_REASON = 10;

const columnsOf = ({ kolomPutusan, namaPutusan }: AturanSidang, editable: boolean): readonly SheetColumn[] => [
  sheetColumn("dupak", { id: "DUPAK", en: "DUPAK" }, "text", { summary: true }),
  sheetColumn("nama", { id: "Nama", en: "Name" }, "text", { summary: true }),
  sheetColumn("golongan", { id: "Golongan", en: "Grade" }, "text"),
  ...kolomPutusan,
  sheetColumn("putusan", { id: "Putusan", en: "Decision" }, "choice", {
    editable,
    required: editable,
    choices: PUTUSAN.map((value) => ({ value, label: namaPutusan[value] })),
    summary: true,
  }),
  sheetColumn("catatan", { id: "Catatan", en: "Note" }, "longtext", { editable }),
];

/** Decisions of a session, one row for each DUPAK. Source: domain note 1.3.4, 1.5.1 step 12. */
export const putusanSheet = (deps: SidangDeps, aturan: AturanSidang): Sheet => {
  const mayDecide = ({ caseFile, actor }: SheetRequest): boolean =>
    caseFile.status === "DIJADWALKAN" && actor.role?.role === aturan.peran.sekretariat;

  const all = async (tx: UnitOfWork, { caseFile }: SheetRequest): Promise<readonly PutusanSidang[]> =>
    deps.sidang(tx).putusan((await sidangOfCase(deps, tx, caseFile.id)).id);

  const view = async (tx: UnitOfWork, { id, revision, dupakCaseId, ...each }: PutusanSidang): Promise<SheetRow> => {
    const { perorangan, nilai } = await aturan.hasil(tx, dupakCaseId);
    const { reference } = await deps.cases.get(tx, dupakCaseId);
    const { nama, golongan, instansi } = perorangan;
    const { putusan, catatan } = each;
    const values = { dupak: reference, nama, golongan, ...nilai, putusan, catatan };
    return { id, revision, group: instansi, values, files: [], notes: [] };
  };

  const rowById = async (tx: UnitOfWork, at: SheetRequest, id: string): Promise<PutusanSidang> => {
    const found = (await all(tx, at)).find((each) => each.id === id);
    if (found === undefined) throw absent("row", id);
    return found;
  };

  const fixed = (): Promise<never> =>
    Promise.reject(refuse("Daftar DUPAK sidang tidak dapat diubah di sini", "The list of a session is fixed"));

  return {
    id: "putusan",
    title: { id: "Putusan tiap DUPAK", en: "Decisions" },

    async page(tx, at, { offset, limit }) {
      const found = await all(tx, at);
      const rows: SheetRow[] = [];
      for (const each of found.slice(offset, offset + limit)) rows.push(await view(tx, each));
      return {
        columns: columnsOf(aturan, mayDecide(at)),
        rows,
        total: found.length,
        totals: [],
        canAdd: false,
        canRemove: false,
        canAttach: false,
        progress: null,
      };
    },

    async update(tx, at, { id, revision }, values) {
      const { namaSekretariat } = aturan;
      if (!mayDecide(at))
        throw forbid(
          `Putusan hanya dicatat ${namaSekretariat.id} selama sidang`,
          `Only ${namaSekretariat.en} records decisions`,
        );
      const before = await rowById(tx, at, id);
      const next = { ...before, revision, ...readDecision(values, before) };
      if (!(await deps.sidang(tx).changePutusan(next))) throw stale(`decision '${id}'`);
      await recordAct(deps, tx, at, {
        action: "sidang.decision-changed",
        subject: { type: "PutusanSidang", id },
        story: { id: "mencatat putusan sidang", en: "recorded a decision" },
        changes: [{ field: `putusan.${id}`, label: "Putusan", from: before.putusan, to: next.putusan }],
        reason: next.catatan,
      });
      return view(tx, await rowById(tx, at, id));
    },

    add: fixed,
    remove: fixed,
    attach: fixed,
    detach: fixed,
  };
};

/** What was typed over what stood before. @throws {AppError} BAD_INPUT when a decision other than as scored gives no reason. */
const readDecision = (
  values: SheetRow["values"],
  before: PutusanSidang,
): Pick<PutusanSidang, "putusan" | "catatan"> => {
  const typed = String(values["putusan"] ?? before.putusan);
  const putusan = PUTUSAN.find((each) => each === typed);
  const catatan = String(values["catatan"] ?? before.catatan ?? "").trim();
  const fault = (kolom: string, id: string, en: string) => badInput([masalah(kolom, id, en)], "values.");
  if (putusan === undefined) throw fault("putusan", `Putusan "${typed}" tidak dikenal`, `Unknown decision "${typed}"`);
  if (putusan !== "DITETAPKAN" && catatan.length < LEAST_REASON)
    throw fault(
      "catatan",
      `Catatan wajib diisi (paling sedikit ${LEAST_REASON} huruf) bila DUPAK tidak ditetapkan`,
      `A note of at least ${LEAST_REASON} characters is required when a DUPAK is not confirmed`,
    );
  return { putusan, catatan: catatan === "" ? null : catatan };
};
