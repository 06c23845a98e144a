import type { CaseFact, TaskHandler, TaskRequest, UnitOfWork } from "../../../src/plugin-api/index.js";
import type { Dupak } from "../domain/dupak.js";
import { type DupakContext, dupakContext, moveDupak } from "./dupak-context.js";
import { masalah } from "../domain/masalah.js";
import { type FormData, requireReason, textOf, ticked } from "./form-data.js";
import { requiredDocuments } from "./required-documents.js";
import { tell, toOwner, toTpiSecretariat, toTpp } from "./notices.js";
import { badInput } from "./refusals.js";
import type { SiwiDeps } from "./siwi-deps.js";
import { tenggatLangkah } from "./tenggat.js";

/** Sekretariat TPP takes a DUPAK in for scoring, or returns it with a reason. Source: domain note 1.1, 1.3.5, 1.3.6. */
export const receiveByTpp = (deps: SiwiDeps): TaskHandler => ({
  processId: "dupak-online",
  elementId: "ReceiveByTpp",
  sheet: "rincian",
  async open(tx, { caseFile }) {
    const { dupak } = await dupakContext(deps, tx, caseFile.id);
    return { facts: [...requiredDocuments(dupak), ...(await coveringLetter(deps, tx, dupak))] };
  },
  async complete(tx, request) {
    const context = await dupakContext(deps, tx, request.caseFile.id);
    return textOf(request.data, "keputusan") === "TERIMA"
      ? takeIn(deps, tx, request, context, request.data)
      : giveBack(deps, tx, request, context, request.data);
  },
});

/** What the batch was sent with; a DUPAK that came without an instansi team has none. Source: domain note 1.3.2, 1.3.5. */
const coveringLetter = async (deps: SiwiDeps, tx: UnitOfWork, dupak: Dupak): Promise<readonly CaseFact[]> => {
  if (dupak.pengajuanId === null) return [];
  const batch = await deps.store(tx).pengajuan(dupak.pengajuanId);
  const files = batch === undefined ? [] : await deps.files.listFor(tx, batch.caseId);
  return Object.entries(LETTERS).flatMap(([place, label]) => {
    const own = files.filter((file) => file.place === place).map(({ id, name }) => ({ id, name }));
    return own.length === 0 ? [] : [{ label, value: own.map(({ name }) => name).join("; "), files: own }];
  });
};

const LETTERS = {
  "surat-pengantar": { id: "Surat pengantar", en: "Covering letter" },
  "daftar-dupak": { id: "Daftar DUPAK", en: "List of DUPAK" },
} as const;

const takeIn = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  { caseFile }: TaskRequest,
  { dupak, rows }: DupakContext,
  data: FormData,
) => {
  if (!ticked(data, "berkasLengkap")) {
    throw badInput(
      [masalah("berkasLengkap", "Nyatakan bahwa berkas lengkap sebelum diterima", "State that everything is there")],
      "data.",
    );
  }
  const store = deps.store(tx);
  await store.saveDupak({ ...dupak, siapDinilaiTpp: true });
  // TPP checks the scores of TPI again: they stand until someone changes one.
  for (const { row } of rows) {
    if (row.nilaiTpi !== null && row.nilaiTpp === null) await store.changeRow(row, { nilaiTpp: row.nilaiTpi });
  }
  const { nama } = dupak.perorangan;
  await tell(
    deps,
    tx,
    caseFile,
    "to-tpp",
    [toTpp],
    { id: "DUPAK perlu dinilai TPP", en: "A DUPAK to score" },
    {
      id: `${caseFile.reference} dari ${nama} menunggu penilaian TPP.`,
      en: `${caseFile.reference} of ${nama} waits for scoring.`,
    },
  );
  return {
    variables: { keputusan: "TERIMA", ...(await tenggatLangkah(deps, tx, "nilai")) },
    action: "dupak.received-by-tpp",
    story: { id: "menerima DUPAK dan meneruskannya kepada TPP", en: "took the DUPAK in for scoring" },
  };
};

const giveBack = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  { caseFile }: TaskRequest,
  { dupak }: DupakContext,
  data: FormData,
) => {
  const alasan = requireReason(data);
  const direct = dupak.jalur === "LANGSUNG_TPP";
  const returned = await moveDupak(deps, tx, caseFile, direct ? "DIKEMBALIKAN" : "DIKEMBALIKAN_TPP");
  await deps.store(tx).saveDupak({ ...dupak, catatanPengembalian: alasan, siapDinilaiTpp: false, pengajuanId: null });
  const to = direct ? toOwner(returned) : [...toOwner(returned), toTpiSecretariat(dupak.perorangan.instansiId)];
  await tell(
    deps,
    tx,
    returned,
    "returned-tpp",
    to,
    { id: "DUPAK dikembalikan TPP", en: "DUPAK returned by the central team" },
    { id: `${caseFile.reference}: ${alasan}`, en: `${caseFile.reference}: ${alasan}` },
  );
  return {
    variables: { keputusan: "KEMBALIKAN", ...(await tenggatLangkah(deps, tx, "perbaiki")) },
    action: "dupak.returned-by-tpp",
    story: { id: "mengembalikan DUPAK dari Sekretariat TPP", en: "returned the DUPAK from the central secretariat" },
    reason: alasan,
  };
};
