import type { TaskHandler } from "../../../src/plugin-api/index.js";
import { dupakOfCase, moveDupak } from "./dupak-context.js";
import { textOf } from "./form-data.js";
import { tell, toOwner, toTppSecretariat } from "./notices.js";
import type { SiwiDeps } from "./siwi-deps.js";
import { tenggatLangkah } from "./tenggat.js";

/** What the Sekretariat TPI does with a DUPAK that TPP returned: send again with an explanation, or back to the widyaiswara. */
export const handleTppReturn = (deps: SiwiDeps): TaskHandler => ({
  processId: "dupak-online",
  elementId: "HandleTppReturn",
  sheet: "rincian",

  async open(tx, { caseFile }) {
    const { catatanPengembalian } = await dupakOfCase(deps, tx, caseFile.id);
    return { data: { catatanPengembalian: catatanPengembalian ?? "" } };
  },

  async complete(tx, { caseFile, data }) {
    const dupak = await dupakOfCase(deps, tx, caseFile.id);
    const alasan = textOf(data, "alasan");
    const again = textOf(data, "keputusan") === "KIRIM_ULANG";
    const moved = await moveDupak(deps, tx, caseFile, again ? "DITERIMA_TPP" : "DIKEMBALIKAN");
    await deps.store(tx).saveDupak({ ...dupak, catatanPengembalian: again ? null : alasan });
    const to = again ? [toTppSecretariat] : toOwner(moved);
    const title = again
      ? { id: "DUPAK dikirim ulang", en: "DUPAK sent again" }
      : { id: "DUPAK dikembalikan", en: "DUPAK returned" };
    await tell(deps, tx, moved, "tpp-return-handled", to, title, {
      id: `${caseFile.reference}: ${alasan}`,
      en: `${caseFile.reference}: ${alasan}`,
    });
    return {
      variables: {
        keputusan: again ? "KIRIM_ULANG" : "KEMBALIKAN_KE_WI",
        ...(await tenggatLangkah(deps, tx, again ? "terima" : "perbaiki")),
      },
      action: again ? "dupak.resent-to-tpp" : "dupak.returned",
      story: again
        ? { id: "mengirim ulang DUPAK kepada TPP", en: "sent the DUPAK to the central team again" }
        : { id: "mengembalikan DUPAK kepada widyaiswara", en: "returned the DUPAK to the widyaiswara" },
      reason: alasan,
    };
  },
});
