import type { TaskHandler } from "../../../src/plugin-api/index.js";
import { type AcuanDeps, PENGELOLA, UBAH_ACUAN } from "./acuan-deps.js";
import { beritahu } from "./beritahu-acuan.js";
import { isianDari } from "./isian-dari.js";
import { periksaUsulan, perubahan, yangBerlaku } from "./periksa-usulan.js";
import { judul, usulanDari } from "./usulan-berkas.js";

/** The proposer repairs a returned change, or gives it up. */
export const perbaikiAcuan = (deps: AcuanDeps): TaskHandler => ({
  processId: UBAH_ACUAN,
  elementId: "ReviseChange",
  open: async (tx, { caseFile }) => ({ data: isianDari(await usulanDari(deps, tx, caseFile.id)) }),
  async complete(tx, { caseFile, data }) {
    if (data["keputusan"] === "BATAL") {
      await deps.cases.setStatus(tx, caseFile, "BATAL", { closed: true });
      return {
        variables: { keputusan: "BATAL" },
        action: "acuan-ak.withdrawn",
        story: { id: "membatalkan usulan perubahan acuan", en: "withdrew the proposed change" },
      };
    }
    const { usulan, versi } = await periksaUsulan(deps, tx, data);
    await deps.store(tx).simpanUsulan(caseFile.id, usulan);
    await deps.cases.setStatus(tx, caseFile, "DIUSULKAN", { title: judul(deps, usulan) });
    await beritahu(deps, tx, caseFile, "diusulkan", [{ role: PENGELOLA, exceptUserId: caseFile.ownerId }]);
    return {
      variables: { keputusan: "KIRIM" },
      action: "acuan-ak.repaired",
      story: { id: "memperbaiki usulan perubahan acuan", en: "repaired the proposed change" },
      changes: perubahan(deps, usulan, yangBerlaku(versi, usulan.berlakuMulai)),
      reason: usulan.alasan,
    };
  },
});
