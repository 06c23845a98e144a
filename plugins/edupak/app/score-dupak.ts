import type { TaskHandler } from "../../../src/plugin-api/index.js";
import { jumlahAk, tulisAk } from "../../angka-kredit/plugin.js";
import { badInput, masalah, refuse, textOf, ticked } from "../../kepegawaian/plugin.js";
import { ditetapkan, diusulkan } from "../domain/hasil.js";
import { dupakContext, type DupakContext, dupakOfCase } from "./dupak-context.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { sebutKegiatan } from "./kegiatan-view.js";
import { tell, toSekretariat } from "./notices.js";
import { requirePenilai } from "./penilai.js";

/** Tim penilai: closes the provisional scoring once every row has a score. Source: domain note 1.5.1 step 11. */
export const scoreDupak = (deps: EdupakDeps): TaskHandler => ({
  processId: "dupak-jfk",
  elementId: "ScoreDupak",
  sheet: "rincian",

  async claim(tx, { caseFile, actor }) {
    await requirePenilai(deps, tx, actor, await dupakOfCase(deps, tx, caseFile.id));
  },

  async open(tx, { caseFile }) {
    const { dupak, rows } = await dupakContext(deps, tx, caseFile.id);
    const fact = (id: string, en: string, value: string) => ({ label: { id, en }, value });
    return {
      facts: [
        fact("Golongan", "Grade", dupak.perorangan.golongan),
        fact("Jabatan", "Position", dupak.perorangan.jabatan),
        fact("AK usul", "Proposed credit", tulisAk(jumlahAk(rows.map(diusulkan))).replace(".", ",")),
      ],
    };
  },

  async complete(tx, { caseFile, actor, data }) {
    const context = await dupakContext(deps, tx, caseFile.id);
    await requirePenilai(deps, tx, actor, context.dupak);
    if (!ticked(data, "bebasBenturan")) {
      const id = "Nyatakan bahwa tidak ada benturan kepentingan";
      throw badInput([masalah("bebasBenturan", id, "State that there is no conflict of interest")], "data.");
    }
    requireAllScored(context);
    const catatan = textOf(data, "catatan");
    await deps.store(tx).saveDupak({
      ...context.dupak,
      penilaianSelesai: true,
      penilaiId: actor.userId,
      catatanPenilai: catatan === "" ? null : catatan,
    });
    const total = tulisAk(jumlahAk(context.rows.map(ditetapkan))).replace(".", ",");
    const { nama } = context.dupak.perorangan;
    await tell(
      deps,
      tx,
      caseFile,
      "scored",
      [toSekretariat],
      { id: "DUPAK selesai dinilai", en: "DUPAK scored" },
      { id: `${caseFile.reference} dari ${nama}: ${total}.`, en: `${caseFile.reference} of ${nama}: ${total}.` },
    );
    return {
      variables: { keputusan: "DINILAI" },
      action: "dupak.scoring-finished",
      story: { id: `menyimpan penilaian sementara sebesar ${total}`, en: `finished provisional scoring: ${total}` },
      reason: catatan === "" ? null : catatan,
    };
  },
});

const requireAllScored = ({ rows }: DupakContext): void => {
  const open = rows.filter(({ kegiatan }) => kegiatan.nilai === null);
  if (open.length === 0) return;
  const names = sebutKegiatan(open);
  throw refuse(
    `${open.length} dari ${rows.length} kegiatan belum dinilai: ${names.id}`,
    `${open.length} of ${rows.length} activities have no score: ${names.en}`,
  );
};
