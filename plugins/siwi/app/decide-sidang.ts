import type { TaskHandler, TaskRequest, UnitOfWork } from "../../../src/plugin-api/index.js";
import { officialNumber, tanggalWib, tulisTanggal } from "../../kepegawaian/plugin.js";
import { kuorumTercapai } from "../domain/kuorum.js";
import { masalah } from "../domain/masalah.js";
import { moveDupak } from "./dupak-context.js";
import { type FormData, linesOf, textOf } from "./form-data.js";
import { tell, toOwner } from "./notices.js";
import { absent, badInput, forbid } from "./refusals.js";
import type { SiwiDeps } from "./siwi-deps.js";
import type { AnggotaSidang, Sidang } from "./siwi-store.js";
import { type TppMember, tppMembers } from "./tpp-members.js";

/** Minutes of a session: who was present (odd quorum), who presided, what was decided. Source: domain note 3.7. */
export const decideSidang = (deps: SiwiDeps): TaskHandler => ({
  processId: "sidang",
  elementId: "DecideSidang",
  sheet: "putusan",

  async open(tx, { caseFile }) {
    const sidang = await deps.store(tx).sidangByCase(caseFile.id);
    const names = (await tppMembers(deps, tx)).map(({ nama }) => nama);
    return {
      data: { anggotaHadir: names.join("\n") },
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

type Request = TaskRequest & { readonly data: FormData };

const callOff = async (deps: SiwiDeps, tx: UnitOfWork, { caseFile, data }: Request, sidang: Sidang) => {
  const store = deps.store(tx);
  for (const dupak of await store.dupakByCases(sidang.dupakCaseIds)) {
    await moveDupak(deps, tx, await deps.cases.get(tx, dupak.caseId), "DINILAI_TPP");
    await store.saveDupak({ ...dupak, sidangId: null });
  }
  await store.saveSidang({ ...sidang, status: "BATAL" });
  await deps.cases.setStatus(tx, caseFile, "BATAL", { closed: true });
  return {
    variables: { keputusan: "BATAL" },
    action: "sidang.cancelled",
    story: { id: "membatalkan sidang", en: "called the session off" },
    reason: textOf(data, "alasan"),
  };
};

const hold = async (deps: SiwiDeps, tx: UnitOfWork, { caseFile, data }: Request, sidang: Sidang) => {
  const store = deps.store(tx);
  const anggota = readMembers(await tppMembers(deps, tx), data);
  await requireNoOwnDupak(deps, tx, sidang, anggota);
  const year = tanggalWib(deps.clock.now()).slice(0, 4);
  const number = await deps.numbers(tx).nextNumber(`berita-acara:${year}`);
  const nomor = await officialNumber(deps, tx, "berita-acara", number);
  const hadir = anggota.filter((member) => member.hadir).length;
  await store.saveSidang({
    ...sidang,
    anggota,
    perbedaanPendapat: linesOf(data, "perbedaanPendapat"),
    nomor,
    status: "DIPUTUS",
  });
  const decided = await deps.cases.setStatus(tx, caseFile, "DIPUTUS");
  for (const dupakCaseId of sidang.dupakCaseIds) {
    const dupakCase = await deps.cases.get(tx, dupakCaseId);
    await tell(
      deps,
      tx,
      dupakCase,
      "decided",
      toOwner(dupakCase),
      { id: "Sidang TPP telah memutus", en: "The central team has decided" },
      {
        id: `Putusan ${dupakCase.reference} sedang disiapkan.`,
        en: `The result of ${dupakCase.reference} is being prepared.`,
      },
    );
  }
  return {
    variables: { keputusan: "PUTUSKAN" },
    action: "sidang.decided",
    story: {
      id: `mencatat putusan sidang ${decided.reference} dengan ${hadir} anggota hadir`,
      en: `recorded the decisions, ${hadir} members present`,
    },
  };
};

const readMembers = (members: readonly TppMember[], data: FormData): readonly AnggotaSidang[] => {
  const present = new Set(linesOf(data, "anggotaHadir"));
  const unknown = [...present].filter((name) => members.every(({ nama }) => nama !== name));
  if (unknown.length > 0) {
    throw badInput(
      [
        masalah(
          "anggotaHadir",
          `Bukan anggota TPP: ${unknown.join(", ")}`,
          `No member of the team: ${unknown.join(", ")}`,
        ),
      ],
      "data.",
    );
  }
  if (!kuorumTercapai(present.size)) {
    const count = present.size;
    throw badInput(
      [
        masalah(
          "anggotaHadir",
          `Jumlah anggota yang hadir harus ganjil dan paling sedikit tiga, tetapi ${count}`,
          `An odd number of at least three members must be present, but there are ${count}`,
        ),
      ],
      "data.",
    );
  }
  const roles = { ketua: textOf(data, "ketua"), sekretaris: textOf(data, "sekretaris") };
  const absentOnes = Object.entries(roles).filter(([, name]) => !present.has(name));
  if (absentOnes.length > 0 || roles.ketua === roles.sekretaris) {
    const faults = absentOnes.map(([key, name]) =>
      masalah(key, `"${name}" tidak ada di antara anggota yang hadir`, `"${name}" is not among those present`),
    );
    const same = masalah(
      "sekretaris",
      "Ketua dan sekretaris harus dua orang yang berbeda",
      "Chair and secretary must be two people",
    );
    throw badInput(faults.length > 0 ? faults : [same], "data.");
  }
  return members.map(({ nama, nip }) => ({
    nama,
    nip,
    kedudukan: nama === roles.ketua ? "Ketua" : nama === roles.sekretaris ? "Sekretaris" : "Anggota",
    hadir: present.has(nama),
  }));
};

/** Nobody decides on a DUPAK of their own. */
const requireNoOwnDupak = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  sidang: Sidang,
  anggota: readonly AnggotaSidang[],
): Promise<void> => {
  const present = new Set(anggota.filter(({ hadir }) => hadir).map(({ nip }) => nip));
  const own = (await deps.store(tx).dupakByCases(sidang.dupakCaseIds)).find(({ perorangan }) =>
    present.has(perorangan.nip),
  );
  if (own === undefined) return;
  const { nama } = own.perorangan;
  throw forbid(`${nama} tidak boleh hadir memutus DUPAK sendiri`, `${nama} may not decide on their own DUPAK`);
};
