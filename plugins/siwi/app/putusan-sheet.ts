import type { Sheet, SheetColumn, SheetRequest, SheetRow, UnitOfWork } from "../../../src/plugin-api/index.js";
import { jumlahAk, NOL, tulisAk } from "../../angka-kredit/plugin.js";
import { dupakContext } from "./dupak-context.js";
import { absent, badInput, forbid, refuse, stale } from "./refusals.js";
import { roleText } from "./role-text.js";
import type { SiwiDeps } from "./siwi-deps.js";
import { PUTUSAN, type PutusanSidang, type Sidang } from "./siwi-store.js";

const CHOICES = [
  { value: "DITETAPKAN", label: { id: "Ditetapkan", en: "Confirmed" } },
  { value: "DITUNDA", label: { id: "Ditunda ke sidang berikutnya", en: "Postponed to a later session" } },
  { value: "DINILAI_ULANG", label: { id: "Dinilai ulang", en: "To be scored again" } },
  { value: "DIKEMBALIKAN", label: { id: "Dikembalikan", en: "Returned" } },
];
const LEAST_REASON = 10;

const column = (
  key: string,
  id: string,
  en: string,
  kind: SheetColumn["kind"],
  more: Partial<SheetColumn> = {},
): SheetColumn => ({
  key,
  label: { id, en },
  kind,
  editable: false,
  required: false,
  ...more,
});

/** Decisions of a session, one row for each DUPAK. */
export const putusanSheet = (deps: SiwiDeps): Sheet => {
  const mayDecide = ({ caseFile, actor }: SheetRequest): boolean =>
    caseFile.status === "DIJADWALKAN" && actor.role?.role === "sekretariat-tpp";

  const sidangOf = async (tx: UnitOfWork, { caseFile }: SheetRequest): Promise<Sidang> => {
    const sidang = await deps.store(tx).sidangByCase(caseFile.id);
    if (sidang === undefined) throw absent("session", caseFile.id);
    return sidang;
  };

  const view = async (
    tx: UnitOfWork,
    { id, revision, dupakCaseId, putusan, catatan }: PutusanSidang,
  ): Promise<SheetRow> => {
    const { dupak, rows } = await dupakContext(deps, tx, dupakCaseId);
    const { reference } = await deps.cases.get(tx, dupakCaseId);
    const { nama, golongan, instansi } = dupak.perorangan;
    return {
      id,
      revision,
      group: instansi,
      values: {
        dupak: reference,
        nama,
        golongan,
        akUsul: tulisAk(jumlahAk(rows.map(({ hitung }) => hitung.angkaKredit))),
        akTpi: dupak.jalur === "TPI" ? tulisAk(jumlahAk(rows.map(({ row }) => row.nilaiTpi ?? NOL))) : null,
        akTpp: tulisAk(jumlahAk(rows.map(({ row }) => row.nilaiTpp ?? NOL))),
        putusan,
        catatan,
      },
      files: [],
      notes: [],
    };
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
      for (const putusan of all.slice(offset, offset + limit)) rows.push(await view(tx, putusan));
      const editable = mayDecide(at);
      return {
        columns: [
          column("dupak", "DUPAK", "DUPAK", "text", { summary: true }),
          column("nama", "Nama", "Name", "text", { summary: true }),
          column("golongan", "Golongan", "Grade", "text"),
          column("akUsul", "AK usul", "Proposed", "decimal", { scale: 3 }),
          column("akTpi", "AK TPI", "Agency", "decimal", { scale: 3 }),
          column("akTpp", "AK TPP", "Central", "decimal", { scale: 3, summary: true }),
          column("putusan", "Putusan", "Decision", "choice", {
            editable,
            required: editable,
            choices: CHOICES,
            summary: true,
          }),
          column("catatan", "Catatan", "Note", "longtext", { editable }),
        ],
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
        throw forbid(
          "Putusan hanya dicatat Sekretariat TPP selama sidang",
          "Only the central secretariat records decisions",
        );
      const before = await rowById(tx, at, id);
      const typed = String(values["putusan"] ?? before.putusan);
      const putusan = PUTUSAN.find((each) => each === typed);
      const catatan = String(values["catatan"] ?? before.catatan ?? "").trim();
      if (putusan === undefined) {
        throw badInput(
          [{ kolom: "putusan", id: `Putusan "${typed}" tidak dikenal`, en: `Unknown decision "${typed}"` }],
          "values.",
        );
      }
      if (putusan !== "DITETAPKAN" && catatan.length < LEAST_REASON) {
        throw badInput(
          [
            {
              kolom: "catatan",
              id: "Catatan wajib diisi (paling sedikit 10 huruf) bila DUPAK tidak ditetapkan",
              en: "A note of at least 10 characters is required when a DUPAK is not confirmed",
            },
          ],
          "values.",
        );
      }
      const next = { ...before, revision, putusan, catatan: catatan === "" ? null : catatan } as const;
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
