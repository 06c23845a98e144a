import type { TaskHandler, TaskRequest, UnitOfWork } from "../../../src/plugin-api/index.js";
import { jumlahAk, tulisAk } from "../../angka-kredit/plugin.js";
import { forbid, type FormData, requireReason, textOf } from "../../kepegawaian/plugin.js";
import type { Dupak } from "../domain/dupak.js";
import { diusulkan } from "../domain/hasil.js";
import { dupakContext, dupakOfCase, moveDupak } from "./dupak-context.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { tell, toSekretariat, toUser } from "./notices.js";
import { returnDupak } from "./return-dupak.js";
import { tenggatLangkah } from "./tenggat.js";

type Who = "ATASAN" | "PEJABAT";
type Request = TaskRequest & { readonly data: FormData };

/**
 * Atasan langsung (signs the SPMK) and pejabat yang berwenang (signs surat usul and DUPAK): approve, or give back with a
 * reason. Source: domain note 1.1, 1.5.2, 1.5.3.
 */
export const approveDupak = (deps: EdupakDeps, who: Who): TaskHandler => ({
  processId: "dupak-jfk",
  elementId: who === "ATASAN" ? "ApproveByAtasan" : "ApproveByPejabat",
  sheet: "rincian",

  async open(tx, { caseFile }) {
    const { dupak, rows, months } = await dupakContext(deps, tx, caseFile.id);
    const fact = (id: string, en: string, value: string) => ({ label: { id, en }, value });
    return {
      facts: [
        fact("Jabatan", "Position", dupak.perorangan.jabatan),
        fact("Bulan", "Months", String(months.length)),
        fact("Angka kredit usul", "Proposed credit", tulisAk(jumlahAk(rows.map(diusulkan))).replace(".", ",")),
      ],
    };
  },

  async complete(tx, request) {
    const dupak = await dupakOfCase(deps, tx, request.caseFile.id);
    requireApprover(request, dupak, who);
    if (textOf(request.data, "keputusan") !== "SETUJUI") return giveBack(deps, tx, request, dupak, who);
    return who === "ATASAN" ? approveAsSuperior(deps, tx, request, dupak) : propose(deps, tx, request, dupak);
  },
});

const requireApprover = ({ actor }: TaskRequest, dupak: Dupak, who: Who): void => {
  if (actor.userId === dupak.pemilikId)
    throw forbid("Anda tidak boleh menyetujui DUPAK sendiri", "You may not approve your own DUPAK");
  if (actor.userId === (who === "ATASAN" ? dupak.atasanId : dupak.pejabatId)) return;
  throw who === "ATASAN"
    ? forbid("Hanya atasan langsung yang dapat memutus", "Only the direct superior decides")
    : forbid("Hanya pejabat yang berwenang mengusulkan dapat memutus", "Only the proposing official decides");
};

const approveAsSuperior = async (deps: EdupakDeps, tx: UnitOfWork, { caseFile }: Request, dupak: Dupak) => {
  const approved = await moveDupak(deps, tx, caseFile, "MENUNGGU_PEJABAT_PENGUSUL");
  await tell(
    deps,
    tx,
    approved,
    "to-proposer",
    toUser(dupak.pejabatId),
    { id: "DUPAK perlu diusulkan", en: "A DUPAK to propose" },
    {
      id: `${caseFile.reference} dari ${dupak.perorangan.nama} menunggu persetujuan Anda sebagai pengusul.`,
      en: `${caseFile.reference} of ${dupak.perorangan.nama} waits for your proposal.`,
    },
  );
  return {
    variables: { keputusan: "SETUJUI", ...(await tenggatLangkah(deps, tx, "SETUJUI")) },
    action: "dupak.approved-by-superior",
    story: { id: "menyetujui DUPAK sebagai atasan langsung", en: "approved the DUPAK as direct superior" },
  };
};

const propose = async (deps: EdupakDeps, tx: UnitOfWork, { caseFile, data }: Request, dupak: Dupak) => {
  const catatan = textOf(data, "catatan");
  const sent = await moveDupak(deps, tx, caseFile, "DIKIRIM");
  await deps.store(tx).saveDupak({ ...dupak, catatanPengusul: catatan === "" ? null : catatan });
  await tell(
    deps,
    tx,
    sent,
    "to-secretariat",
    [toSekretariat],
    { id: "DUPAK dikirim ke Sekretariat", en: "DUPAK sent to the secretariat" },
    {
      id: `${caseFile.reference} dari ${dupak.perorangan.nama}, ${dupak.perorangan.instansi}.`,
      en: `${caseFile.reference} of ${dupak.perorangan.nama}, ${dupak.perorangan.instansi}.`,
    },
  );
  return {
    variables: { keputusan: "SETUJUI", ...(await tenggatLangkah(deps, tx, "TERIMA")) },
    action: "dupak.proposed",
    story: { id: "menandatangani usul dan mengirim DUPAK", en: "signed the proposal and sent the DUPAK" },
    reason: catatan === "" ? null : catatan,
  };
};

const giveBack = async (deps: EdupakDeps, tx: UnitOfWork, { caseFile, data }: Request, dupak: Dupak, who: Who) => {
  const alasan = requireReason(data);
  return {
    variables: await returnDupak(deps, tx, caseFile, dupak, alasan),
    action: who === "ATASAN" ? "dupak.returned-by-superior" : "dupak.returned-by-proposer",
    story:
      who === "ATASAN"
        ? { id: "mengembalikan DUPAK sebagai atasan langsung", en: "returned the DUPAK as direct superior" }
        : { id: "mengembalikan DUPAK sebagai pejabat pengusul", en: "returned the DUPAK as proposing official" },
    reason: alasan,
  };
};
