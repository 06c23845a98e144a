import type { Actor, CaseStart, UnitOfWork } from "../../../src/plugin-api/index.js";
import { tanggalWib, tulisTanggal } from "../../kepegawaian/plugin.js";
import type { Dupak } from "../domain/dupak.js";
import type { Periode } from "../domain/periode.js";
import { choiceOf, chosenOf, recordChoice } from "./chosen-dupak.js";
import { moveDupak } from "./dupak-context.js";
import { dateOf, type FormData, textOf } from "./form-data.js";
import { tell, toOwner, toTpp } from "./notices.js";
import { badInput, refuse } from "./refusals.js";
import { APP, type SiwiDeps } from "./siwi-deps.js";
import { tenggatTanggal } from "./tenggat.js";

interface Agenda {
  readonly periode: Periode;
  readonly dupak: readonly Dupak[];
}

/** DUPAK that TPP has scored, of the oldest period that has any. */
const agenda = async (deps: SiwiDeps, tx: UnitOfWork): Promise<Agenda | undefined> => {
  const store = deps.store(tx);
  const scored = await deps.cases.list(tx, { app: APP, type: "dupak", status: "DINILAI_TPP" });
  const dupak = await store.dupakByCases(scored.map(({ id }) => id));
  const periode = (await store.periodes()).find(({ id }) => dupak.some(({ periodeId }) => periodeId === id));
  return periode === undefined
    ? undefined
    : { periode, dupak: dupak.filter(({ periodeId }) => periodeId === periode.id) };
};

const isSecretariat = ({ role }: Actor): boolean => role?.role === "sekretariat-tpp";
const NOTHING = {
  id: "Belum ada DUPAK yang selesai dinilai TPP",
  en: "No DUPAK has been scored by the central team yet",
};

/** Menu "Jadwalkan sidang": scored DUPAK of a period, all or those chosen. Source: domain note 1.3.4, 1.3.6. */
export const sidangStart = (deps: SiwiDeps): CaseStart => ({
  form: "siwi/jadwal-sidang",
  async offered(tx, actor) {
    if (!isSecretariat(actor))
      return {
        ok: false,
        hidden: true,
        reason: { id: "Hanya untuk Sekretariat TPP", en: "For the central secretariat only" },
      };
    return (await agenda(deps, tx)) === undefined ? { ok: false, reason: NOTHING } : { ok: true };
  },
  async prefill(tx) {
    const found = await agenda(deps, tx);
    if (found === undefined) return {};
    const dupak = choiceOf(
      found.dupak.map(({ caseId, perorangan }) => ({
        caseId,
        nama: perorangan.nama,
        keadaan: `${perorangan.golongan}, ${perorangan.instansi}`,
      })),
    );
    return { masaPenilaian: found.periode.nama, jumlah: String(found.dupak.length), dupak };
  },
  async start(tx, actor, data) {
    if (!isSecretariat(actor))
      throw refuse("Hanya Sekretariat TPP yang menjadwalkan sidang", "Only the central secretariat schedules sessions");
    const found = await agenda(deps, tx);
    if (found === undefined) throw refuse(NOTHING.id, NOTHING.en);
    const tanggal = dateOf(data, "tanggal");
    if (tanggal < tanggalWib(deps.clock.now())) {
      throw badInput(
        [{ kolom: "tanggal", id: "Tanggal sidang sudah lewat", en: "The date of the session has passed" }],
        "data.",
      );
    }
    const all = found.dupak.map(({ caseId }) => caseId);
    const chosen = chosenOf(data, all);
    const dupak = found.dupak.filter(({ caseId }) => chosen.has(caseId));
    const id = await schedule(deps, tx, { ...found, dupak }, tanggal, data);
    const left = all.filter((caseId) => !chosen.has(caseId));
    await recordChoice(deps, tx, actor, { caseId: id, left, reason: textOf(data, "alasan") });
    return id;
  },
});

const schedule = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  { periode, dupak }: Agenda,
  tanggal: string,
  data: FormData,
): Promise<string> => {
  const store = deps.store(tx);
  const number = await deps.numbers(tx).nextNumber(`sidang:${tanggal.slice(0, 4)}`);
  const caseFile = await deps.cases.open(tx, {
    app: APP,
    type: "sidang",
    reference: `SIDANG-${tanggal.slice(0, 4)}-${String(number).padStart(3, "0")}`,
    title: `Sidang TPP ${tulisTanggal(tanggal)}, ${periode.nama}`,
    ownerId: null,
    subjectName: `${dupak.length} DUPAK`,
    subjectNumber: null,
    unitName: textOf(data, "tempat"),
    scopes: {},
    status: "DIJADWALKAN",
    variables: { ...tenggatTanggal(tanggal) },
  });
  const sidangId = deps.ids.next();
  await store.saveSidang({
    id: sidangId,
    caseId: caseFile.id,
    periodeId: periode.id,
    tanggal,
    pukul: textOf(data, "pukul"),
    tempat: textOf(data, "tempat"),
    dasarKeputusan: textOf(data, "dasarKeputusan"),
    dasarTanggal: dateOf(data, "dasarTanggal"),
    dupakCaseIds: dupak.map(({ caseId }) => caseId),
    anggota: [],
    perbedaanPendapat: [],
    nomor: null,
    status: "DIJADWALKAN",
  });
  for (const each of dupak) {
    const moved = await moveDupak(deps, tx, await deps.cases.get(tx, each.caseId), "SIDANG");
    await store.saveDupak({ ...each, sidangId });
    await store.addPutusan({
      id: deps.ids.next(),
      sidangId,
      dupakCaseId: each.caseId,
      revision: 1,
      putusan: "DITETAPKAN",
      catatan: null,
    });
    await tell(
      deps,
      tx,
      moved,
      "sidang",
      toOwner(moved),
      { id: "DUPAK masuk sidang TPP", en: "DUPAK goes into session" },
      {
        id: `${moved.reference} dibahas pada sidang ${tulisTanggal(tanggal)}.`,
        en: `${moved.reference} is discussed on ${tanggal}.`,
      },
    );
  }
  await tell(
    deps,
    tx,
    caseFile,
    "scheduled",
    [toTpp],
    { id: "Undangan sidang TPP", en: "Session of the central team" },
    {
      id: `Sidang ${tulisTanggal(tanggal)} di ${textOf(data, "tempat")}.`,
      en: `Session on ${tanggal}, ${textOf(data, "tempat")}.`,
    },
  );
  return caseFile.id;
};
