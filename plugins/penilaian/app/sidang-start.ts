import type { Actor, CaseStart, UnitOfWork } from "../../../src/plugin-api/index.js";
import {
  badInput,
  choiceOf,
  chosenOf,
  dateOf,
  type FormData,
  masalah,
  recordAct,
  recordChoice,
  refuse,
  tanggalWib,
  textOf,
  tulisTanggal,
} from "../../kepegawaian/plugin.js";
import { susunanTimSah, type TimPenilai } from "../domain/tim-penilai.js";
import { anggotaTim } from "./anggota-tim.js";
import type { Agenda, AturanSidang, DupakSidang } from "./aturan-sidang.js";
import { tell, toOwner } from "./notices.js";
import type { SidangDeps } from "./sidang-deps.js";
import { tenggatTanggal } from "./tenggat.js";

/** Menu "Jadwalkan sidang": DUPAK that were scored, all or those chosen. Source: domain note 1.3.4, 1.3.6, 1.5.1 step 12. */
export const sidangStart = (deps: SidangDeps, aturan: AturanSidang): CaseStart => {
  const { tim, peran, namaSekretariat } = aturan;
  const isSecretariat = ({ role }: Actor): boolean => role?.role === peran.sekretariat;
  const only = { id: `Hanya untuk ${namaSekretariat.id}`, en: `For ${namaSekretariat.en} only` };
  const nothing = {
    id: `Belum ada DUPAK yang selesai dinilai ${tim.nama.id}`,
    en: `No DUPAK has been scored by ${tim.nama.en} yet`,
  };

  return {
    form: aturan.formulir,

    async offered(tx, actor) {
      if (!isSecretariat(actor)) return { ok: false, hidden: true, reason: only };
      return (await aturan.agenda(tx)).dupak.length === 0 ? { ok: false, reason: nothing } : { ok: true };
    },

    async prefill(tx) {
      const { dupak, periode } = await aturan.agenda(tx);
      const choice = dupak.map(({ caseId, perorangan: { nama, golongan, instansi } }) => ({
        caseId,
        nama,
        keadaan: `${golongan}, ${instansi}`,
      }));
      return {
        ...(periode === undefined ? {} : { masaPenilaian: periode.nama }),
        jumlah: String(dupak.length),
        dupak: choiceOf(choice),
      };
    },

    async start(tx, actor, data) {
      if (!isSecretariat(actor)) throw refuse(only.id, only.en);
      const agenda = await aturan.agenda(tx);
      if (agenda.dupak.length === 0) throw refuse(nothing.id, nothing.en);
      requireTeam(await aturan.timBerlaku(tx), (await anggotaTim(deps, tx, peran.anggota)).length);
      requireComing(dateOf(data, "tanggal"), tanggalWib(deps.clock.now()));
      const all = agenda.dupak.map(({ caseId }) => caseId);
      const chosen = chosenOf(data, all);
      const dupak = agenda.dupak.filter(({ caseId }) => chosen.has(caseId));
      const id = await schedule(deps, aturan, tx, { ...agenda, dupak, actor }, data);
      const left = all.filter((caseId) => !chosen.has(caseId));
      await recordChoice(deps, tx, actor, { caseId: id, left, reason: textOf(data, "alasan") });
      return id;
    },
  };
};

const requireTeam = (tim: TimPenilai, count: number): void => {
  if (susunanTimSah(tim, count)) return;
  throw refuse(
    `Tim penilai harus berjumlah ganjil dan paling sedikit ${tim.anggotaMinimal} anggota, tetapi ${count}`,
    `The team must have an odd number of ${tim.anggotaMinimal} members or more, but it has ${count}`,
  );
};

const requireComing = (tanggal: string, today: string): void => {
  if (tanggal >= today) return;
  throw badInput([masalah("tanggal", "Tanggal sidang sudah lewat", "The date of the session has passed")], "data.");
};

