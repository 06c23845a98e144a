import type { TaskHandler, TaskRequest, UnitOfWork } from "../../../src/plugin-api/index.js";
import {
  absent,
  badInput,
  forbid,
  type FormData,
  linesOf,
  masalah,
  textOf,
  tulisTanggal,
} from "../../kepegawaian/plugin.js";
import { kuorumTercapai } from "../domain/tim-penilai.js";
import { moveDupak } from "./dupak-context.js";
import type { EdupakDeps } from "./edupak-deps.js";
import type { AnggotaSidang, Sidang } from "./edupak-store.js";
import { requireReason } from "./reason.js";
import { takeNumber } from "./take-number.js";
import { type AnggotaTim, timPenilai } from "./tim-members.js";

type Request = TaskRequest & { readonly data: FormData };

/** Minutes of a session: who was present, who presided, what was decided. Source: domain note 1.5.1 step 12, 3.7. */
export const decideSidang = (deps: EdupakDeps): TaskHandler => ({
  processId: "sidang-jfk",
  elementId: "DecideSidang",
  sheet: "putusan",

  async open(tx, { caseFile }) {
    const sidang = await deps.store(tx).sidangByCase(caseFile.id);
    const names = (await timPenilai(deps, tx)).map(({ nama }) => nama);
    const [ketua = "", wakil = "", sekretaris = ""] = names;
    return {
      data: { anggotaHadir: names.join("\n"), ketua, wakil, sekretaris },
      facts:
        sidang === undefined
          ? []
          : [
              {
                label: { id: "Waktu dan tempat", en: "Time and place" },
                value: `${tulisTanggal(sidang.tanggal)}, ${sidang.pukul}, ${sidang.tempat}`,
              },
            ],
    };
  },

  async complete(tx, request) {
    const sidang = await deps.store(tx).sidangByCase(request.caseFile.id);
    if (sidang === undefined) throw absent("session", request.caseFile.id);
    return textOf(request.data, "keputusan") === "BATAL"
      ? callOff(deps, tx, request, sidang)
      : hold(deps, tx, request, sidang);
  },
});

const callOff = async (deps: EdupakDeps, tx: UnitOfWork, { caseFile, data }: Request, sidang: Sidang) => {
  const alasan = requireReason(data);
  const store = deps.store(tx);
  for (const dupak of await store.dupakByCases(sidang.dupakCaseIds)) {
    await moveDupak(deps, tx, await deps.cases.get(tx, dupak.caseId), "PENILAIAN_SEMENTARA");
    await store.saveDupak({ ...dupak, sidangId: null });
  }
  await store.saveSidang({ ...sidang, status: "BATAL" });
  await deps.cases.setStatus(tx, caseFile, "BATAL", { closed: true });
  return {
    variables: { keputusan: "BATAL" },
    action: "sidang.cancelled",
    story: { id: "membatalkan sidang", en: "called the session off" },
    reason: alasan,
  };
};

const hold = async (deps: EdupakDeps, tx: UnitOfWork, { caseFile, data }: Request, sidang: Sidang) => {
  const store = deps.store(tx);
  const anggota = readMembers(await timPenilai(deps, tx), data);
  await requireNoOwnDupak(deps, tx, sidang, anggota);
  const key = `ba:${sidang.caseId}`;
  const nomor = await takeNumber(deps, tx, { dokumen: "jfk-berita-acara", key, instansiId: null });
  const perbedaanPendapat = linesOf(data, "perbedaanPendapat");
  await store.saveSidang({ ...sidang, anggota, perbedaanPendapat, nomor, status: "DIPUTUS" });
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

const SEATS = { ketua: "Ketua", wakil: "Wakil Ketua", sekretaris: "Sekretaris" } as const;

const readMembers = (members: readonly AnggotaTim[], data: FormData): readonly AnggotaSidang[] => {
  const present = new Set(linesOf(data, "anggotaHadir"));
  requireQuorum(members, present);
  const seats = Object.entries(SEATS).map(([key, kedudukan]) => ({ key, kedudukan, nama: textOf(data, key) }));
  const away = seats.filter(({ nama }) => !present.has(nama));
  if (away.length > 0) {
    throw badInput(
      away.map(({ key, nama }) =>
        masalah(key, `"${nama}" tidak ada di antara anggota yang hadir`, `"${nama}" is not among those present`),
      ),
      "data.",
    );
  }
  if (new Set(seats.map(({ nama }) => nama)).size < seats.length) {
    const id = "Ketua, wakil ketua, dan sekretaris harus tiga orang yang berbeda";
    throw badInput([masalah("sekretaris", id, "Chair, deputy and secretary must be three people")], "data.");
  }
  return members.map(({ nama, nip }) => ({
    nama,
    nip,
    kedudukan: seats.find((seat) => seat.nama === nama)?.kedudukan ?? "Anggota",
    hadir: present.has(nama),
  }));
};

const requireQuorum = (members: readonly AnggotaTim[], present: ReadonlySet<string>): void => {
  const unknown = [...present].filter((name) => members.every(({ nama }) => nama !== name));
  const fault = (id: string, en: string) => badInput([masalah("anggotaHadir", id, en)], "data.");
  if (unknown.length > 0)
    throw fault(`Bukan anggota tim penilai: ${unknown.join(", ")}`, `No member of the team: ${unknown.join(", ")}`);
  if (kuorumTercapai(present.size, members.length)) return;
  throw fault(
    `Anggota yang hadir harus ganjil dan lebih dari separuh dari ${members.length}, tetapi ${present.size}`,
    `An odd number of more than half of ${members.length} must be present, but there are ${present.size}`,
  );
};

/** Nobody decides on a DUPAK of their own. */
const requireNoOwnDupak = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  sidang: Sidang,
  anggota: readonly AnggotaSidang[],
): Promise<void> => {
  const present = new Set(anggota.filter(({ hadir }) => hadir).map(({ nip }) => nip));
  const all = await deps.store(tx).dupakByCases(sidang.dupakCaseIds);
  const own = all.find(({ perorangan }) => present.has(perorangan.nip));
  if (own === undefined) return;
  const { nama } = own.perorangan;
  throw forbid(`${nama} tidak boleh hadir memutus DUPAK sendiri`, `${nama} may not decide on their own DUPAK`);
};
