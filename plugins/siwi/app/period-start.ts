import type { Actor, CaseStart } from "../../../src/plugin-api/index.js";
import { tanggalWib } from "../../kepegawaian/plugin.js";
import { periksaJadwal } from "../domain/periode.js";
import { openPeriod, scheduleOf } from "./period-schedule.js";
import { badInput, refuse } from "./refusals.js";
import { roleText } from "./role-text.js";
import type { SiwiDeps } from "./siwi-deps.js";

const isAdmin = ({ role }: Actor): boolean => role?.role === "admin-pusat";
const ONLY_ADMIN = { id: "Hanya untuk Admin Pusat", en: "For the central administrator only" };

/** Menu "Buka masa penilaian". Source: domain note 1.3.6 (a period opens), 2.4. */
export const periodStart = (deps: SiwiDeps): CaseStart => ({
  form: "siwi/masa-penilaian",
  offered: (_tx, actor) =>
    Promise.resolve(isAdmin(actor) ? { ok: true } : { ok: false, hidden: true, reason: ONLY_ADMIN }),
  async start(tx, actor, data) {
    if (!isAdmin(actor)) throw refuse(ONLY_ADMIN.id, ONLY_ADMIN.en);
    const jadwal = scheduleOf(data);
    const faults = periksaJadwal(jadwal, await deps.store(tx).periodes(), tanggalWib(deps.clock.now()));
    if (faults.length > 0) throw badInput(faults, "data.");
    const { id, title } = await openPeriod(deps, tx, jadwal);
    await deps.history.append(tx, {
      actorId: actor.userId,
      actorName: actor.displayName,
      role: roleText(actor.role),
      action: "periode.scheduled",
      caseId: id,
      subject: { type: "CaseFile", id },
      story: {
        id: `menjadwalkan ${title}, pengiriman ${jadwal.buka} s/d ${jadwal.tutup}`,
        en: `scheduled the period, sending from ${jadwal.buka} to ${jadwal.tutup}`,
      },
    });
    return id;
  },
});
