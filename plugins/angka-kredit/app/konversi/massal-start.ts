import type { Actor, CaseStart, UnitOfWork } from "../../../../src/plugin-api/index.js";
import { badInput, fileOf, type FormData, masalah, refuse, tanggalWib, textOf } from "../../../kepegawaian/plugin.js";
import { nomorBerkas } from "../nomor-berkas.js";
import { berkasBaru } from "./berkas-of-case.js";
import { catatTindakan } from "./catat.js";
import { TAHUN_PERTAMA } from "../../domain/periksa-baris-konversi.js";
import { APP, type KonversiDeps } from "./konversi-deps.js";
import { HANYA_PENILAI, type Wilayah, wilayahOf } from "./wilayah.js";

/** Place of the uploaded table among the files of the case file. */
export const TEMPAT_UNGGAHAN = "unggahan";

/** Menu "Konversi massal": grades of many people from one spreadsheet, or from SIASN. Source: domain note 2.3.2, 5. */
export const massalStart = (deps: KonversiDeps): CaseStart => ({
  form: "angka-kredit/unggah-konversi",

  async offered(tx, actor) {
    const wilayah = await wilayahOf(deps, tx, actor);
    return wilayah === undefined ? { ok: false, hidden: true, reason: HANYA_PENILAI } : { ok: true };
  },

  async start(tx, actor, data) {
    const wilayah = await wilayahOf(deps, tx, actor);
    if (wilayah === undefined) throw refuse(HANYA_PENILAI.id, HANYA_PENILAI.en);
    const sumber = await sumberOf(deps, tx, actor, wilayah, data);
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
        sumber: "nips" in sumber ? "SIASN" : "UNGGAH",
        penetapGroup:
          wilayah.unitId === null ? `penetap-konversi@${wilayah.instansiId}` : `penilai-kinerja@${wilayah.unitId}`,
      },
    });
    await simpanSumber(deps, tx, caseFile.id, wilayah, actor, sumber);
    await catatTindakan(
      deps,
      tx,
      { actor, caseId: caseFile.id },
      "nips" in sumber
        ? {
            action: "konversi.pulled",
            story: {
              id: `menarik predikat kinerja tahun ${sumber.tahun} dari SIASN untuk ${sumber.nips.length} pegawai`,
              en: `asked SIASN for the grades of ${sumber.nips.length} people in ${sumber.tahun}`,
            },
          }
        : {
            action: "konversi.uploaded",
            story: { id: "mengunggah predikat kinerja untuk dikonversi", en: "uploaded grades to be converted" },
          },
    );
    return caseFile.id;
  },
});

/** Where the grades come from: a spreadsheet, or SIASN for these people. */
type Sumber = { readonly fileId: string } | { readonly tahun: number; readonly nips: readonly string[] };

const sumberOf = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  actor: Actor,
  wilayah: Wilayah,
  data: FormData,
): Promise<Sumber> => {
  if (textOf(data, "sumber") === "SIASN") return siasnOf(deps, tx, actor, wilayah, data);
  const file = fileOf(data, "berkas");
  if (file !== undefined) return { fileId: file.id };
  throw badInput([masalah("berkas", "Unggah lembar kerja xlsx", "Upload a spreadsheet")], "data.");
};

const siasnOf = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  actor: Actor,
  { instansiId, unitId }: Wilayah,
  data: FormData,
): Promise<Sumber> => {
  if (deps.kinerja?.melayani(instansiId) !== true)
    throw refuse(
      "Sambungan SAPK/SIASN untuk instansi Anda belum dikonfigurasi; unggah lembar kerja, atau hubungi administrator aplikasi",
      "The link to SAPK/SIASN is not configured for your agency; upload a spreadsheet, or ask the administrator",
    );
  const tahun = requireTahun(textOf(data, "tahun"), Number(tanggalWib(deps.clock.now()).slice(0, 4)));
  // Nobody grades oneself: the own grade is entered by someone else.
  const people = (await deps.people(tx).pejabatFungsional(instansiId, unitId)).filter(
    ({ id }) => id !== actor.personId,
  );
  if (people.length === 0)
    throw refuse(
      "Tidak ada pegawai aktif berjenjang di lingkup Anda selain Anda sendiri",
      "Nobody in your scope, besides yourself, is active in a position with levels",
    );
  return { tahun, nips: people.map(({ nip }) => nip) };
};

const requireTahun = (text: string, thisYear: number): number => {
  const tahun = Number(text);
  if (/^\d{4}$/.test(text) && tahun >= TAHUN_PERTAMA && tahun <= thisYear) return tahun;
  throw badInput(
    [
      masalah(
        "tahun",
        `Tahun "${text}": seharusnya ${TAHUN_PERTAMA} sampai ${thisYear}`,
        `Year "${text}": expected ${TAHUN_PERTAMA} to ${thisYear}`,
      ),
    ],
    "data.",
  );
};

const simpanSumber = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  caseId: string,
  wilayah: Wilayah,
  actor: Actor,
  sumber: Sumber,
): Promise<void> => {
  const store = deps.store(tx);
  if ("nips" in sumber) {
    await store.saveBerkas(berkasBaru(caseId, wilayah, actor, { tahunSiasn: sumber.tahun }));
    return store.antreTarikan(caseId, sumber.nips);
  }
  const { fileId } = sumber;
  await deps.files.claim(tx, { fileId, caseId, place: TEMPAT_UNGGAHAN, userId: actor.userId });
  await store.saveBerkas(berkasBaru(caseId, wilayah, actor, { fileId }));
};
