import type { TaskHandler } from "../../../src/plugin-api/index.js";
import { jumlahAk, NOL, tulisAk } from "../../angka-kredit/plugin.js";
import { requirePenilai } from "../../penilaian/plugin.js";
import type { Tim } from "../domain/penilaian.js";
import { type DupakContext, dupakContext, dupakOfCase, moveDupak } from "./dupak-context.js";
import { textOf, ticked } from "./form-data.js";
import { tell, toOwner, toTpiSecretariat, toTppSecretariat } from "./notices.js";
import { badInput, refuse } from "./refusals.js";
import type { SiwiDeps } from "./siwi-deps.js";
import { tenggatLangkah } from "./tenggat.js";

/** "Simpan Penilaian Dupak": closes the scoring of a team once every row has a score. Source: domain note 1.3.3, 1.3.4. */
export const finishScoring = (deps: SiwiDeps, tim: Tim): TaskHandler => ({
  processId: "dupak-online",
  elementId: tim === "TPI" ? "ScoreByTpi" : "ScoreByTpp",
  sheet: "rincian",

  async claim(tx, { caseFile, actor }) {
    await requirePenilai(deps, tx, actor, await dupakOfCase(deps, tx, caseFile.id));
  },

  async open(tx, { caseFile }) {
    const { dupak, rows } = await dupakContext(deps, tx, caseFile.id);
    const usul = tulisAk(jumlahAk(rows.map(({ hitung }) => hitung.angkaKredit))).replace(".", ",");
    return {
      facts: [
        { label: { id: "Golongan", en: "Grade" }, value: dupak.perorangan.golongan },
        { label: { id: "Jabatan", en: "Position" }, value: dupak.perorangan.jabatan },
        { label: { id: "AK usul", en: "Proposed credit" }, value: usul },
      ],
    };
  },

  async complete(tx, { caseFile, actor, data }) {
    const context = await dupakContext(deps, tx, caseFile.id);
    const { dupak } = context;
    await requirePenilai(deps, tx, actor, dupak);
    if (!ticked(data, "bebasBenturan")) {
      const text = {
        id: "Nyatakan bahwa tidak ada benturan kepentingan",
        en: "State that there is no conflict of interest",
      };
      throw badInput([{ kolom: "bebasBenturan", ...text }], "data.");
    }
    requireAllScored(context, tim);
    const scored = await moveDupak(deps, tx, caseFile, tim === "TPI" ? "DINILAI_TPI" : "DINILAI_TPP");
    const settled = tim === "TPI" ? await moveDupak(deps, tx, scored, "MENUNGGU_KIRIM_TPP") : scored;
    const { nama, instansiId } = dupak.perorangan;
    const to = tim === "TPI" ? toTpiSecretariat(instansiId) : toTppSecretariat;
    const { reference } = caseFile;
    await tell(
      deps,
      tx,
      settled,
      "scored",
      [to],
      { id: `DUPAK selesai dinilai ${tim}`, en: `DUPAK scored (${tim})` },
      { id: `${reference} dari ${nama} selesai dinilai ${tim}.`, en: `${reference} of ${nama} has been scored.` },
    );
    await tell(
      deps,
      tx,
      settled,
      "scored-owner",
      toOwner(settled),
      { id: `DUPAK selesai dinilai ${tim}`, en: `DUPAK scored (${tim})` },
      { id: `${reference} selesai dinilai ${tim}.`, en: `${reference} has been scored.` },
    );
    const catatan = textOf(data, "catatan");
    return {
      variables: { keputusan: "DINILAI", ...(await tenggatLangkah(deps, tx, "terima")) },
      action: tim === "TPI" ? "dupak.scoring-finished-tpi" : "dupak.scoring-finished-tpp",
      story: {
        id: `menyimpan penilaian ${tim} sebesar ${totalOf(context, tim)}`,
        en: `finished scoring: ${totalOf(context, tim)}`,
      },
      reason: catatan === "" ? null : catatan,
    };
  },
});

const totalOf = ({ rows }: DupakContext, tim: Tim): string => {
  const scores = rows.map(({ row }) => (tim === "TPI" ? row.nilaiTpi : row.nilaiTpp) ?? NOL);
  return tulisAk(jumlahAk(scores)).replace(".", ",");
};

const requireAllScored = ({ rows }: DupakContext, tim: Tim): void => {
  const open = rows.filter(({ row }) => (tim === "TPI" ? row.nilaiTpi : row.nilaiTpp) === null);
  if (open.length === 0) return;
  const names = open.map(({ row, butir }) => `kode ${butir.kode} (${row.uraian})`).join(", ");
  throw refuse(
    `${open.length} dari ${rows.length} baris belum dinilai: ${names}`,
    `${open.length} of ${rows.length} rows have no score: ${names}`,
  );
};
