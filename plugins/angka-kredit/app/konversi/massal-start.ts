import type { CaseStart } from "../../../../src/plugin-api/index.js";
import { badInput, fileOf, masalah, refuse, textOf } from "../../../kepegawaian/plugin.js";
import { berkasBaru } from "./berkas-of-case.js";
import { catatTindakan } from "./catat.js";
import { APP, type KonversiDeps } from "./konversi-deps.js";
import { nomorBerkas } from "./nomor-berkas.js";
import { HANYA_PENILAI, wilayahOf } from "./wilayah.js";

/** Place of the uploaded table among the files of the case file. */
export const TEMPAT_UNGGAHAN = "unggahan";

/** Menu "Konversi massal": grades of many people from one spreadsheet. Source: domain note 2.3.2, 5. */
export const massalStart = (deps: KonversiDeps): CaseStart => ({
  form: "angka-kredit/unggah-konversi",

  async offered(tx, actor) {
    const wilayah = await wilayahOf(deps, tx, actor);
    return wilayah === undefined ? { ok: false, hidden: true, reason: HANYA_PENILAI } : { ok: true };
  },

  async start(tx, actor, data) {
    const wilayah = await wilayahOf(deps, tx, actor);
    if (wilayah === undefined) throw refuse(HANYA_PENILAI.id, HANYA_PENILAI.en);
    const file = fileOf(data, "berkas");
    if (file === undefined)
      throw badInput([masalah("berkas", "Unggah lembar kerja xlsx", "Upload a spreadsheet")], "data.");
    const caseFile = await deps.cases.open(tx, {
      app: APP,
      type: "konversi-massal",
      reference: await nomorBerkas(deps, tx, "KONVM"),
      title: textOf(data, "judul") || "Konversi predikat kinerja massal",
      ownerId: null,
      subjectName: wilayah.nama,
      subjectNumber: null,
      unitName: wilayah.nama,
      scopes: { instansi: wilayah.instansiId, ...(wilayah.unitId === null ? {} : { unit: wilayah.unitId }) },
      status: "DIPERIKSA",
      variables: {
        pembuat: actor.username,
        instansiId: wilayah.instansiId,
        penetapGroup:
          wilayah.unitId === null ? `penetap-konversi@${wilayah.instansiId}` : `penilai-kinerja@${wilayah.unitId}`,
      },
    });
    await deps.files.claim(tx, { fileId: file.id, caseId: caseFile.id, place: TEMPAT_UNGGAHAN, userId: actor.userId });
    await deps.store(tx).saveBerkas(berkasBaru(caseFile.id, wilayah, actor, { fileId: file.id }));
    await catatTindakan(
      deps,
      tx,
      { actor, caseId: caseFile.id },
      {
        action: "konversi.uploaded",
        story: { id: "mengunggah predikat kinerja untuk dikonversi", en: "uploaded grades to be converted" },
      },
    );
    return caseFile.id;
  },
});
