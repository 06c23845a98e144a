import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { tanggalWib, tulisTanggal } from "../../kepegawaian/plugin.js";
import { type Periode, sedangBuka } from "../domain/periode.js";
import { periodOfCase } from "./period-schedule.js";
import type { SiwiDeps } from "./siwi-deps.js";

const record = (
  deps: SiwiDeps,
  tx: UnitOfWork,
  caseId: string,
  action: string,
  story: { readonly id: string; readonly en: string },
) =>
  deps.history.append(tx, {
    actorId: "system:masa-penilaian",
    actorName: "Sistem",
    role: null,
    action,
    caseId,
    subject: { type: "CaseFile", id: caseId },
    story,
  });

/** On the first day of sending every widyaiswara is told, once for each period. */
export const announcePeriod = (deps: SiwiDeps, caseId: string): Promise<void> =>
  deps.db.transaction(async (tx) => {
    const periode = await periodOfCase(deps, tx, caseId);
    const caseFile = await deps.cases.get(tx, caseId);
    // Changed to a later day meanwhile: the timer of that day will come.
    if (caseFile.status !== "DIJADWALKAN" || !sedangBuka(periode, tanggalWib(deps.clock.now()))) return;
    await deps.cases.setStatus(tx, caseFile, "DIBUKA");
    await deps.notifications.notify(tx, {
      to: [{ role: "widyaiswara" }],
      title: { id: "Masa penilaian dibuka", en: "A period is open" },
      body: openingText(periode),
      key: `siwi:period-opened:${periode.id}`,
    });
    await record(deps, tx, caseId, "periode.opened", {
      id: `membuka pengiriman DUPAK ${periode.nama}`,
      en: `opened the sending of DUPAK for ${periode.nama}`,
    });
  });

const openingText = ({ nama, tutup }: Periode) => {
  const day = tulisTanggal(tutup);
  return {
    id: `DUPAK ${nama} dapat diajukan sampai ${day}.`,
    en: `DUPAK for ${nama} can be sent until ${day}.`,
  };
};

/** After the last day. Closed already: nothing happens. */
export const closePeriod = (deps: SiwiDeps, caseId: string): Promise<void> =>
  deps.db.transaction(async (tx) => {
    const periode = await periodOfCase(deps, tx, caseId);
    if (periode.ditutupPada !== null) return;
    await deps.store(tx).savePeriode({ ...periode, ditutupPada: periode.tutup });
    await deps.cases.setStatus(tx, await deps.cases.get(tx, caseId), "DITUTUP", { closed: true });
    await record(deps, tx, caseId, "periode.closed", {
      id: `menutup pengiriman DUPAK ${periode.nama}`,
      en: `closed the sending of DUPAK for ${periode.nama}`,
    });
  });
