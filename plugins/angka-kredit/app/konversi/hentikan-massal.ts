import type { SheetAction, SheetRequest, UnitOfWork } from "../../../../src/plugin-api/index.js";
import { berkasOfCase } from "./berkas-of-case.js";
import { catatTindakan } from "./catat.js";
import type { KonversiDeps } from "./konversi-deps.js";

/** Message for which a stopped upload waits. */
const PESAN_LANJUT = "konversi-massal-lanjut";

const HENTIKAN: SheetAction = {
  id: "hentikan",
  label: { id: "Hentikan", en: "Stop" },
  withoutTask: true,
  confirm: {
    id: "Pekerjaan berhenti setelah baris yang sedang dikerjakan. Yang sudah dikonversi, dicetak, dan menjadi PAK tetap berlaku; sisanya dapat dilanjutkan kapan saja. Hentikan?",
    en: "The work stops after the row in hand. What has been converted, printed and issued stays; the rest can be continued at any time. Stop?",
  },
};

const LANJUTKAN: SheetAction = {
  id: "lanjutkan",
  label: { id: "Lanjutkan", en: "Continue" },
  withoutTask: true,
};

/** Whether an upload has been stopped; its jobs ask between two rows. */
export const dihentikan = (deps: KonversiDeps, caseId: string): Promise<boolean> =>
  deps.db.read(async (tx) => (await deps.cases.get(tx, caseId)).status === "DIHENTIKAN");

/** Stopping and continuing an upload at work: for whoever made it and the official who determined it. */
export const tindakanMassal = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  { caseFile, actor }: SheetRequest,
): Promise<readonly SheetAction[]> => {
  const { pembuatId, penetap } = await berkasOfCase(deps, tx, caseFile.id);
  if (actor.userId !== pembuatId && actor.userId !== penetap?.userId) return [];
  if (caseFile.status === "DIPROSES") return [HENTIKAN];
  return caseFile.status === "DIHENTIKAN" ? [LANJUTKAN] : [];
};

/**
 * Does one of them. The process comes to its message event at the end of the slice in hand; who continues before that finds the
 * slice going on, and the message waits for the next stop, where a job with nothing to do leads back to the event.
 */
export const actOnMassal = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  { caseFile, actor }: SheetRequest,
  actionId: string,
): Promise<void> => {
  const stops = actionId === HENTIKAN.id;
  const { id, revision } = await deps.cases.setStatus(tx, caseFile, stops ? "DIHENTIKAN" : "DIPROSES");
  if (!stops)
    await deps.cases.publishMessage(tx, {
      name: PESAN_LANJUT,
      correlationKey: id,
      messageId: `ak:lanjut:${id}:${revision}`,
    });
  await catatTindakan(
    deps,
    tx,
    { actor, caseId: id },
    stops
      ? {
          action: "konversi.stopped",
          story: { id: "menghentikan konversi massal", en: "stopped the conversion of the upload" },
        }
      : {
          action: "konversi.continued",
          story: { id: "melanjutkan konversi massal", en: "continued the conversion of the upload" },
        },
  );
};
