import type { TaskHandler } from "../../../src/plugin-api/index.js";
import { forbid, textOf } from "../../kepegawaian/plugin.js";
import { hasilPenilaian } from "../domain/hasil.js";
import { dupakContext } from "./dupak-context.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { tenggatLangkah } from "./tenggat.js";

/** Sekretariat: makes the resume of an assessment confirmed in session. Source: domain note 1.5.1 step 13, 3.7. */
export const composeResume = (deps: EdupakDeps): TaskHandler => ({
  processId: "dupak-jfk",
  elementId: "ComposeResume",
  sheet: "rincian",

  async open(tx, { caseFile }) {
    const { dupak, rows, aturan } = await dupakContext(deps, tx, caseFile.id);
    const { jumlah, kebutuhan, memenuhi, catatan } = hasilPenilaian(dupak, rows, aturan);
    const koma = (text: string): string => text.replace(".", ",");
    const suggested = memenuhi
      ? `Memenuhi; ditetapkan PAK untuk ${kebutuhan?.golonganTujuan ?? "-"}`
      : "Belum memenuhi; ditetapkan HAPAK";
    const fact = (id: string, en: string, value: string) => ({ label: { id, en }, value });
    return {
      data: { rekomendasi: dupak.rekomendasi ?? suggested, catatan: dupak.catatanKetua ?? catatan.join(" ") },
      facts: [
        fact("AK lama", "Before", koma(jumlah.lama)),
        fact("AK disetujui", "Approved", koma(jumlah.baru)),
        fact("Jumlah AK", "Total", koma(jumlah.jumlah)),
        fact("AK yang diperlukan", "Required", kebutuhan === null ? "-" : koma(kebutuhan.akk)),
      ],
    };
  },

  async complete(tx, { caseFile, actor, data }) {
    const { dupak } = await dupakContext(deps, tx, caseFile.id);
    if (actor.userId === dupak.pemilikId)
      throw forbid("Anda tidak boleh memproses DUPAK sendiri", "You may not handle your own DUPAK");
    const catatan = textOf(data, "catatan");
    await deps.store(tx).saveDupak({
      ...dupak,
      rekomendasi: textOf(data, "rekomendasi"),
      catatanKetua: catatan === "" ? null : catatan,
      resumeKe: dupak.resumeKe + 1,
    });
    return {
      variables: { keputusan: "RESUME", ...(await tenggatLangkah(deps, tx, "TETAPKAN")) },
      action: "dupak.resume-made",
      story: { id: "membuat resume penilaian", en: "made the resume" },
    };
  },
});
