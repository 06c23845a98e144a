import type { Actor, CaseStart, UnitOfWork } from "../../../../src/plugin-api/index.js";
import { badInput, fileOf, type FormData, masalah, namaLengkap, refuse, textOf } from "../../../kepegawaian/plugin.js";
import { nomorBerkas } from "../nomor-berkas.js";
import { wajibAlasan } from "./alasan.js";
import { barisTunggal } from "./baris-tunggal.js";
import { berkasBaru } from "./berkas-of-case.js";
import { catatTindakan } from "./catat.js";
import { APP, type KonversiDeps } from "./konversi-deps.js";
import type { KonversiTetap } from "./konversi-store.js";
import { diWilayah, HANYA_PENILAI, type Wilayah, wilayahOf } from "./wilayah.js";

/**
 * Menu "Konversi predikat kinerja": the grade of one person for a period, or the correction of a determined conversion.
 * Source: Peraturan BKN 3/2023 Pasal 12, 13; domain note 2.3.2.
 */
export const konversiStart = (deps: KonversiDeps): CaseStart => ({
  form: "angka-kredit/isi-predikat",

  async offered(tx, actor) {
    const wilayah = await wilayahOf(deps, tx, actor);
    return wilayah === undefined ? { ok: false, hidden: true, reason: HANYA_PENILAI } : { ok: true };
  },
  prefill: () => Promise.resolve({ jenis: "BARU" }),

  async start(tx, actor, data) {
    const wilayah = await wilayahOf(deps, tx, actor);
    if (wilayah === undefined) throw refuse(HANYA_PENILAI.id, HANYA_PENILAI.en);
    const replaced = textOf(data, "jenis") === "KOREKSI" ? await yangDikoreksi(deps, tx, wilayah, data) : undefined;
    const alasan = replaced === undefined ? null : wajibAlasan(data);
    return open(deps, tx, { actor, wilayah, data, replaced, alasan });
  },
});

/** The conversion that a correction replaces. A PAK that counts it must be cancelled first. */
const yangDikoreksi = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  wilayah: Wilayah,
  data: FormData,
): Promise<KonversiTetap> => {
  const nomor = textOf(data, "nomorLama");
  const store = deps.store(tx);
  const nip = textOf(data, "nip").replaceAll(/\s/g, "");
  const here = await diWilayah(deps, tx, wilayah, await store.konversiByNomor(nomor));
  const found = here.find((each) => each.nip === nip) ?? here[0];
  const wrong = (id: string, en: string) => badInput([masalah("nomorLama", id, en)], "data.");
  if (found === undefined)
    throw wrong(`Konversi nomor "${nomor}" tidak ditemukan`, `No conversion has the number "${nomor}"`);
  if (found.digantiId !== null) {
    const newer = await store.konversi(found.digantiId);
    const other = newer?.nomor ?? found.digantiId;
    throw wrong(`Konversi ini sudah dikoreksi dengan nomor ${other}`, `It was corrected by number ${other} already`);
  }
  const pak = found.pakId === null ? undefined : await store.pak(found.pakId);
  if (pak !== undefined)
    throw wrong(
      `Konversi ini termuat dalam PAK nomor ${pak.nomor}; batalkan PAK itu lebih dahulu`,
      `It is counted in PAK number ${pak.nomor}; cancel that PAK first`,
    );
  if (found.nip !== nip)
    throw badInput(
      [masalah("nip", `Konversi ${nomor} milik NIP ${found.nip}`, `It belongs to NIP ${found.nip}`)],
      "data.",
    );
  return found;
};

interface Masukan {
  readonly actor: Actor;
  readonly wilayah: Wilayah;
  readonly data: FormData;
  readonly replaced: KonversiTetap | undefined;
  readonly alasan: string | null;
}

const open = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  { actor, wilayah, data, replaced, alasan }: Masukan,
): Promise<string> => {
  const more = { menggantiId: replaced?.id ?? null, alasan };
  const draft = berkasBaru("", wilayah, actor, more);
  const row = await barisTunggal(deps, tx, draft, data);
  const pegawai = await deps.people(tx).pegawai(row.periode.pegawaiId);
  if (pegawai === undefined) throw new Error(`Expected employee '${row.periode.pegawaiId}', but there is none`);
  const unit = await deps.people(tx).unitKerja(pegawai.unitKerjaId);
  const owner = await deps.users.findByPerson(tx, pegawai.id);
  const caseFile = await deps.cases.open(tx, {
    app: APP,
    type: "konversi",
    reference: await nomorBerkas(deps, tx, "KONV"),
    title: `${replaced === undefined ? "Konversi" : "Koreksi konversi"} predikat kinerja ${row.periode.tahun}`,
    ownerId: owner?.userId ?? null,
    subjectName: namaLengkap(pegawai),
    subjectNumber: pegawai.nip,
    unitName: unit?.nama ?? null,
    scopes: { instansi: pegawai.instansiId, unit: pegawai.unitKerjaId },
    status: "DIPERIKSA",
    variables: {
      pembuat: actor.username,
      instansiId: pegawai.instansiId,
      unitId: pegawai.unitKerjaId,
      predikat: row.periode.predikat,
    },
  });
  await deps.store(tx).saveBerkas({ ...draft, caseId: caseFile.id });
  await deps.store(tx).addBaris([{ ...row, id: deps.ids.next(), caseId: caseFile.id, status: "SAH" }]);
  const bukti = fileOf(data, "bukti");
  if (bukti !== undefined)
    await deps.files.claim(tx, { fileId: bukti.id, caseId: caseFile.id, place: "bukti", userId: actor.userId });
  await catatTindakan(
    deps,
    tx,
    { actor, caseId: caseFile.id },
    {
      action: replaced === undefined ? "predikat.entered" : "predikat.corrected",
      story: {
        id: `mengisi predikat kinerja${replaced === undefined ? "" : ` sebagai koreksi konversi nomor ${replaced.nomor}`}`,
        en: `entered the grade${replaced === undefined ? "" : `, correcting conversion ${replaced.nomor}`}`,
      },
      reason: alasan,
    },
  );
  return caseFile.id;
};
