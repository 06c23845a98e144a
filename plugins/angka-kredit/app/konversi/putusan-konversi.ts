import type { CaseFact, TaskHandler, TaskOutcome, TaskRequest, UnitOfWork } from "../../../../src/plugin-api/index.js";
import { forbid, tanggalWib, textOf } from "../../../kepegawaian/plugin.js";
import { tulisAk } from "../../domain/ak.js";
import { namaBulan } from "../../domain/bulan.js";
import { namaJenjang } from "../../domain/jenjang.js";
import { konversi } from "../../domain/konversi.js";
import { namaPredikat } from "../../domain/predikat.js";
import { Rujukan } from "../../domain/rujukan.js";
import { tarifKonversi } from "../../domain/tarif-konversi.js";
import { koma } from "../kalimat.js";
import { barisOfCase } from "./baris-of-case.js";
import { berkasOfCase } from "./berkas-of-case.js";
import { kembalikan } from "./kembalikan.js";
import type { KonversiDeps } from "./konversi-deps.js";
import { penetapDari } from "./penetap-dari.js";

type Completion = TaskRequest & { readonly data: Readonly<Record<string, unknown>> };

/** The personnel office checks a grade before it is determined, or gives it back. Source: domain note 2.3.6. */
export const periksaKonversi = (deps: KonversiDeps): TaskHandler =>
  putusan(deps, "CheckKonversi", async (tx, { caseFile }) => {
    await deps.cases.setStatus(tx, caseFile, "MENUNGGU_PENETAPAN");
    return {
      variables: { keputusan: "SETUJUI" },
      action: "konversi.checked",
      story: { id: "memeriksa predikat kinerja: sesuai", en: "checked the grade: correct" },
    };
  });

/** The assessing official determines the conversion. Source: Peraturan BKN 3/2023 Pasal 12. */
export const tetapkanKonversi = (deps: KonversiDeps): TaskHandler =>
  putusan(deps, "DetermineKonversi", async (tx, { caseFile, actor }) => {
    const berkas = await berkasOfCase(deps, tx, caseFile.id);
    const penetap = await penetapDari(deps, tx, actor);
    const { periode } = await barisOfCase(deps, tx, caseFile.id);
    if (periode !== null && periode.pegawaiId === actor.personId)
      throw forbid("Anda tidak boleh menetapkan konversi Anda sendiri", "You may not determine your own conversion");
    await deps.store(tx).saveBerkas({ ...berkas, penetap, tanggal: tanggalWib(deps.clock.now()) });
    await deps.cases.setStatus(tx, caseFile, "DIPROSES");
    return {
      variables: { keputusan: "TETAPKAN" },
      action: "konversi.determined",
      story: { id: "menetapkan konversi predikat kinerja", en: "determined the conversion" },
    };
  });

/** A decision on a grade: what follows a yes, and the way back with a reason. */
const putusan = (
  deps: KonversiDeps,
  elementId: string,
  accept: (tx: UnitOfWork, request: Completion) => Promise<TaskOutcome>,
): TaskHandler => ({
  processId: "konversi-predikat",
  elementId,
  async open(tx, { caseFile }) {
    return { facts: await faktaPredikat(deps, tx, caseFile.id) };
  },
  complete: (tx, request) =>
    textOf(request.data, "keputusan") === "KEMBALIKAN"
      ? kembalikan(deps, tx, request, {
          judul: { id: "Predikat dikembalikan", en: "Grade returned" },
          kisah: { id: "mengembalikan predikat kinerja", en: "returned the grade" },
        })
      : accept(tx, request),
});

/** The grade and what it will give. */
export const faktaPredikat = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  caseId: string,
): Promise<readonly CaseFact[]> => {
  const { periode } = await barisOfCase(deps, tx, caseId);
  if (periode === null) return [];
  const { baris } = konversi([periode], tarifKonversi(new Rujukan(await deps.acuan(tx))));
  const [row] = baris;
  const { tahun, bulanMulai, bulanSelesai, jenjang, predikat } = periode;
  return [
    {
      label: { id: "Periode", en: "Period" },
      value: `${namaBulan(bulanMulai)} s/d ${namaBulan(bulanSelesai)} ${tahun}`,
    },
    { label: { id: "Jenjang", en: "Level" }, value: namaJenjang(jenjang) },
    { label: { id: "Predikat", en: "Grade" }, value: namaPredikat(predikat) },
    ...(row === undefined
      ? []
      : [
          {
            label: { id: "Angka kredit", en: "Credit" },
            value: `${row.bulan}/12 × ${row.persentase}% × ${koma(row.koefisien)} = ${tulisAk(row.angkaKredit).replace(".", ",")}`,
          },
        ]),
  ];
};
