import type { TaskHandler } from "../../../src/plugin-api/index.js";
import { dupakOfCase, moveDupak } from "./dupak-context.js";
import type { SiwiDeps } from "./siwi-deps.js";
import { tenggatTutup } from "./tenggat.js";

/** Questionnaire "Kinerja Widyaiswara": finishing it opens the DUPAK. Source: domain note 1.3.1 step 2. */
export const fillMonev = (deps: SiwiDeps): TaskHandler => ({
  processId: "dupak-online",
  elementId: "FillMonev",
  async complete(tx, { caseFile, data }) {
    const store = deps.store(tx);
    const dupak = await dupakOfCase(deps, tx, caseFile.id);
    await moveDupak(deps, tx, caseFile, "DRAF");
    await store.saveDupak({ ...dupak, monevSelesai: true });
    await store.keepMonev(dupak.id, data, deps.clock.now());
    const periode = (await store.periodes()).find(({ id }) => id === dupak.periodeId);
    return {
      variables: periode === undefined ? {} : tenggatTutup(periode.tutup),
      action: "dupak.monev-finished",
      story: { id: "menyelesaikan kuesioner Kinerja Widyaiswara", en: "finished the questionnaire" },
    };
  },
});
