import type { TaskHandler } from "../../../src/plugin-api/index.js";
import { forbid, requireReason, tanggalWib, textOf } from "../../kepegawaian/plugin.js";
import { hasilPenilaian } from "../domain/hasil.js";
import { dupakContext, moveDupak } from "./dupak-context.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { tenggatLangkah } from "./tenggat.js";

/**
 * Sets the PAK when the credit is enough for a promotion, else the HAPAK; which of them follows from the numbers, not from
 * the person. The resume may be made anew first. Source: domain note 1.5.1 step 14, 1.5.6, 2.4.
 */
export const decidePak = (deps: EdupakDeps): TaskHandler => ({
  processId: "dupak-jfk",
  elementId: "DecidePak",
  sheet: "rincian",

  async open(tx, { caseFile }) {
    const { dupak, rows, aturan } = await dupakContext(deps, tx, caseFile.id);
    const { jumlah, kebutuhan, penetapan, catatan } = hasilPenilaian(dupak, rows, aturan);
    const fact = (id: string, en: string, value: string) => ({ label: { id, en }, value });
    return {
      facts: [
        fact("Yang ditetapkan", "To be set", penetapan),
        fact("Jumlah AK", "Total", jumlah.jumlah.replace(".", ",")),
        fact("AK yang diperlukan", "Required", kebutuhan?.akk.replace(".", ",") ?? "-"),
        fact("Rekomendasi", "Recommendation", dupak.rekomendasi ?? "-"),
        ...catatan.map((each) => fact("Catatan", "Note", each)),
      ],
    };
  },

  async complete(tx, { caseFile, actor, data }) {
    const { dupak, rows, aturan } = await dupakContext(deps, tx, caseFile.id);
    if (actor.userId === dupak.pemilikId)
      throw forbid("Anda tidak boleh menetapkan PAK sendiri", "You may not set your own PAK");
    if (textOf(data, "keputusan") === "UBAH_RESUME") {
      const alasan = requireReason(data);
      return {
        variables: { keputusan: "UBAH_RESUME", ...(await tenggatLangkah(deps, tx, "RESUME")) },
        action: "dupak.resume-returned",
        story: { id: "meminta resume diperbaiki", en: "asked for another resume" },
        reason: alasan,
      };
    }
    const { penetapan, jumlah } = hasilPenilaian(dupak, rows, aturan);
    await moveDupak(deps, tx, caseFile, "DITETAPKAN");
    await deps.store(tx).saveDupak({ ...dupak, penetapan, tanggalPenetapan: tanggalWib(deps.clock.now()) });
    const total = jumlah.jumlah.replace(".", ",");
    return {
      variables: { keputusan: "TETAPKAN", penetapan, ...(await tenggatLangkah(deps, tx, "TERIMA")) },
      action: "dupak.decided",
      story: { id: `menetapkan ${penetapan} dengan jumlah ${total}`, en: `set the ${penetapan}: ${total}` },
    };
  },
});
