import type { Actor, CaseStart, UnitOfWork } from "../../../src/plugin-api/index.js";
import { bacaDaftarNip } from "../domain/daftar-nip.js";
import { tanggalWib } from "../domain/hari-kerja.js";
import { masalah } from "../domain/masalah.js";
import { textOf } from "./form-data.js";
import { mulaiSinkronisasi } from "./mulai-sinkronisasi.js";
import { badInput, refuse } from "./refusals.js";
import { roleText } from "./role-text.js";
import type { SapkDeps } from "./sapk-deps.js";

interface No {
  readonly ok: false;
  readonly hidden?: boolean;
  readonly reason: { readonly id: string; readonly en: string };
}
interface Yes {
  readonly ok: true;
  readonly instansiId: string;
}

/** Whether this person may ask SAPK now, and for which instansi: the administrator of an instansi for the own one. Source: domain note 1.1. */
const check = ({ sambungan }: SapkDeps, { role }: Actor): Yes | No => {
  const instansiId = role?.role === "admin-instansi" ? role.scopeId : null;
  if (instansiId === null) {
    const reason = { id: "Hanya untuk Admin Instansi", en: "For administrators of an agency only" };
    return { ok: false, hidden: true, reason };
  }
  if (sambungan?.instansi.has(instansiId) !== true) {
    const reason = {
      id: "Sambungan SAPK/SIASN untuk instansi Anda belum dikonfigurasi. Hubungi administrator aplikasi.",
      en: "The link to SAPK/SIASN is not configured for your agency. Ask the administrator of the application.",
    };
    return { ok: false, reason };
  }
  return { ok: true, instansiId };
};

/** Menu "Sinkronkan data pegawai dari SAPK": everybody of the own instansi, or the people named. Source: domain note 1.5.4, 4.2. */
export const sinkronisasiStart = (deps: SapkDeps): CaseStart => ({
  form: "kepegawaian/sinkronisasi-sapk",
  offered: (_tx, actor) => Promise.resolve(check(deps, actor)),
  async start(tx, actor, data) {
    const answer = check(deps, actor);
    if (!answer.ok) throw refuse(answer.reason.id, answer.reason.en);
    const { instansiId } = answer;
    const nips =
      textOf(data, "cakupan") === "SEMUA" ? null : await chosen(deps, tx, instansiId, textOf(data, "daftarNip"));
    if (nips === null) await requireNoneRunning(deps, tx, instansiId);
    const caseId = await mulaiSinkronisasi(deps, tx, { instansiId, nips, kunci: null });
    const whom = nips === null ? "seluruh pegawai" : `${nips.length} pegawai`;
    await deps.history.append(tx, {
      actorId: actor.userId,
      actorName: actor.displayName,
      role: roleText(actor.role),
      action: "sapk.requested",
      caseId,
      subject: { type: "CaseFile", id: caseId },
      story: { id: `meminta sinkronisasi SAPK untuk ${whom}`, en: "asked for a synchronisation with SAPK" },
    });
    return caseId;
  },
});

const chosen = async (deps: SapkDeps, tx: UnitOfWork, instansiId: string, text: string): Promise<readonly string[]> => {
  const { nips, faults } = bacaDaftarNip(text, tanggalWib(deps.clock.now()));
  const known = await deps.people(tx).pegawaiByNips(nips);
  const foreign = known
    .filter((pegawai) => pegawai.instansiId !== instansiId)
    .map(({ nip }) =>
      masalah(
        "daftarNip",
        `NIP ${nip} tercatat pada instansi lain; yang menariknya adalah admin instansi itu`,
        `Number ${nip} belongs to another agency, whose administrator pulls it`,
      ),
    );
  if (faults.length + foreign.length > 0) throw badInput([...faults, ...foreign], "data.");
  return nips;
};

const requireNoneRunning = async (deps: SapkDeps, tx: UnitOfWork, instansiId: string): Promise<void> => {
  const running = await deps.store(tx).runBerjalan(instansiId);
  if (running === undefined) return;
  const { reference } = await deps.cases.get(tx, running.id);
  throw refuse(
    `Sinkronisasi seluruh pegawai sedang berjalan (${reference})`,
    `A synchronisation of everybody is under way (${reference})`,
  );
};
