import type { Actor, CaseStart, UnitOfWork } from "../../../src/plugin-api/index.js";
import {
  badInput,
  choiceOf,
  chosenOf,
  dateOf,
  type FormData,
  masalah,
  recordChoice,
  refuse,
  tanggalWib,
  textOf,
} from "../../kepegawaian/plugin.js";
import type { Dupak } from "../domain/dupak.js";
import { susunanTimSah } from "../domain/tim-penilai.js";
import { moveDupak } from "./dupak-context.js";
import { APP, type EdupakDeps } from "./edupak-deps.js";
import { tell, toOwner, toPenilai } from "./notices.js";
import { timPenilai } from "./tim-members.js";
import { tenggatTanggal } from "./tenggat.js";

const isSecretariat = ({ role }: Actor): boolean => role?.role === "sekretariat-jfk";
const ONLY = { id: "Hanya untuk Sekretariat Tim Penilai", en: "For the team's secretariat only" };
const NOTHING = { id: "Belum ada DUPAK yang selesai dinilai", en: "No DUPAK has been scored yet" };

/** DUPAK whose provisional scoring is over. */
const agenda = async (deps: EdupakDeps, tx: UnitOfWork): Promise<readonly Dupak[]> => {
  const scoring = await deps.cases.list(tx, { app: APP, type: "dupak", status: "PENILAIAN_SEMENTARA" });
  const dupak = await deps.store(tx).dupakByCases(scoring.map(({ id }) => id));
  return dupak.filter(({ penilaianSelesai }) => penilaianSelesai);
};

/** Menu "Jadwalkan sidang": scored DUPAK, all or those chosen. Source: domain note 1.5.1 step 12. */
export const sidangStart = (deps: EdupakDeps): CaseStart => ({
  form: "edupak/jadwal-sidang",

  async offered(tx, actor) {
    if (!isSecretariat(actor)) return { ok: false, hidden: true, reason: ONLY };
    return (await agenda(deps, tx)).length === 0 ? { ok: false, reason: NOTHING } : { ok: true };
  },

  async prefill(tx) {
    const found = await agenda(deps, tx);
    return {
      jumlah: String(found.length),
      dupak: choiceOf(
        found.map(({ caseId, perorangan }) => ({
          caseId,
          nama: perorangan.nama,
          keadaan: `${perorangan.golongan}, ${perorangan.instansi}`,
        })),
      ),
    };
  },

  async start(tx, actor, data) {
    if (!isSecretariat(actor)) throw refuse(ONLY.id, ONLY.en);
    const found = await agenda(deps, tx);
    if (found.length === 0) throw refuse(NOTHING.id, NOTHING.en);
    await requireTeam(deps, tx);
    const tanggal = dateOf(data, "tanggal");
    if (tanggal < tanggalWib(deps.clock.now()))
      throw badInput([masalah("tanggal", "Tanggal sidang sudah lewat", "The date of the session has passed")], "data.");
    const all = found.map(({ caseId }) => caseId);
    const chosen = chosenOf(data, all);
    const id = await schedule(
      deps,
      tx,
      found.filter(({ caseId }) => chosen.has(caseId)),
      tanggal,
      data,
    );
    const left = all.filter((caseId) => !chosen.has(caseId));
    await recordChoice(deps, tx, actor, { caseId: id, left, reason: textOf(data, "alasan") });
    return id;
  },
});

const requireTeam = async (deps: EdupakDeps, tx: UnitOfWork): Promise<void> => {
  const count = (await timPenilai(deps, tx)).length;
  if (susunanTimSah(count)) return;
  throw refuse(
    `Tim penilai harus berjumlah ganjil dan paling sedikit tujuh anggota, tetapi ${count}`,
    `The team must have an odd number of seven members or more, but it has ${count}`,
  );
};

const schedule = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  dupak: readonly Dupak[],
  tanggal: string,
  data: FormData,
): Promise<string> => {
  const store = deps.store(tx);
  const year = tanggal.slice(0, 4);
  const number = await deps.numbers(tx).nextNumber(`sidang-jfk:${year}`);
  const caseFile = await deps.cases.open(tx, {
    app: APP,
    type: "sidang-jfk",
    reference: `SIDANG-JFK-${year}-${String(number).padStart(3, "0")}`,
    title: `Sidang tim penilai ${tanggal}`,
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
  for (const each of dupak) await invite(deps, tx, each, sidangId, tanggal);
  const where = textOf(data, "tempat");
  await tell(
    deps,
    tx,
    caseFile,
    "scheduled",
    [toPenilai],
    { id: "Undangan sidang tim penilai", en: "Session of the team" },
    { id: `Sidang ${tanggal} di ${where}.`, en: `Session on ${tanggal}, ${where}.` },
  );
  return caseFile.id;
};

const invite = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  dupak: Dupak,
  sidangId: string,
  tanggal: string,
): Promise<void> => {
  const store = deps.store(tx);
  const moved = await moveDupak(deps, tx, await deps.cases.get(tx, dupak.caseId), "SIDANG");
  await store.saveDupak({ ...dupak, sidangId });
  await store.addPutusan({
    id: deps.ids.next(),
    sidangId,
    dupakCaseId: dupak.caseId,
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
    { id: "DUPAK masuk sidang", en: "DUPAK goes into session" },
    { id: `${moved.reference} dibahas pada sidang ${tanggal}.`, en: `${moved.reference} is discussed on ${tanggal}.` },
  );
};
