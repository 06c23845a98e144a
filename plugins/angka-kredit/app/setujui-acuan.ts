import {
  AppError,
  type TaskHandler,
  type TaskOutcome,
  type TaskRequest,
  type UnitOfWork,
} from "../../../src/plugin-api/index.js";
import { type AcuanDeps, UBAH_ACUAN } from "./acuan-deps.js";
import { beritahu, pengusul } from "./beritahu-acuan.js";
import { perubahan, sisipan, yangBerlaku } from "./periksa-usulan.js";
import { factsOf, usulanDari } from "./usulan-berkas.js";

const refuse = (id: string, en: string, code = "INVALID_STATE"): AppError =>
  new AppError(code, en, { detail: { id, en } });

const text = (data: Readonly<Record<string, unknown>>, key: string): string => {
  const value = data[key];
  return typeof value === "string" ? value.trim() : "";
};

type Request = TaskRequest & { readonly data: Readonly<Record<string, unknown>> };

/** Another keeper decides; an approved change is in force in the same transaction. */
export const setujuiAcuan = (deps: AcuanDeps): TaskHandler => ({
  processId: UBAH_ACUAN,
  elementId: "ApproveChange",
  open: async (tx, { caseFile }) => ({ facts: await factsOf(deps, tx, caseFile.id) }),
  async complete(tx, request) {
    const { caseFile, actor, data } = request;
    if (actor.userId === caseFile.ownerId) {
      throw refuse(
        "Perubahan yang Anda usulkan diputuskan orang lain",
        "Someone else decides on your change",
        "FORBIDDEN",
      );
    }
    const keputusan = text(data, "keputusan");
    return keputusan === "SETUJU" ? setujui(deps, tx, request) : tolak(deps, tx, request, keputusan);
  },
});

const setujui = async (deps: AcuanDeps, tx: UnitOfWork, { caseFile }: Request): Promise<TaskOutcome> => {
  const usulan = await usulanDari(deps, tx, caseFile.id);
  const store = deps.store(tx);
  const versi = await store.versi(usulan.jenis, usulan.kunci);
  const { tutup } = sisipan(usulan, versi);
  if (tutup !== null && !(await store.tutup(usulan.jenis, tutup.id, tutup.sampai))) {
    throw refuse(
      "Acuan ini baru saja diubah orang lain. Muat ulang.",
      "Someone else has just changed this value",
      "CONFLICT",
    );
  }
  await store.tambah(usulan);
  await deps.cases.setStatus(tx, caseFile, "BERLAKU", { closed: true });
  await beritahu(deps, tx, caseFile, "disetujui", pengusul(caseFile));
  return {
    variables: { keputusan: "SETUJU" },
    action: "acuan-ak.approved",
    story: { id: "menyetujui perubahan acuan angka kredit", en: "approved the change of credit rates" },
    changes: perubahan(deps, usulan, yangBerlaku(versi, usulan.berlakuMulai)),
    reason: usulan.alasan,
  };
};

const tolak = async (
  deps: AcuanDeps,
  tx: UnitOfWork,
  { caseFile, data }: Request,
  keputusan: string,
): Promise<TaskOutcome> => {
  const returned = keputusan === "KEMBALIKAN";
  await deps.cases.setStatus(tx, caseFile, returned ? "DIKEMBALIKAN" : "DITOLAK", { closed: !returned });
  await beritahu(deps, tx, caseFile, returned ? "dikembalikan" : "ditolak", pengusul(caseFile));
  return {
    variables: { keputusan: returned ? "KEMBALIKAN" : "TOLAK" },
    action: returned ? "acuan-ak.returned" : "acuan-ak.refused",
    story: returned
      ? { id: "mengembalikan usulan perubahan acuan", en: "returned the proposed change" }
      : { id: "menolak usulan perubahan acuan", en: "refused the proposed change" },
    reason: text(data, "catatan"),
  };
};
