import type { TaskHandler } from "../../../../src/plugin-api/index.js";
import { textOf } from "../../../kepegawaian/plugin.js";
import { barisOfCase } from "./baris-of-case.js";
import { barisTunggal } from "./baris-tunggal.js";
import { berkasOfCase } from "./berkas-of-case.js";
import type { KonversiDeps } from "./konversi-deps.js";

/** A grade that came back: repaired by the one who entered it, or called off. */
export const perbaikiPredikat = (deps: KonversiDeps): TaskHandler => ({
  processId: "konversi-predikat",
  elementId: "RepairPredikat",

  async open(tx, { caseFile }) {
    const { isi } = await barisOfCase(deps, tx, caseFile.id);
    const { alasan } = await berkasOfCase(deps, tx, caseFile.id);
    return {
      data: { ...isi },
      facts:
        alasan === null ? [] : [{ label: { id: "Alasan pengembalian", en: "Reason of the return" }, value: alasan }],
    };
  },

  async complete(tx, { caseFile, data }) {
    if (textOf(data, "keputusan") === "BATALKAN") {
      await deps.cases.setStatus(tx, caseFile, "DIBATALKAN", { closed: true });
      return {
        variables: { keputusan: "BATALKAN" },
        action: "konversi.cancelled",
        story: { id: "membatalkan konversi", en: "called the conversion off" },
      };
    }
    const store = deps.store(tx);
    const before = await barisOfCase(deps, tx, caseFile.id);
    const row = await barisTunggal(deps, tx, await berkasOfCase(deps, tx, caseFile.id), {
      ...data,
      nip: before.isi.nip,
    });
    await store.removeBaris(caseFile.id);
    await store.addBaris([{ ...row, id: deps.ids.next(), caseId: caseFile.id, status: "SAH" }]);
    await deps.cases.setStatus(tx, caseFile, "DIPERIKSA");
    return {
      variables: { keputusan: "PERBAIKI", predikat: row.periode.predikat },
      action: "predikat.repaired",
      story: { id: "memperbaiki predikat kinerja", en: "repaired the grade" },
    };
  },
});
