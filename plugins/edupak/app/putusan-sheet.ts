import type { Sheet, SheetColumn, SheetRequest, SheetRow, UnitOfWork } from "../../../src/plugin-api/index.js";
import { jumlahAk, tulisAk } from "../../angka-kredit/plugin.js";
import { absent, badInput, forbid, masalah, refuse, roleText, stale } from "../../kepegawaian/plugin.js";
import { diusulkan, hasilPenilaian } from "../domain/hasil.js";
import { dupakContext } from "./dupak-context.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { PUTUSAN, type Putusan, type PutusanSidang, type Sidang } from "./edupak-store.js";

const LABELS: Readonly<Record<Putusan, { readonly id: string; readonly en: string }>> = {
  DITETAPKAN: { id: "Ditetapkan", en: "Set as scored" },
  DITUNDA: { id: "Ditunda ke sidang berikutnya", en: "Postponed to a later session" },
  DINILAI_ULANG: { id: "Dinilai ulang", en: "To be scored again" },
  DIKEMBALIKAN: { id: "Dikembalikan kepada pengusul", en: "Returned" },
};
const LEAST_REASON = 10;

const column = (
  key: string,
  id: string,
  en: string,
  kind: SheetColumn["kind"],
  more: Partial<SheetColumn> = {},
): SheetColumn => ({ key, label: { id, en }, kind, editable: false, required: false, ...more });

const columnsOf = (editable: boolean): readonly SheetColumn[] => [
  column("dupak", "DUPAK", "DUPAK", "text", { summary: true }),
  column("nama", "Nama", "Name", "text", { summary: true }),
  column("golongan", "Golongan", "Grade", "text"),
  column("akLama", "AK lama", "Before", "decimal", { scale: 3 }),
  column("akUsul", "AK usul", "Proposed", "decimal", { scale: 3 }),
  column("akNilai", "AK dinilai", "Scored", "decimal", { scale: 3 }),
  column("jumlah", "Jumlah AK", "Total", "decimal", { scale: 3, summary: true }),
  column("hasil", "Hasil", "Result", "text"),
  column("putusan", "Putusan", "Decision", "choice", {
    editable,
    required: editable,
    choices: PUTUSAN.map((value) => ({ value, label: LABELS[value] })),
    summary: true,
  }),
  column("catatan", "Catatan", "Note", "longtext", { editable }),
];

/** Decisions of a session, one row for each DUPAK. Source: domain note 1.5.1 step 12. */
export const putusanSheet = (deps: EdupakDeps): Sheet => {
  const mayDecide = ({ caseFile, actor }: SheetRequest): boolean =>
    caseFile.status === "DIJADWALKAN" && actor.role?.role === "sekretariat-jfk";

  const sidangOf = async (tx: UnitOfWork, { caseFile }: SheetRequest): Promise<Sidang> => {
    const sidang = await deps.store(tx).sidangByCase(caseFile.id);
    if (sidang === undefined) throw absent("session", caseFile.id);
    return sidang;
  };

  const view = async (tx: UnitOfWork, each: PutusanSidang): Promise<SheetRow> => {
    const { dupak, rows, aturan } = await dupakContext(deps, tx, each.dupakCaseId);
    const { reference } = await deps.cases.get(tx, each.dupakCaseId);
    const { jumlah, memenuhi } = hasilPenilaian(dupak, rows, aturan);
    const { nama, golongan, instansi } = dupak.perorangan;
    const values = {
      dupak: reference,
      nama,
      golongan,
      akLama: jumlah.lama,
      akUsul: tulisAk(jumlahAk(rows.map(diusulkan))),
      akNilai: jumlah.baru,
      jumlah: jumlah.jumlah,
      hasil: memenuhi ? "PAK" : "HAPAK",
      putusan: each.putusan,
      catatan: each.catatan,
    };
    return { id: each.id, revision: each.revision, group: instansi, values, files: [], notes: [] };
  };

  const rowById = async (tx: UnitOfWork, at: SheetRequest, id: string): Promise<PutusanSidang> => {
    const sidang = await sidangOf(tx, at);
    const found = (await deps.store(tx).putusan(sidang.id)).find((each) => each.id === id);
    if (found === undefined) throw absent("row", id);
    return found;
  };

  const fixed = (): Promise<never> =>
    Promise.reject(refuse("Daftar DUPAK sidang tidak dapat diubah di sini", "The list of a session is fixed"));

  return {
    id: "putusan",
    title: { id: "Putusan tiap DUPAK", en: "Decisions" },

    async page(tx, at, { offset, limit }) {
      const sidang = await sidangOf(tx, at);
      const all = await deps.store(tx).putusan(sidang.id);
      const rows: SheetRow[] = [];
      for (const each of all.slice(offset, offset + limit)) rows.push(await view(tx, each));
      return {
        columns: columnsOf(mayDecide(at)),
        rows,
        total: all.length,
        totals: [],
        canAdd: false,
        canRemove: false,
        canAttach: false,
        progress: null,
      };
    },

    async update(tx, at, { id, revision }, values) {
      if (!mayDecide(at))
        throw forbid("Putusan hanya dicatat Sekretariat selama sidang", "Only the secretariat records decisions");
      const before = await rowById(tx, at, id);
      const typed = String(values["putusan"] ?? before.putusan);
      const putusan = PUTUSAN.find((each) => each === typed);
      const catatan = String(values["catatan"] ?? before.catatan ?? "").trim();
      if (putusan === undefined)
        throw badInput(
          [masalah("putusan", `Putusan "${typed}" tidak dikenal`, `Unknown decision "${typed}"`)],
          "values.",
        );
      if (putusan !== "DITETAPKAN" && catatan.length < LEAST_REASON) {
        const text = `Catatan wajib diisi (paling sedikit ${LEAST_REASON} huruf) bila DUPAK tidak ditetapkan`;
        throw badInput([masalah("catatan", text, "A note is required when a DUPAK is not set")], "values.");
      }
      const next = { ...before, revision, putusan, catatan: catatan === "" ? null : catatan };
      if (!(await deps.store(tx).changePutusan(next))) throw stale(`decision '${id}'`);
      const { actor, caseFile } = at;
      await deps.history.append(tx, {
        actorId: actor.userId,
        actorName: actor.displayName,
        role: roleText(actor.role),
        action: "sidang.decision-changed",
        caseId: caseFile.id,
        subject: { type: "PutusanSidang", id },
        story: { id: "mencatat putusan sidang", en: "recorded a decision" },
        changes: [{ field: `putusan.${id}`, label: "Putusan", from: before.putusan, to: putusan }],
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
