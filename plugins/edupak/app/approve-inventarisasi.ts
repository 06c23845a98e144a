import type { TaskHandler, TaskRequest, UnitOfWork } from "../../../src/plugin-api/index.js";
import { jumlahAk, tulisAk } from "../../angka-kredit/plugin.js";
import { forbid, requireReason, textOf } from "../../kepegawaian/plugin.js";
import type { Inventarisasi } from "../domain/inventarisasi.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { inventarisasiContext, inventarisasiOfCase, moveInventarisasi } from "./kegiatan-context.js";
import { tell, toOwner } from "./notices.js";
import { tenggatLangkah } from "./tenggat.js";

/** Atasan langsung: approves a month or gives it back with a reason. Source: domain note 1.1, 1.5.6. */
export const approveInventarisasi = (deps: EdupakDeps): TaskHandler => ({
  processId: "inventarisasi-bulanan",
  elementId: "ApproveInventarisasi",
  sheet: "kegiatan",

  async open(tx, { caseFile }) {
    const { rows, inventarisasi } = await inventarisasiContext(deps, tx, caseFile.id);
    const assigned = rows.filter(({ kegiatan }) => kegiatan.suratPerintah).length;
    const total = tulisAk(jumlahAk(rows.map(({ hitung }) => hitung.angkaKredit))).replace(".", ",");
    return {
      facts: [
        { label: { id: "Jabatan", en: "Position" }, value: inventarisasi.perorangan.jabatan },
        { label: { id: "Jumlah kegiatan", en: "Activities" }, value: String(rows.length) },
        { label: { id: "Jumlah angka kredit", en: "Total credit" }, value: total },
        { label: { id: "Dengan surat perintah", en: "By written assignment" }, value: String(assigned) },
      ],
    };
  },

  async complete(tx, request) {
    const inventarisasi = await inventarisasiOfCase(deps, tx, request.caseFile.id);
    requireSuperior(request, inventarisasi);
    return textOf(request.data, "keputusan") === "SETUJUI"
      ? approve(deps, tx, request)
      : giveBack(deps, tx, request, inventarisasi);
  },
});

const requireSuperior = ({ actor }: TaskRequest, { pemilikId, atasanId }: Inventarisasi): void => {
  if (actor.userId === pemilikId)
    throw forbid("Anda tidak boleh menyetujui inventarisasi sendiri", "You may not approve your own month");
  if (actor.userId !== atasanId)
    throw forbid("Hanya atasan langsung yang dapat memutus", "Only the direct superior decides");
};

const approve = async (deps: EdupakDeps, tx: UnitOfWork, { caseFile }: TaskRequest) => {
  const approved = await moveInventarisasi(deps, tx, caseFile, "DISETUJUI_ATASAN");
  await tell(
    deps,
    tx,
    approved,
    "month-approved",
    toOwner(approved),
    { id: "Inventarisasi disetujui", en: "Month approved" },
    { id: `${caseFile.title} disetujui atasan.`, en: `${caseFile.reference} was approved by your superior.` },
  );
  return {
    variables: { keputusan: "SETUJUI" },
    action: "inventarisasi.approved",
    story: { id: "menyetujui inventarisasi", en: "approved the month" },
  };
};

const giveBack = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  { caseFile, data }: TaskRequest & { readonly data: Readonly<Record<string, unknown>> },
  inventarisasi: Inventarisasi,
) => {
  const alasan = requireReason(data);
  const returned = await moveInventarisasi(deps, tx, caseFile, "DIKEMBALIKAN_ATASAN");
  await deps.store(tx).saveInventarisasi({ ...inventarisasi, catatanPengembalian: alasan });
  await tell(
    deps,
    tx,
    returned,
    "month-returned",
    toOwner(returned),
    { id: "Inventarisasi dikembalikan", en: "Month returned" },
    { id: `${caseFile.title}: ${alasan}`, en: `${caseFile.reference}: ${alasan}` },
  );
  return {
    variables: { keputusan: "KEMBALIKAN", ...(await tenggatLangkah(deps, tx, "PERBAIKI")) },
    action: "inventarisasi.returned",
    story: { id: "mengembalikan inventarisasi", en: "returned the month" },
    reason: alasan,
  };
};
