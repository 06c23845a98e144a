import type { TaskHandler, UnitOfWork } from "../../../src/plugin-api/index.js";
import { absent, badInput, forbid, masalah, textOf, tulisTanggal } from "../../kepegawaian/plugin.js";
import type { EdupakDeps } from "./edupak-deps.js";
import type { PermintaanAkun } from "./edupak-store.js";
import { readJfk } from "./jfk.js";
import { tell, toAdminInstansi, toUser } from "./notices.js";
import { tenggatLangkah } from "./tenggat.js";

const akunOf = async (deps: EdupakDeps, tx: UnitOfWork, caseId: string): Promise<PermintaanAkun> => {
  const found = await deps.store(tx).akunByCase(caseId);
  if (found === undefined) throw absent("account", caseId);
  return found;
};

const LEAST = 10;

/** The new JFK checks the personal data before anything else; a difference is corrected in SAPK. Source: domain note 1.5.2, 1.5.4. */
export const confirmData = (deps: EdupakDeps): TaskHandler => ({
  processId: "akun-edupak",
  elementId: "ConfirmData",

  async open(tx, { caseFile }) {
    const person = await readJfk(deps, tx, (await akunOf(deps, tx, caseFile.id)).pegawaiId);
    if (person === undefined) return {};
    const fact = (id: string, en: string, value: string) => ({ label: { id, en }, value });
    return {
      facts: [
        fact("Nama", "Name", person.nama),
        fact("NIP", "Employee number", person.nip),
        fact("Tempat, tanggal lahir", "Born", `${person.tempatLahir}, ${tulisTanggal(person.tanggalLahir)}`),
        fact("Pendidikan", "Education", person.pendidikan),
        fact("Golongan ruang", "Grade", `${person.golongan}, TMT ${tulisTanggal(person.tmtGolongan)}`),
        fact("Jabatan", "Position", `${person.jabatan}, TMT ${tulisTanggal(person.tmtJabatan)}`),
        fact("Unit kerja", "Unit", person.unitKerja),
        fact("Instansi", "Agency", person.instansi),
      ],
    };
  },

  async complete(tx, { caseFile, actor, data }) {
    const akun = await akunOf(deps, tx, caseFile.id);
    if (actor.userId !== akun.akunId)
      throw forbid("Hanya pemilik akun yang memeriksa datanya", "Only its owner checks the data");
    if (textOf(data, "keputusan") === "SESUAI") {
      await deps.cases.setStatus(tx, caseFile, "AKTIF", { closed: true });
      await deps.store(tx).saveAkun({ ...akun, perbedaan: null });
      return {
        variables: { keputusan: "SESUAI" },
        action: "akun.data-confirmed",
        story: { id: "menyatakan data pribadi sesuai", en: "confirmed the personal data" },
      };
    }
    const perbedaan = textOf(data, "perbedaan");
    if (perbedaan.length < LEAST) {
      const id = `Sebutkan data yang berbeda, paling sedikit ${LEAST} huruf`;
      throw badInput([masalah("perbedaan", id, "Say which data differ")], "data.");
    }
    const told = await deps.cases.setStatus(tx, caseFile, "PERBEDAAN");
    await deps.store(tx).saveAkun({ ...akun, perbedaan });
    await tell(
      deps,
      tx,
      told,
      "difference",
      [toAdminInstansi(caseFile.scopes["instansi"] ?? "")],
      { id: "Perbedaan data JFK", en: "Data of a JFK differ" },
      {
        id: `${caseFile.subjectName}: ${perbedaan}. Perbaiki di SAPK; data terbaca sehari setelahnya.`,
        en: `${caseFile.subjectName}: ${perbedaan}. Correct it in SAPK; it is read the day after.`,
      },
    );
    return {
      variables: { keputusan: "PERBEDAAN", ...(await tenggatLangkah(deps, tx, "PERBAIKI")) },
      action: "akun.difference-told",
      story: { id: "menyampaikan perbedaan data", en: "reported a difference" },
      reason: perbedaan,
    };
  },
});

/** Admin Instansi: the data have been corrected in SAPK; the JFK looks again. Source: domain note 1.5.4. */
export const followDifference = (deps: EdupakDeps): TaskHandler => ({
  processId: "akun-edupak",
  elementId: "FollowDifference",

  async open(tx, { caseFile }) {
    const { perbedaan } = await akunOf(deps, tx, caseFile.id);
    return { facts: [{ label: { id: "Perbedaan", en: "Difference" }, value: perbedaan ?? "-" }] };
  },

  async complete(tx, { caseFile, data }) {
    const akun = await akunOf(deps, tx, caseFile.id);
    const again = await deps.cases.setStatus(tx, caseFile, "DIBUAT");
    const keterangan = textOf(data, "keterangan");
    await tell(
      deps,
      tx,
      again,
      "difference-followed",
      toUser(akun.akunId),
      { id: "Data sudah diperbaiki di SAPK", en: "Data corrected in SAPK" },
      { id: `Periksa kembali data Anda. ${keterangan}`, en: `Check your data again. ${keterangan}` },
    );
    return {
      variables: { keputusan: "DIPERBAIKI", ...(await tenggatLangkah(deps, tx, "PERBAIKI")) },
      action: "akun.difference-followed",
      story: { id: "menindaklanjuti perbedaan data di SAPK", en: "followed the difference up in SAPK" },
      reason: keterangan === "" ? null : keterangan,
    };
  },
});
