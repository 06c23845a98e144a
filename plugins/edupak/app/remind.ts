import type { CaseFile, NewNotification, UnitOfWork } from "../../../src/plugin-api/index.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { toAdminInstansi, toOwner, toPenilai, toSekretariat, toUser } from "./notices.js";
import { recordJob } from "./record-act.js";

type Receivers = NewNotification["to"];

const receivers = async (
  deps: EdupakDeps,
  tx: UnitOfWork,
  caseFile: CaseFile,
  kepada: string,
): Promise<Receivers | undefined> => {
  const store = deps.store(tx);
  switch (kepada) {
    case "pemilik":
      return toOwner(caseFile);
    case "atasan": {
      const month = await store.inventarisasiByCase(caseFile.id);
      return toUser((month ?? (await store.dupakByCase(caseFile.id)))?.atasanId ?? null);
    }
    case "pejabat":
      return toUser((await store.dupakByCase(caseFile.id))?.pejabatId ?? null);
    case "sekretariat-jfk":
      return [toSekretariat];
    case "penilai-jfk":
      return [toPenilai];
    case "admin-instansi":
      return [toAdminInstansi(caseFile.scopes["instansi"] ?? "")];
    default:
      return undefined;
  }
};

/** Reminds whoever has the step; `kepada` is the header of the diagram's task, `key` makes one timer tell once. */
export const remind = (
  deps: EdupakDeps,
  input: { readonly caseId: string; readonly kepada: string; readonly key: string },
): Promise<void> =>
  deps.db.transaction(async (tx) => {
    const caseFile = await deps.cases.get(tx, input.caseId);
    const to = await receivers(deps, tx, caseFile, input.kepada);
    if (to === undefined) throw new Error(`Expected header 'kepada' to name a receiver, but it is '${input.kepada}'`);
    if (to.length === 0) return;
    const { reference, subjectName } = caseFile;
    await deps.notifications.notify(tx, {
      to,
      title: { id: "Pengingat", en: "Reminder" },
      body: {
        id: `${reference} (${subjectName}) masih menunggu tindakan Anda.`,
        en: `${reference} (${subjectName}) still waits for you.`,
      },
      caseId: caseFile.id,
      key: `edupak:reminder:${input.key}`,
    });
    await recordJob(
      deps,
      tx,
      { job: "remind-edupak", caseFile },
      {
        action: "case.reminded",
        story: { id: `mengirim pengingat kepada ${input.kepada}`, en: `sent a reminder to ${input.kepada}` },
      },
    );
  });
