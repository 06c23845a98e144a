import {
  type Sheet,
  type SheetColumn,
  sheetColumn,
  type SheetRow,
  type UnitOfWork,
} from "../../../src/plugin-api/index.js";
import { tulisNip } from "../../kepegawaian/plugin.js";
import { tulisNiwn } from "../domain/niwn.js";
import { NIWN_STATUSES } from "./case-statuses.js";
import { refuse } from "./refusals.js";
import type { SiwiDeps } from "./siwi-deps.js";
import type { PermohonanNiwn } from "./siwi-store.js";

const column = (key: string, id: string, en: string, more?: Partial<SheetColumn>): SheetColumn =>
  sheetColumn(key, { id, en }, "text", more);

const COLUMNS = [
  column("berkas", "Berkas", "Case file", { summary: true }),
  column("nama", "Nama", "Name", { summary: true }),
  column("nip", "NIP", "Employee number"),
  column("keadaan", "Keadaan", "State", {
    kind: "choice",
    summary: true,
    choices: Object.entries(NIWN_STATUSES).map(([value, { label }]) => ({ value, label })),
  }),
  column("niwn", "NIWN", "NIWN"),
  column("alasan", "Alasan", "Reason", { kind: "longtext" }),
];

/** The people of a collective request and what became of each; they are changed in their own case files. */
export const collectiveSheet = (deps: SiwiDeps): Sheet => {
  const view = async (tx: UnitOfWork, permohonan: PermohonanNiwn): Promise<SheetRow> => {
    const { id, caseId, nip, catatanPengembalian } = permohonan;
    const { reference, subjectName, status } = await deps.cases.get(tx, caseId);
    const niwn = await deps.store(tx).niwnByNip(nip);
    return {
      id,
      revision: 1,
      group: "",
      values: {
        berkas: reference,
        nama: subjectName,
        nip: tulisNip(nip),
        keadaan: status,
        niwn: niwn === undefined ? null : tulisNiwn(niwn.niwn),
        alasan: catatanPengembalian,
      },
      files: [],
      notes: [],
    };
  };
  const fixed = (): Promise<never> =>
    Promise.reject(refuse("Ubah permohonan pada berkas orangnya", "Change a request in the case file of the person"));

  return {
    id: "orang",
    title: { id: "Orang dalam permohonan ini", en: "People of this request" },
    async page(tx, { caseFile }, { offset, limit }) {
      const all = await deps.store(tx).permohonanByKolektif(caseFile.id);
      const views: SheetRow[] = [];
      for (const permohonan of all) views.push(await view(tx, permohonan));
      // By reference, which is the order of the form.
      views.sort((a, b) => String(a.values["berkas"]).localeCompare(String(b.values["berkas"])));
      return {
        columns: COLUMNS,
        rows: views.slice(offset, offset + limit),
        total: all.length,
        totals: [],
        canAdd: false,
        canRemove: false,
        canAttach: false,
        progress: null,
      };
    },
    add: fixed,
    update: fixed,
    remove: fixed,
    attach: fixed,
    detach: fixed,
  };
};
