import type { CaseFile, NewNotification, TaskHandler, TaskRequest, UnitOfWork } from "../../../src/plugin-api/index.js";
import { bacaNip, tanggalWib } from "../../kepegawaian/plugin.js";
import { masalah } from "../domain/masalah.js";
import { bacaNiwn, type NiwnTerbaca, tulisNiwn } from "../domain/niwn.js";
import { type FormData, requireReason, textOf, ticked } from "./form-data.js";
import { personDecided } from "./niwn-collective-end.js";
import { personFacts } from "./niwn-facts.js";
import { requestOfCase } from "./niwn-request.js";
import { tell, toOwner } from "./notices.js";
import { badInput } from "./refusals.js";
import type { SiwiDeps } from "./siwi-deps.js";
import type { PermohonanNiwn } from "./siwi-store.js";
import { tenggatLangkah } from "./tenggat.js";

/** Admin Pusat checks a request: issue, register an existing number, return or refuse. Source: domain note 1.2, 1.8.2. */
export const checkNiwnRequest = (deps: SiwiDeps): TaskHandler => ({
  processId: "niwn",
  elementId: "CheckNiwnRequest",
  async claim(tx, { caseFile }) {
    await startChecking(deps, tx, caseFile);
  },
  async open(tx, { caseFile }) {
    const permohonan = await requestOfCase(deps, tx, caseFile.id);
    const { id, name } = permohonan.berkasSk;
    const sk = { label: { id: "Berkas SK", en: "File of the SK" }, value: name, files: [{ id, name }] };
    return { facts: [...personFacts(permohonan), sk] };
  },
  async complete(tx, request) {
    const permohonan = await requestOfCase(deps, tx, request.caseFile.id);
    const keputusan = textOf(request.data, "keputusan");
    if (keputusan === "KEMBALIKAN" || keputusan === "TOLAK") return turnDown(deps, tx, request, permohonan, keputusan);
    return approve(deps, tx, request, permohonan, keputusan === "DAFTARKAN_LAMA");
  },
});

/** Checking begins with the claim; a task that was passed on by someone else has none. */
const startChecking = async (deps: SiwiDeps, tx: UnitOfWork, caseFile: CaseFile): Promise<void> => {
  if (caseFile.status === "DIAJUKAN") await deps.cases.setStatus(tx, caseFile, "DIPERIKSA");
};

type Request = TaskRequest & { readonly data: FormData };

const approve = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  { caseFile, data }: Request,
  permohonan: PermohonanNiwn,
  existing: boolean,
) => {
  const missing = ["skTerbaca", "skWidyaiswara"].filter((key) => !ticked(data, key));
  if (missing.length > 0) {
    throw badInput(
      missing.map((key) => masalah(key, "Periksa SK sebelum menerbitkan NIWN", "Check the SK before issuing")),
      "data.",
    );
  }
  const niwnLama = existing ? (await readExisting(deps, tx, data, permohonan.nip)).niwn : null;
  await deps.store(tx).savePermohonan({ ...permohonan, niwnLama });
  await startChecking(deps, tx, caseFile);
  return {
    variables: { keputusan: "TERBITKAN" },
    action: "niwn.approved",
    story: existing
      ? { id: "menyetujui pendaftaran NIWN yang sudah dimiliki", en: "approved the registration of an existing number" }
      : { id: "menyetujui penerbitan NIWN", en: "approved the request" },
  };
};

/** A number issued elsewhere: birth date and sex must fit the NIP, and nobody else may have it. */
const readExisting = async (deps: SiwiDeps, tx: UnitOfWork, data: FormData, nip: string): Promise<NiwnTerbaca> => {
  const typed = textOf(data, "niwnLama");
  const read = bacaNiwn(typed);
  if (read === undefined)
    throw badInput(
      [
        masalah(
          "niwnLama",
          `NIWN harus 19 angka (atau 17 angka bentuk lama), tetapi tertulis "${typed}"`,
          `A NIWN has 19 digits (17 in the old form), but this is "${typed}"`,
        ),
      ],
      "data.",
    );
  const person = bacaNip(nip, tanggalWib(deps.clock.now()));
  if (!person.ok || person.tanggalLahir !== read.tanggalLahir || person.jenisKelamin !== read.jenisKelamin) {
    throw badInput(
      [
        masalah(
          "niwnLama",
          "Tanggal lahir atau jenis kelamin pada NIWN berbeda dari NIP",
          "Birth date or sex differ from the NIP",
        ),
      ],
      "data.",
    );
  }
  if ((await deps.store(tx).niwn(read.niwn)) !== undefined) {
    throw badInput(
      [
        masalah(
          "niwnLama",
          `NIWN ${tulisNiwn(read.niwn)} sudah terdaftar`,
          `NIWN ${tulisNiwn(read.niwn)} is registered already`,
        ),
      ],
      "data.",
    );
  }
  return read;
};

const turnDown = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  { caseFile, data }: Request,
  permohonan: PermohonanNiwn,
  keputusan: "KEMBALIKAN" | "TOLAK",
) => {
  const alasan = requireReason(data);
  const returned = keputusan === "KEMBALIKAN";
  await deps.store(tx).savePermohonan({ ...permohonan, catatanPengembalian: alasan });
  const moved = await deps.cases.setStatus(tx, caseFile, returned ? "DIKEMBALIKAN" : "DITOLAK", { closed: !returned });
  if (!returned) await personDecided(deps, tx, permohonan);
  const to: NewNotification["to"] = [
    { userId: permohonan.pemohonId },
    ...toOwner(moved).filter((each) => !("userId" in each) || each.userId !== permohonan.pemohonId),
  ];
  const title = returned
    ? { id: "Permohonan NIWN dikembalikan", en: "Request returned" }
    : { id: "Permohonan NIWN ditolak", en: "Request refused" };
  await tell(deps, tx, moved, "niwn-turned-down", to, title, {
    id: `${moved.subjectName}: ${alasan}`,
    en: `${moved.subjectName}: ${alasan}`,
  });
  return {
    variables: { keputusan, ...(await tenggatLangkah(deps, tx, "perbaiki")) },
    action: returned ? "niwn.returned" : "niwn.refused",
    story: returned
      ? { id: "mengembalikan permohonan NIWN", en: "returned the request" }
      : { id: "menolak permohonan NIWN", en: "refused the request" },
    reason: alasan,
  };
};
