import type { TaskHandler } from "../../../src/plugin-api/index.js";
import { forbid } from "../../kepegawaian/plugin.js";
import { dupakOfCase, moveDupak } from "./dupak-context.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { TEMPLAT_PENETAPAN } from "./issue-pak.js";

/** The JFK receives the PAK or HAPAK; the case file closes. Source: domain note 1.5.1 step 16. */
export const receivePak = (deps: EdupakDeps): TaskHandler => ({
  processId: "dupak-jfk",
  elementId: "ReceivePak",

  async open(tx, { caseFile }) {
    const { penetapan } = await dupakOfCase(deps, tx, caseFile.id);
    const { items } = await deps.documents.pageFor(tx, caseFile.id, { offset: 0, limit: 100 });
    const pak = items.findLast(({ template }) => template === (penetapan === null ? "" : TEMPLAT_PENETAPAN[penetapan]));
    const name = `${penetapan ?? "-"} ${pak?.number ?? ""}`.trim();
    return {
      facts: [
        {
          label: { id: "Yang ditetapkan", en: "Set" },
          value: name,
          ...(pak === undefined ? {} : { files: [{ id: pak.fileId, name }] }),
        },
      ],
    };
  },

  async complete(tx, { caseFile, actor }) {
    const dupak = await dupakOfCase(deps, tx, caseFile.id);
    if (actor.userId !== dupak.pemilikId)
      throw forbid("Hanya pemilik DUPAK yang menerima PAK", "Only its owner receives the PAK");
    await moveDupak(deps, tx, caseFile, "DITERIMA", { closed: true });
    return {
      variables: { keputusan: "TERIMA" },
      action: "dupak.pak-received",
      story: { id: `menerima ${dupak.penetapan ?? "PAK"}`, en: `received the ${dupak.penetapan ?? "PAK"}` },
    };
  },
});
