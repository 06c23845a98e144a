import type { TaskHandler } from "../../../../src/plugin-api/index.js";
import { forbid, textOf } from "../../../kepegawaian/plugin.js";
import { barisOfCase } from "./baris-of-case.js";
import { berkasOfCase } from "./berkas-of-case.js";
import { faktaRekening } from "./case-facts.js";
import type { KonversiDeps } from "./konversi-deps.js";
import { penetapDari } from "./penetap-dari.js";

/** The assessing official sets a PAK once the credit is enough, or waits. Source: Peraturan BKN 3/2023 Pasal 12(4). */
export const tetapkanPak = (deps: KonversiDeps): TaskHandler => ({
  processId: "konversi-predikat",
  elementId: "DeterminePak",

  async open(tx, { caseFile }) {
    return { facts: await faktaRekening(deps, tx, caseFile.id) };
  },

  async complete(tx, { caseFile, actor, data }) {
    const { periode } = await barisOfCase(deps, tx, caseFile.id);
    if (periode !== null && periode.pegawaiId === actor.personId)
      throw forbid("Anda tidak boleh menetapkan PAK Anda sendiri", "You may not set your own PAK");
    const isSet = textOf(data, "keputusan") === "TERBITKAN";
    if (isSet) {
      const berkas = await berkasOfCase(deps, tx, caseFile.id);
      await deps.store(tx).saveBerkas({ ...berkas, penetap: await penetapDari(deps, tx, actor), terbitkanPak: true });
      await deps.cases.setStatus(tx, caseFile, "DIPROSES");
    }
    return {
      variables: { keputusan: isSet ? "TERBITKAN" : "TUNDA" },
      action: isSet ? "pak.determined" : "pak.postponed",
      story: isSet
        ? { id: "menetapkan PAK", en: "set the PAK" }
        : { id: "menunda penetapan PAK", en: "postponed the PAK" },
    };
  },
});
