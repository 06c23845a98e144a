import type { TaskHandler } from "../../../../src/plugin-api/index.js";
import { badInput, fileOf, masalah, refuse, textOf, ticked } from "../../../kepegawaian/plugin.js";
import { berkasOfCase } from "./berkas-of-case.js";
import { pesanFacts } from "./case-facts.js";
import type { KonversiDeps } from "./konversi-deps.js";
import { TEMPAT_UNGGAHAN } from "./massal-start.js";

/**
 * The one who uploaded decides about rows with faults: a repaired table, or explicitly without them, or not at all. Rows
 * with faults are never converted.
 */
export const tindakLanjutMasalah = (deps: KonversiDeps): TaskHandler => ({
  processId: "konversi-massal",
  elementId: "FollowUpProblems",
  sheet: "baris",

  async open(tx, { caseFile }) {
    const berkas = await berkasOfCase(deps, tx, caseFile.id);
    const { SAH, BERMASALAH } = await deps.store(tx).hitungBaris(caseFile.id);
    return {
      data: { adaSah: SAH > 0 },
      facts: [
        ...pesanFacts(berkas),
        { label: { id: "Baris tanpa masalah", en: "Rows without faults" }, value: String(SAH) },
        { label: { id: "Baris bermasalah", en: "Rows with faults" }, value: String(BERMASALAH) },
      ],
    };
  },

  async complete(tx, { caseFile, actor, data }) {
    const berkas = await berkasOfCase(deps, tx, caseFile.id);
    switch (textOf(data, "keputusan")) {
      case "UNGGAH_ULANG": {
        const file = fileOf(data, "berkas");
        if (file === undefined)
          throw badInput(
            [masalah("berkas", "Unggah lembar kerja yang sudah diperbaiki", "Upload the repaired table")],
            "data.",
          );
        const { id: caseId } = caseFile;
        await deps.files.claim(tx, { fileId: file.id, caseId, place: TEMPAT_UNGGAHAN, userId: actor.userId });
        await deps.store(tx).saveBerkas({ ...berkas, fileId: file.id, pesan: null, alasan: null });
        await deps.cases.setStatus(tx, caseFile, "DIPERIKSA");
        return {
          variables: { keputusan: "UNGGAH_ULANG" },
          action: "konversi.uploaded-again",
          story: { id: "mengunggah lembar kerja yang diperbaiki", en: "uploaded a repaired table" },
        };
      }
      case "LANJUTKAN": {
        const { SAH, BERMASALAH } = await deps.store(tx).hitungBaris(caseFile.id);
        if (SAH === 0)
          throw refuse(
            "Tidak ada baris yang dapat dilanjutkan; unggah ulang atau batalkan",
            "No row is free of faults",
          );
        if (BERMASALAH > 0 && !ticked(data, "tanpaBermasalah"))
          throw badInput(
            [
              masalah(
                "tanpaBermasalah",
                `Centang bahwa ${BERMASALAH} baris ditinggalkan`,
                "Confirm that rows are left out",
              ),
            ],
            "data.",
          );
        await deps.store(tx).saveBerkas({ ...berkas, tanpaBermasalah: BERMASALAH > 0, alasan: null });
        await deps.cases.setStatus(tx, caseFile, "MENUNGGU_PENETAPAN");
        return {
          variables: { keputusan: "LANJUTKAN" },
          action: "konversi.continued",
          story: {
            id: `melanjutkan ${SAH} baris tanpa ${BERMASALAH} baris bermasalah`,
            en: `went on with ${SAH} rows, without ${BERMASALAH} rows with faults`,
          },
        };
      }
      default:
        await deps.cases.setStatus(tx, caseFile, "DIBATALKAN", { closed: true });
        return {
          variables: { keputusan: "BATALKAN" },
          action: "konversi.cancelled",
          story: { id: "membatalkan konversi massal", en: "called the upload off" },
        };
    }
  },
});
