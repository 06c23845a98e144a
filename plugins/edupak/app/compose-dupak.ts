import type { CaseFile, TaskHandler, TaskRequest, UnitOfWork } from "../../../src/plugin-api/index.js";
import { jumlahAk, tulisAk } from "../../angka-kredit/plugin.js";
import {
  badInput,
  fileOf,
  fileValue,
  forbid,
  type FormData,
  type Masalah,
  masalah,
  textOf,
  ticked,
} from "../../kepegawaian/plugin.js";
import { type Dupak, LAMPIRAN, LAMPIRAN_WAJIB, namaLampiran } from "../domain/dupak.js";
import { diusulkan } from "../domain/hasil.js";
import { penyetujuDari } from "./atasan.js";
import { dupakContext, dupakOfCase, moveDupak } from "./dupak-context.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { readJfk } from "./jfk.js";
import { lockMonths } from "./months-lock.js";
import { tell, toUser } from "./notices.js";
import { tenggatLangkah } from "./tenggat.js";

type Request = TaskRequest & { readonly data: FormData };

/** Sends a DUPAK, the first time (ComposeDupak) and after a return (RepairDupak). Source: domain note 1.5.1 steps 9, 10; 1.5.3. */
export const composeDupak = (deps: EdupakDeps, elementId: "ComposeDupak" | "RepairDupak"): TaskHandler => ({
  processId: "dupak-jfk",
  elementId,
  sheet: "rincian",

  async open(tx, { caseFile }) {
    const { dupak, rows, months } = await dupakContext(deps, tx, caseFile.id);
    const total = tulisAk(jumlahAk(rows.map(diusulkan))).replace(".", ",");
    return {
      data: formDataOf(dupak),
      facts: [
        { label: { id: "Bulan yang disetujui", en: "Months approved" }, value: String(months.length) },
        { label: { id: "Angka kredit usul", en: "Proposed credit" }, value: total },
      ],
    };
  },

  async complete(tx, request) {
    const { caseFile, actor, data } = request;
    const dupak = await dupakOfCase(deps, tx, caseFile.id);
    if (actor.userId !== dupak.pemilikId)
      throw forbid("Hanya pemilik DUPAK yang dapat mengirim", "Only its owner may send a DUPAK");
    return textOf(data, "keputusan") === "BATALKAN"
      ? callOff(deps, tx, caseFile, dupak)
      : send(deps, tx, request, dupak, elementId === "RepairDupak");
  },
});

const formDataOf = (dupak: Dupak): FormData => ({
  dikembalikan: dupak.catatanPengembalian !== null,
  ...(dupak.catatanPengembalian === null ? {} : { catatanPengembalian: dupak.catatanPengembalian }),
  ...Object.fromEntries(
    LAMPIRAN.flatMap((key) => (dupak.lampiran[key] === undefined ? [] : [[key, fileValue(dupak.lampiran[key])]])),
  ),
});

const send = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  { caseFile, actor, data }: Request,
  dupak: Dupak,
  again: boolean,
) => {
  if (!ticked(data, "pernyataan")) {
    const id = "Nyatakan bahwa isi DUPAK benar";
    throw badInput([masalah("pernyataan", id, "State that the DUPAK is true")], "data.");
  }
  const lampiran = await claimEnclosures(deps, tx, caseFile, actor.userId, data);
  await lockMonths(deps, tx, dupak);
  const { atasan, pejabat } = await penyetujuDari(deps, tx, dupak.perorangan.pegawaiId);
  const perorangan = (await readJfk(deps, tx, dupak.perorangan.pegawaiId)) ?? dupak.perorangan;
  const scopes = { atasan: atasan.userId, pejabat: pejabat.userId, instansi: perorangan.instansiId };
  const sent = await moveDupak(deps, tx, caseFile, "MENUNGGU_ATASAN", { scopes });
  await deps.store(tx).saveDupak({
    ...dupak,
    perorangan,
    lampiran,
    atasanId: atasan.userId,
    pejabatId: pejabat.userId,
    atasan: atasan.pejabat,
    pejabat: pejabat.pejabat,
    catatanPengembalian: null,
    catatanPengusul: null,
    nomorSuratUsul: null,
    kirimKe: dupak.kirimKe + 1,
  });
  await tell(
    deps,
    tx,
    sent,
    "to-superior",
    toUser(atasan.userId),
    { id: "DUPAK perlu disetujui", en: "A DUPAK to approve" },
    {
      id: `${perorangan.nama} mengajukan ${caseFile.reference}.`,
      en: `${perorangan.nama} has sent ${caseFile.reference}.`,
    },
  );
  const people = { atasan: atasan.username, pejabat: pejabat.username };
  return {
    variables: { keputusan: "KIRIM", ...people, ...(await tenggatLangkah(deps, tx, "SETUJUI")) },
    action: again ? "dupak.sent-again" : "dupak.sent",
    story: again
      ? { id: "memperbaiki dan mengirim ulang DUPAK", en: "repaired the DUPAK and sent it again" }
      : { id: "mengirim DUPAK kepada atasan langsung", en: "sent the DUPAK to the direct superior" },
  };
};

const claimEnclosures = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  caseFile: CaseFile,
  userId: string,
  data: FormData,
): Promise<Dupak["lampiran"]> => {
  const missing: Masalah[] = [];
  const found: Partial<Record<(typeof LAMPIRAN)[number], { id: string; name: string }>> = {};
  for (const key of LAMPIRAN) {
    const file = fileOf(data, key);
    if (file === undefined) {
      if (LAMPIRAN_WAJIB.includes(key))
        missing.push(masalah(key, `${namaLampiran(key)} wajib diunggah`, `${namaLampiran(key)} is required`));
      continue;
    }
    const place = `lampiran:${key}`;
    const stored = await deps.files.claim(tx, { fileId: file.id, caseId: caseFile.id, place, userId });
    found[key] = { id: stored.id, name: stored.name };
  }
  if (missing.length > 0) throw badInput(missing, "data.");
  return found;
};

const callOff = async (deps: EdupakDeps, tx: UnitOfWork, caseFile: CaseFile, dupak: Dupak) => {
  await moveDupak(deps, tx, caseFile, "DIBATALKAN", { closed: true });
  await deps.store(tx).saveDupak({ ...dupak, dibatalkan: true });
  return {
    variables: { keputusan: "BATALKAN" },
    action: "dupak.called-off",
    story: { id: "membatalkan DUPAK; inventarisasi bulanan tetap disetujui", en: "called the DUPAK off" },
  };
};
