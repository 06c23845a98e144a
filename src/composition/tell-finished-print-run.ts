import type { PrintRun } from "../documents/index.js";
import type { Notifications } from "../notifications/index.js";
import type { UnitOfWork } from "../platform/db/index.js";

/** Tells the person who started a print run that it has ended, each time that it does. */
export const tellFinishedPrintRun = (
  notifications: Notifications,
  tx: UnitOfWork,
  run: PrintRun & { readonly failed: number },
): Promise<void> =>
  notifications.notify(tx, {
    to: [{ userId: run.startedBy }],
    title: { id: `Pencetakan '${run.title}' selesai`, en: `The print run '${run.title}' has ended` },
    body:
      run.failed === 0
        ? { id: "Semua dokumen telah dicetak.", en: "All documents have been printed." }
        : {
            id: `${run.failed} dokumen gagal dicetak; alasannya tercantum pada halaman pencetakan.`,
            en: `${run.failed} documents failed; the page of the run says why.`,
          },
    key: `print-run:${run.id}:${run.finishedAt ?? 0}`,
  });
