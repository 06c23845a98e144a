import type { UnitOfWork } from "../../../src/plugin-api/index.js";
import { namaMasa, refuse } from "../../kepegawaian/plugin.js";
import type { Dupak } from "../domain/dupak.js";
import { monthsWithin } from "./dupak-context.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { PESAN_LANJUT } from "./kegiatan-actions.js";
import { moveInventarisasi } from "./kegiatan-context.js";

/**
 * Locks every month of the masa penilaian into a DUPAK that is being sent.
 * @throws {AppError} INVALID_STATE naming the months that are not approved, or when there is none. Source: domain note 1.5.6.
 */
export const lockMonths = async (deps: EdupakDeps, tx: UnitOfWork, dupak: Dupak): Promise<void> => {
  const within = await monthsWithin(deps, tx, dupak);
  const open = within.filter(({ caseFile }) => caseFile.status !== "DISETUJUI_ATASAN");
  if (open.length > 0) {
    const names = open.map(({ month: { bulan } }) => namaMasa({ masaMulai: bulan, masaSelesai: bulan })).join(", ");
    throw refuse(
      `Inventarisasi berikut belum disetujui atasan: ${names}`,
      `These months have not been approved: ${names}`,
    );
  }
  if (within.length === 0)
    throw refuse("Tidak ada inventarisasi dalam masa penilaian ini", "There is no month in this period");
  for (const { month, caseFile } of within) {
    await moveInventarisasi(deps, tx, caseFile, "TERKUNCI");
    await deps.store(tx).saveInventarisasi({ ...month, dupakId: dupak.id });
  }
};

/** Frees the months of a DUPAK that is given back; provisional scores fall away, since what they were given for may change. */
export const unlockMonths = async (deps: EdupakDeps, tx: UnitOfWork, dupak: Dupak): Promise<void> => {
  const store = deps.store(tx);
  const months = await store.inventarisasiInDupak(dupak.id);
  await store.clearScores(months.map(({ id }) => id));
  for (const month of months) {
    await moveInventarisasi(deps, tx, await deps.cases.get(tx, month.caseId), "DISETUJUI_ATASAN");
    await store.saveInventarisasi({ ...month, dupakId: null });
  }
};

/** Closes the months of a decided DUPAK for good and lets their processes end. */
export const closeMonths = async (deps: EdupakDeps, tx: UnitOfWork, dupak: Dupak): Promise<void> => {
  for (const month of await deps.store(tx).inventarisasiInDupak(dupak.id)) {
    await moveInventarisasi(deps, tx, await deps.cases.get(tx, month.caseId), "TERKUNCI", { closed: true });
    await deps.cases.publishMessage(tx, {
      name: PESAN_LANJUT,
      correlationKey: month.caseId,
      messageId: `edupak:selesai:${month.caseId}`,
      variables: { keputusan: "SELESAI" },
    });
  }
};