/** Opens the case file of a session and moves its DUPAK into it. @returns the case file's id. */
const schedule = async (
  deps: SidangDeps,
  aturan: AturanSidang,
  tx: UnitOfWork,
  { periode, dupak, actor }: Agenda<DupakSidang> & { readonly actor: Actor },
  data: FormData,
): Promise<string> => {
  const { app, type, tim } = aturan;
  const tanggal = dateOf(data, "tanggal");
  const pukul = textOf(data, "pukul");
  const tempat = textOf(data, "tempat");
  const year = tanggal.slice(0, 4);
  const number = await deps.numbers(tx).nextNumber(`${type}:${year}`);
  const caseFile = await deps.cases.open(tx, {
    app,
    type,
    reference: `${type.toUpperCase()}-${year}-${String(number).padStart(3, "0")}`,
    title: [`Sidang ${tim.nama.id} ${tulisTanggal(tanggal)}`, ...(periode === undefined ? [] : [periode.nama])].join(
      ", ",
    ),
    ownerId: null,
    subjectName: `${dupak.length} DUPAK`,
    subjectNumber: null,
    unitName: tempat,
    scopes: {},
    status: "DIJADWALKAN",
    variables: { ...tenggatTanggal(tanggal, aturan.hariPengingat) },
  });
  const sidangId = deps.ids.next();
  await deps.sidang(tx).saveSidang({
    id: sidangId,
    caseId: caseFile.id,
    ...(periode === undefined ? {} : { periodeId: periode.id }),
    tanggal,
    pukul,
    tempat,
    dasarKeputusan: textOf(data, "dasarKeputusan"),
    dasarTanggal: dateOf(data, "dasarTanggal"),
    dupakCaseIds: dupak.map(({ caseId }) => caseId),
    anggota: [],
    perbedaanPendapat: [],
    nomor: null,
    status: "DIJADWALKAN",
  });
  for (const each of dupak)
    await invite(deps, aturan, tx, each, { sidangId, reference: caseFile.reference, tanggal, pukul, actor });
  const title = { id: `Undangan sidang ${tim.nama.id}`, en: `Session of ${tim.nama.en}` };
  await tell(deps, tx, caseFile, "scheduled", [{ role: aturan.peran.anggota }], title, {
    id: `Sidang ${tulisTanggal(tanggal)}, ${pukul}, di ${tempat}.`,
    en: `Session on ${tanggal}, ${pukul}, ${tempat}.`,
  });
  return caseFile.id;
};

/** A DUPAK is set as scored until the session says otherwise. */
const invite = async (
  deps: SidangDeps,
  aturan: AturanSidang,
  tx: UnitOfWork,
  dupak: DupakSidang,
  {
    sidangId,
    reference,
    tanggal,
    pukul,
    actor,
  }: Readonly<Record<"sidangId" | "reference" | "tanggal" | "pukul", string>> & { readonly actor: Actor },
): Promise<void> => {
  const moved = await aturan.masukkan(tx, dupak, sidangId);
  await recordAct(
    deps,
    tx,
    { actor, caseFile: moved },
    {
      action: "sidang.scheduled",
      story: {
        id: `mengagendakan ${moved.reference} pada sidang ${reference}, ${tulisTanggal(tanggal)}, ${pukul}`,
        en: `put ${moved.reference} on the agenda of session ${reference} on ${tanggal}, ${pukul}`,
      },
    },
  );
  await deps.sidang(tx).addPutusan({
    id: deps.ids.next(),
    sidangId,
    dupakCaseId: dupak.caseId,
    revision: 1,
    putusan: "DITETAPKAN",
    catatan: null,
  });
  const title = { id: `DUPAK masuk sidang ${aturan.tim.nama.id}`, en: "DUPAK goes into session" };
  await tell(deps, tx, moved, "sidang", toOwner(moved), title, {
    id: `${moved.reference} dibahas pada sidang ${tulisTanggal(tanggal)}.`,
    en: `${moved.reference} is discussed on ${tanggal}.`,
  });
};
