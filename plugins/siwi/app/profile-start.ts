import type { Actor, CaseStart, UnitOfWork } from "../../../src/plugin-api/index.js";
import { bacaNip, namaLengkap, type Pegawai, tanggalWib } from "../../kepegawaian/plugin.js";
import { masalah } from "../domain/masalah.js";
import { textOf } from "./form-data.js";
import { badInput, forbid, refuse } from "./refusals.js";
import { APP, type SiwiDeps } from "./siwi-deps.js";
import { tenggatLangkah } from "./tenggat.js";

/** Who changes profiles of widyaiswara: the Sekretariat of their own instansi, and the Admin Pusat. Source: domain note 1.2. */
export const mayChangeProfile = ({ role }: Actor, instansiId: string): boolean =>
  role?.role === "admin-pusat" || (role?.role === "sekretariat-tpi" && role.scopeId === instansiId);

const offered = ({ role }: Actor): boolean => role?.role === "admin-pusat" || role?.role === "sekretariat-tpi";
const ONLY = {
  id: "Hanya untuk Sekretariat TPI dan Admin Pusat",
  en: "For secretariats and the central administrator",
};

/** Menu "Ubah data widyaiswara": who, and why; the data themselves are changed in the task that follows. */
export const profileStart = (deps: SiwiDeps): CaseStart => ({
  form: "siwi/perubahan-data",
  offered: (_tx, actor) => Promise.resolve(offered(actor) ? { ok: true } : { ok: false, hidden: true, reason: ONLY }),
  async start(tx, actor, data) {
    if (!offered(actor)) throw refuse(ONLY.id, ONLY.en);
    const pegawai = await findWidyaiswara(deps, tx, actor, textOf(data, "nip"));
    if (pegawai.id === actor.personId)
      throw forbid("Anda tidak boleh mengubah data sendiri", "You may not change your own data");
    await requireNoneOpen(deps, tx, pegawai);
    return openChange(deps, tx, actor, pegawai, textOf(data, "alasan"));
  },
});

const findWidyaiswara = async (deps: SiwiDeps, tx: UnitOfWork, actor: Actor, typed: string): Promise<Pegawai> => {
  const nip = bacaNip(typed, tanggalWib(deps.clock.now()));
  if (!nip.ok) throw badInput([masalah("nip", nip.pesan.id, nip.pesan.en)], "data.");
  const pegawai = await deps.people(tx).pegawaiByNip(nip.nip);
  // One answer for people of other instansi and those unknown.
  if (pegawai?.jabatan !== "Widyaiswara" || !mayChangeProfile(actor, pegawai.instansiId)) {
    throw badInput(
      [
        masalah(
          "nip",
          `Tidak ada widyaiswara dengan NIP ${nip.nip} yang dapat Anda ubah`,
          `There is no widyaiswara with number ${nip.nip} whom you may change`,
        ),
      ],
      "data.",
    );
  }
  return pegawai;
};

const requireNoneOpen = async (deps: SiwiDeps, tx: UnitOfWork, pegawai: Pegawai): Promise<void> => {
  for (const { caseId } of await deps.store(tx).perubahanOf(pegawai.id)) {
    const { closedAt, reference } = await deps.cases.get(tx, caseId);
    if (closedAt === null) {
      throw refuse(
        `Data ${namaLengkap(pegawai)} sedang diubah (${reference})`,
        `The data of ${namaLengkap(pegawai)} are being changed (${reference})`,
      );
    }
  }
};

const openChange = async (
  deps: SiwiDeps,
  tx: UnitOfWork,
  actor: Actor,
  pegawai: Pegawai,
  alasan: string,
): Promise<string> => {
  const store = deps.store(tx);
  const owner = await deps.users.findByPerson(tx, pegawai.id);
  const unit = await deps.people(tx).unitKerja(pegawai.unitKerjaId);
  const year = tanggalWib(deps.clock.now()).slice(0, 4);
  const number = await deps.numbers(tx).nextNumber(`perubahan-data:${year}`);
  const caseFile = await deps.cases.open(tx, {
    app: APP,
    type: "perubahan-data",
    reference: `DATA-${year}-${String(number).padStart(4, "0")}`,
    title: `Perubahan data ${namaLengkap(pegawai)}`,
    ownerId: owner?.userId ?? null,
    subjectName: namaLengkap(pegawai),
    subjectNumber: pegawai.nip,
    unitName: unit?.nama ?? null,
    scopes: { instansi: pegawai.instansiId },
    status: "DIBUKA",
    variables: { pengaju: actor.username, ...(await tenggatLangkah(deps, tx, "perbaiki")) },
  });
  await store.addPerubahan({ caseId: caseFile.id, pegawaiId: pegawai.id, alasan });
  return caseFile.id;
};
