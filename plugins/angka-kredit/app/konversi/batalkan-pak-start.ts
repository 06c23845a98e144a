import type { CaseStart } from "../../../../src/plugin-api/index.js";
import { badInput, masalah, refuse, textOf } from "../../../kepegawaian/plugin.js";
import { nomorBerkas } from "../nomor-berkas.js";
import { wajibAlasan } from "./alasan.js";
import { berkasBaru } from "./berkas-of-case.js";
import { catatTindakan } from "./catat.js";
import { APP, type KonversiDeps } from "./konversi-deps.js";
import { judulPembatalan } from "./pak-yang-dibatalkan.js";
import { diWilayah, HANYA_PENILAI, wilayahOf } from "./wilayah.js";

/** Menu "Batalkan PAK": a wrong PAK is never changed, it is cancelled and its periods are free again. Source: domain note 3.10. */
export const batalkanPakStart = (deps: KonversiDeps): CaseStart => ({
  form: "angka-kredit/batalkan-pak",

  async offered(tx, actor) {
    const wilayah = await wilayahOf(deps, tx, actor);
    return wilayah === undefined ? { ok: false, hidden: true, reason: HANYA_PENILAI } : { ok: true };
  },

  async start(tx, actor, data) {
    const wilayah = await wilayahOf(deps, tx, actor);
    if (wilayah === undefined) throw refuse(HANYA_PENILAI.id, HANYA_PENILAI.en);
    const alasan = wajibAlasan(data);
    const nomor = textOf(data, "nomor");
    const wrong = (id: string, en: string) => badInput([masalah("nomor", id, en)], "data.");
    const here = await diWilayah(deps, tx, wilayah, await deps.store(tx).pakByNomor(nomor));
    const [pak] = here.filter(({ batal }) => batal === null).concat(here);
    const pegawai = pak === undefined ? undefined : await deps.people(tx).pegawai(pak.pegawaiId);
    if (pak === undefined || pegawai === undefined)
      throw wrong(`PAK nomor "${nomor}" tidak ditemukan`, `No PAK has the number "${nomor}"`);
    if (pak.batal !== null)
      throw wrong(
        `PAK nomor ${nomor} sudah dibatalkan pada ${pak.batal.pada}`,
        `It was cancelled on ${pak.batal.pada}`,
      );
    const last = (await deps.store(tx).pakBerlaku([pak.nip])).at(-1);
    if (last !== undefined && last.id !== pak.id)
      throw wrong(
        `PAK nomor ${last.nomor} berdiri di atas PAK ini; batalkan itu lebih dahulu`,
        `PAK number ${last.nomor} rests on this one; cancel that first`,
      );
    const owner = await deps.users.findByPerson(tx, pak.pegawaiId);
    const caseFile = await deps.cases.open(tx, {
      app: APP,
      type: "pembatalan-pak",
      reference: await nomorBerkas(deps, tx, "BATAL"),
      title: judulPembatalan(nomor),
      ownerId: owner?.userId ?? null,
      subjectName: pak.isi.perorangan.nama,
      subjectNumber: pak.nip,
      unitName: pak.isi.perorangan.unitKerja,
      scopes: { instansi: pegawai.instansiId, unit: pegawai.unitKerjaId },
      status: "DIAJUKAN",
      variables: { pakKonversiId: pak.id, unitId: pegawai.unitKerjaId, instansiId: pegawai.instansiId },
    });
    await deps.store(tx).saveBerkas(berkasBaru(caseFile.id, wilayah, actor, { alasan }));
    await catatTindakan(
      deps,
      tx,
      { actor, caseId: caseFile.id },
      {
        action: "pak.cancellation-asked",
        story: { id: `mengusulkan pembatalan PAK nomor ${nomor}`, en: `asked to cancel PAK ${nomor}` },
        reason: alasan,
      },
    );
    return caseFile.id;
  },
});
