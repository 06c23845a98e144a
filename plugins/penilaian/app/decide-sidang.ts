import type { TaskHandler, TaskOutcome, TaskRequest, UnitOfWork } from "../../../src/plugin-api/index.js";
import {
  badInput,
  forbid,
  type FormData,
  linesOf,
  refuse,
  requireReason,
  tanggalWib,
  textOf,
  tulisTanggal,
} from "../../kepegawaian/plugin.js";
import { periksaKehadiran, susunKehadiran } from "../domain/kehadiran.js";
import type { AnggotaSidang, Sidang } from "../domain/sidang.js";
import { anggotaTim } from "./anggota-tim.js";
import type { AturanSidang, DupakSidang } from "./aturan-sidang.js";
import { type SidangDeps, sidangOfCase } from "./sidang-deps.js";

import type { TimPenilai } from "../domain/tim-penilai.js";
type Request = TaskRequest & { readonly data: FormData };

/** Minutes of a session: who was present (odd quorum), who presided, what was decided. Source: domain note 3.7. */
export const decideSidang = (deps: SidangDeps, aturan: AturanSidang): TaskHandler => ({
  processId: aturan.type,
  elementId: "DecideSidang",
  sheet: "putusan",

  async open(tx, { caseFile }) {
    const { tanggal, pukul, tempat } = await sidangOfCase(deps, tx, caseFile.id);
    const names = (await anggotaTim(deps, tx, aturan.peran.anggota)).map(({ nama }) => nama);
    const seats = aturan.usulkanKedudukan ? Object.keys(aturan.tim.kedudukan) : [];
    return {
      data: {
        anggotaHadir: names.join("\n"),
        ...Object.fromEntries(seats.map((key, place) => [key, names[place] ?? ""])),
      },
      facts: [
        {
          label: { id: "Waktu dan tempat", en: "Time and place" },
          value: `${tulisTanggal(tanggal)}, ${pukul}, ${tempat}`,
        },
      ],
    };
  },

  async complete(tx, request) {
    const sidang = await sidangOfCase(deps, tx, request.caseFile.id);
    const calledOff = textOf(request.data, "keputusan") === "BATAL";
    return calledOff ? callOff(deps, aturan, tx, request, sidang) : hold(deps, aturan, tx, request, sidang);
  },
});

const callOff = async (
  deps: SidangDeps,
  aturan: AturanSidang,
  tx: UnitOfWork,
  { caseFile, data }: Request,
  sidang: Sidang,
): Promise<TaskOutcome> => {
  const reason = requireReason(data);
  for (const dupak of await aturan.dupak(tx, sidang.dupakCaseIds)) await aturan.keluarkan(tx, dupak);
  await deps.sidang(tx).saveSidang({ ...sidang, status: "BATAL" });
  await deps.cases.setStatus(tx, caseFile, "BATAL", { closed: true });
  return {
    variables: { keputusan: "BATAL" },
    action: "sidang.cancelled",
    story: { id: "membatalkan sidang", en: "called the session off" },
    reason,
  };
};

const hold = async (
  deps: SidangDeps,
  aturan: AturanSidang,
  tx: UnitOfWork,
  { caseFile, data }: Request,
  sidang: Sidang,
): Promise<TaskOutcome> => {
  requireDay(sidang.tanggal, tanggalWib(deps.clock.now()));
  const anggota = readMembers(await aturan.timBerlaku(tx), await anggotaTim(deps, tx, aturan.peran.anggota), data);
  requireNoOwnDupak(await aturan.dupak(tx, sidang.dupakCaseIds), anggota);
  const nomor = await aturan.nomorBeritaAcara(tx, caseFile.id);
  const perbedaanPendapat = linesOf(data, "perbedaanPendapat");
  await deps.sidang(tx).saveSidang({ ...sidang, anggota, perbedaanPendapat, nomor, status: "DIPUTUS" });
  await deps.cases.setStatus(tx, caseFile, "DIPUTUS");
  const hadir = anggota.filter((member) => member.hadir).length;
  return {
    variables: { keputusan: "PUTUSKAN" },
    action: "sidang.decided",
    story: {
      id: `mencatat putusan sidang ${caseFile.reference} dengan ${hadir} anggota hadir`,
      en: `recorded the decisions, ${hadir} members present`,
    },
  };
};

const readMembers = (
  tim: TimPenilai,
  members: readonly Pick<AnggotaSidang, "nama" | "nip">[],
  data: FormData,
): readonly AnggotaSidang[] => {
  const kedudukan = Object.fromEntries(Object.keys(tim.kedudukan).map((key) => [key, textOf(data, key)]));
  const isian = { hadir: linesOf(data, "anggotaHadir"), kedudukan };
  const faults = periksaKehadiran(tim, members, isian);
  if (faults.length > 0) throw badInput(faults, "data.");
  return susunKehadiran(tim, members, isian);
};

/** What is decided before the members were to meet was not decided by them. A session that is held on another day is called off and scheduled anew. */
const requireDay = (tanggal: string, today: string): void => {
  if (tanggal <= today) return;
  const day = tulisTanggal(tanggal);
  throw refuse(
    `Sidang dijadwalkan pada ${day}; putusannya baru dapat dicatat pada hari itu. Batalkan sidang ini bila jadwalnya berubah`,
    `The session is on ${day}; its decisions are recorded on that day or later. Call it off if the date has changed`,
  );
};

/** Nobody decides on a DUPAK of their own. */
const requireNoOwnDupak = (dupak: readonly DupakSidang[], anggota: readonly AnggotaSidang[]): void => {
  const present = new Set(anggota.filter(({ hadir }) => hadir).map(({ nip }) => nip));
  const own = dupak.find(({ perorangan }) => present.has(perorangan.nip));
  if (own === undefined) return;
  const { nama } = own.perorangan;
  throw forbid(`${nama} tidak boleh hadir memutus DUPAK sendiri`, `${nama} may not decide on their own DUPAK`);
};
