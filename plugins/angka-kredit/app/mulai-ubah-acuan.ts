import { type Actor, AppError, type CaseStart } from "../../../src/plugin-api/index.js";
import { type AcuanDeps, APP, PENGELOLA, UBAH_ACUAN } from "./acuan-deps.js";
import { beritahu } from "./beritahu-acuan.js";
import { hariIni } from "./hari-ini.js";
import { nomorBerkas } from "./nomor-berkas.js";
import { periksaUsulan, perubahan, yangBerlaku } from "./periksa-usulan.js";
import { judul } from "./usulan-berkas.js";

const ONLY = { id: "Hanya untuk Pengelola Acuan Angka Kredit", en: "For keepers of credit rates only" };
const isKeeper = ({ role }: Actor): boolean => role?.role === PENGELOLA;

/** Menu "Ubah acuan angka kredit": one person proposes a value, another one decides. Source: domain note 9 (nothing is hard-coded). */
export const mulaiUbahAcuan = (deps: AcuanDeps): CaseStart => ({
  form: "angka-kredit/ubah-acuan-ak",
  offered: (_tx, actor) => Promise.resolve(isKeeper(actor) ? { ok: true } : { ok: false, hidden: true, reason: ONLY }),
  prefill: () => Promise.resolve({ berlakuMulai: hariIni(deps.clock.now()) }),
  async start(tx, actor, data) {
    if (!isKeeper(actor)) throw new AppError("INVALID_STATE", ONLY.en, { detail: ONLY });
    const { usulan, versi } = await periksaUsulan(deps, tx, data);
    const caseFile = await deps.cases.open(tx, {
      app: APP,
      type: UBAH_ACUAN,
      reference: await nomorBerkas(deps, tx, "ACUAN-AK"),
      title: judul(deps, usulan),
      ownerId: actor.userId, // nobody decides on a case file of their own
      subjectName: actor.displayName,
      subjectNumber: null,
      unitName: null,
      scopes: {},
      status: "DIUSULKAN",
      variables: { pengusul: actor.username },
    });
    await deps.store(tx).simpanUsulan(caseFile.id, usulan);
    await deps.history.append(tx, {
      actorId: actor.userId,
      actorName: actor.displayName,
      role: PENGELOLA,
      action: "acuan-ak.proposed",
      caseId: caseFile.id,
      subject: { type: "CaseFile", id: caseFile.id },
      story: { id: "mengusulkan perubahan acuan angka kredit", en: "proposed a change of credit rates" },
      changes: perubahan(deps, usulan, yangBerlaku(versi, usulan.berlakuMulai)),
      reason: usulan.alasan,
    });
    await beritahu(deps, tx, caseFile, "diusulkan", [{ role: PENGELOLA, exceptUserId: caseFile.ownerId }]);
    return caseFile.id;
  },
});
