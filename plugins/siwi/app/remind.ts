import type { NewNotification } from "../../../src/plugin-api/index.js";
import { toAdminPusat, toOwner, toTpi, toTpiSecretariat, toTpp, toTppSecretariat } from "./notices.js";
import type { SiwiDeps } from "./siwi-deps.js";

/** Reminds whoever has the step; `kepada` is the header of the diagram's task, `key` makes one timer tell once. */
export const remind = (
  deps: SiwiDeps,
  input: { readonly caseId: string; readonly kepada: string; readonly key: string },
): Promise<void> =>
  deps.db.transaction(async (tx) => {
    const caseFile = await deps.cases.get(tx, input.caseId);
    const instansiId = caseFile.scopes["instansi"] ?? "";
    const receivers: Readonly<Record<string, NewNotification["to"]>> = {
      pemilik: toOwner(caseFile),
      "sekretariat-tpi": [toTpiSecretariat(instansiId)],
      tpi: [toTpi(instansiId)],
      "sekretariat-tpp": [toTppSecretariat],
      tpp: [toTpp],
      "admin-pusat": [toAdminPusat],
    };
    const to = receivers[input.kepada];
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
      key: `siwi:reminder:${input.key}`,
    });
    await deps.history.append(tx, {
      actorId: "system:remind-siwi",
      actorName: "Sistem",
      role: null,
      action: "case.reminded",
      caseId: caseFile.id,
      subject: { type: "CaseFile", id: caseFile.id },
      story: { id: `mengirim pengingat kepada ${input.kepada}`, en: `sent a reminder to ${input.kepada}` },
      processInstanceKey: caseFile.processInstanceKey,
    });
  });
