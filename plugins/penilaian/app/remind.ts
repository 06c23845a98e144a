import type {
  CaseFile,
  Localised,
  NewNotification,
  PluginServices,
  UnitOfWork,
} from "../../../src/plugin-api/index.js";
import { recordJob } from "../../kepegawaian/plugin.js";

/** Who is reminded, and what the story calls them. */
export interface Penerima {
  readonly to: NewNotification["to"];
  readonly nama: Localised;
}

/** Whom the steps of an app name in the header `kepada`; undefined = nobody of that name. */
export type PenerimaPengingat = (
  tx: UnitOfWork,
  caseFile: CaseFile,
  kepada: string,
) => Promise<Penerima | undefined> | Penerima | undefined;

/** One reminder: `kepada` is the header of the diagram's task, `key` makes one timer tell once. */
export interface Pengingat {
  readonly caseId: string;
  readonly kepada: string;
  readonly key: string;
}

/** Reminds whoever has the step. @param job its job type, as the history names it. */
export const remind = (
  deps: PluginServices,
  penerima: PenerimaPengingat,
  job: string,
  { caseId, kepada, key }: Pengingat,
): Promise<void> =>
  deps.db.transaction(async (tx) => {
    const caseFile = await deps.cases.get(tx, caseId);
    const found = await penerima(tx, caseFile, kepada);
    if (found === undefined) throw new Error(`Expected header 'kepada' to name a receiver, but it is '${kepada}'`);
    const { to, nama } = found;
    if (to.length === 0) return;
    const { reference, subjectName } = caseFile;
    await deps.notifications.notify(tx, {
      to,
      title: { id: "Pengingat", en: "Reminder" },
      body: {
        id: `${reference} (${subjectName}) masih menunggu tindakan Anda.`,
        en: `${reference} (${subjectName}) still waits for you.`,
      },
      caseId,
      key: `${caseFile.app}:reminder:${key}`,
    });
    await recordJob(
      deps,
      tx,
      { job, caseFile },
      {
        action: "case.reminded",
        story: { id: `mengirim pengingat kepada ${nama.id}`, en: `sent a reminder to ${nama.en}` },
      },
    );
  });
