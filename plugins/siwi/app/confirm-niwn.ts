import type { TaskHandler } from "../../../src/plugin-api/index.js";
import { tulisNiwn } from "../domain/niwn.js";
import { textOf } from "./form-data.js";
import { personFacts } from "./niwn-facts.js";
import { requestOfCase } from "./niwn-request.js";
import { tell, toAdminPusat } from "./notices.js";
import type { SiwiDeps } from "./siwi-deps.js";

/** First sign-in of a new widyaiswara: confirms the data, and the number is in use. Source: domain note 1.2 steps 4, 5. */
export const confirmNiwn = (deps: SiwiDeps): TaskHandler => ({
  processId: "niwn",
  elementId: "ConfirmNiwn",

  async open(tx, { caseFile }) {
    const permohonan = await requestOfCase(deps, tx, caseFile.id);
    const niwn = await deps.store(tx).niwnByNip(permohonan.nip);
    const number = { label: { id: "NIWN", en: "NIWN" }, value: niwn === undefined ? "" : tulisNiwn(niwn.niwn) };
    return { facts: [number, ...personFacts(permohonan)] };
  },

  async complete(tx, { caseFile, data }) {
    const wrong = textOf(data, "keputusan") === "ADA_YANG_SALAH";
    const catatan = textOf(data, "catatan");
    const active = await deps.cases.setStatus(tx, caseFile, "AKTIF", { closed: true });
    if (wrong) {
      const to = [
        toAdminPusat,
        { role: "admin-instansi", scopeId: caseFile.scopes["instansi"] ?? "" },
        { role: "sekretariat-tpi", scopeId: caseFile.scopes["instansi"] ?? "" },
      ];
      const title = { id: "Data widyaiswara perlu diperbaiki", en: "Data of a widyaiswara need repair" };
      const body = `${active.subjectName}: ${catatan}`;
      await tell(deps, tx, active, "niwn-data-wrong", to, title, { id: body, en: body });
    }
    return {
      variables: {},
      action: "niwn.activated",
      story: { id: "mengonfirmasi data dan mengaktifkan NIWN", en: "confirmed the data and activated the number" },
      reason: wrong ? catatan : null,
    };
  },
});
