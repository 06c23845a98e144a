import type { Localised, TaskOutcome, TaskRequest, UnitOfWork } from "../../../../src/plugin-api/index.js";
import { wajibAlasan } from "./alasan.js";
import { berkasOfCase } from "./berkas-of-case.js";
import type { KonversiDeps } from "./konversi-deps.js";

type Completion = TaskRequest & { readonly data: Readonly<Record<string, unknown>> };

/** Gives grades back to whoever entered them, with the reason. @param teks what that person is told, and the history. */
export const kembalikan = async (
  deps: KonversiDeps,
  tx: UnitOfWork,
  { caseFile, data }: Completion,
  teks: { readonly judul: Localised; readonly kisah: Localised },
): Promise<TaskOutcome> => {
  const alasan = wajibAlasan(data);
  const berkas = await berkasOfCase(deps, tx, caseFile.id);
  await deps.store(tx).saveBerkas({ ...berkas, alasan });
  const returned = await deps.cases.setStatus(tx, caseFile, "DIKEMBALIKAN");
  const body = `${caseFile.reference}: ${alasan}`;
  await deps.notifications.notify(tx, {
    to: [{ userId: berkas.pembuatId }],
    title: teks.judul,
    body: { id: body, en: body },
    caseId: caseFile.id,
    key: `ak:kembali:${caseFile.id}:${returned.revision}`,
  });
  return {
    variables: { keputusan: "KEMBALIKAN" },
    action: "konversi.returned",
    story: teks.kisah,
    reason: alasan,
  };
};
