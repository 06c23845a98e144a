import type { TaskHandler } from "../../../../src/plugin-api/index.js";
import { absent, forbid, tanggalWib, textOf } from "../../../kepegawaian/plugin.js";
import { wajibAlasan } from "./alasan.js";
import { pembatalanFacts } from "./case-facts.js";
import type { KonversiDeps } from "./konversi-deps.js";
import { pakYangDibatalkan } from "./pak-yang-dibatalkan.js";
import { toOwnerOf } from "./pemilik.js";

/** The assessing official cancels a PAK: it stays in the record, what it counted is free again. Source: domain note 3.10. */
export const putuskanPembatalan = (deps: KonversiDeps): TaskHandler => ({
  processId: "batalkan-pak-konversi",
  elementId: "DecideCancellation",

  async open(tx, { caseFile }) {
    return { facts: await pembatalanFacts(deps, tx, caseFile) };
  },

  async complete(tx, { caseFile, actor, data }) {
    const store = deps.store(tx);
    const pak = await pakYangDibatalkan(deps, tx, caseFile);
    if (pak === undefined) throw absent("PAK", caseFile.title);
    if (pak.pegawaiId === actor.personId)
      throw forbid("Anda tidak boleh membatalkan PAK Anda sendiri", "You may not cancel your own PAK");
    const alasan = wajibAlasan(data);
    if (textOf(data, "keputusan") !== "BATALKAN") {
      await deps.cases.setStatus(tx, caseFile, "DITOLAK", { closed: true });
      return {
        variables: { keputusan: "TOLAK" },
        action: "pak.kept",
        story: { id: `menolak pembatalan PAK nomor ${pak.nomor}`, en: `kept PAK ${pak.nomor}` },
        reason: alasan,
      };
    }
    const pada = tanggalWib(deps.clock.now());
    if (pak.catatanId !== null) await deps.batalkanPak(tx, { pakId: pak.catatanId, tanggal: pada, alasan });
    await store.batalkanPak(pak.id, { pada, alasan });
    const done = await deps.cases.setStatus(tx, caseFile, "DIBATALKAN", { closed: true });
    const to = toOwnerOf(done);
    if (to.length > 0)
      await deps.notifications.notify(tx, {
        to,
        title: { id: "PAK dibatalkan", en: "PAK cancelled" },
        body: { id: `PAK nomor ${pak.nomor} dibatalkan: ${alasan}`, en: `PAK ${pak.nomor} was cancelled: ${alasan}` },
        caseId: caseFile.id,
        key: `ak:batal:${caseFile.id}`,
      });
    return {
      variables: { keputusan: "BATALKAN", pakId: pak.catatanId ?? "" },
      action: "pak.cancelled",
      story: { id: `membatalkan PAK nomor ${pak.nomor}`, en: `cancelled PAK ${pak.nomor}` },
      reason: alasan,
    };
  },
});
