import type { Actor, CaseStart } from "../../../src/plugin-api/index.js";
import { badInput, dateOf, masalah, refuse, tanggalWib, textOf, tulisTanggal } from "../../kepegawaian/plugin.js";
import { APP, type EdupakDeps } from "./edupak-deps.js";

const ONLY = { id: "Hanya untuk Admin Instansi dan Sekretariat", en: "For administrators and the secretariat only" };
const MAKERS = ["admin-instansi", "sekretariat-jfk"];
const isMaker = ({ role }: Actor): boolean => MAKERS.includes(role?.role ?? "");

/**
 * Menu "Rekap": DUPAK that came in between two days, or the users, as a spreadsheet; the Admin Instansi of the own instansi,
 * the Sekretariat of all. Source: domain note 1.5.2.
 */
export const rekapStart = (deps: EdupakDeps): CaseStart => ({
  form: "edupak/rekap",

  offered: (_tx, actor) => Promise.resolve(isMaker(actor) ? { ok: true } : { ok: false, hidden: true, reason: ONLY }),

  prefill() {
    const today = tanggalWib(deps.clock.now());
    return Promise.resolve({ dari: `${today.slice(0, 4)}-01-01`, sampai: today });
  },

  async start(tx, actor, data) {
    if (!isMaker(actor)) throw refuse(ONLY.id, ONLY.en);
    const jenis = textOf(data, "jenis") === "PENGGUNA" ? "PENGGUNA" : "USULAN";
    const [dari, sampai] = [dateOf(data, "dari"), dateOf(data, "sampai")];
    if (jenis === "USULAN" && (dari === "" || sampai < dari)) {
      const id = `Hari terakhir harus sejak ${dari}, tetapi tertulis "${sampai}"`;
      throw badInput([masalah("sampai", id, `Expected a day from ${dari} on, but got "${sampai}"`)], "data.");
    }
    const instansiId = actor.role?.scopeId ?? null;
    const instansi = instansiId === null ? undefined : await deps.people(tx).instansi(instansiId);
    const year = tanggalWib(deps.clock.now()).slice(0, 4);
    const number = await deps.numbers(tx).nextNumber(`rekap-jfk:${year}`);
    const caseFile = await deps.cases.open(tx, {
      app: APP,
      type: "rekap",
      reference: `REKAP-${year}-${String(number).padStart(4, "0")}`,
      title: jenis === "PENGGUNA" ? "Rekap pengguna" : `Rekap DUPAK ${tulisTanggal(dari)} s/d ${tulisTanggal(sampai)}`,
      ownerId: actor.userId,
      subjectName: instansi?.nama ?? "Semua instansi",
      subjectNumber: null,
      unitName: instansi?.nama ?? null,
      scopes: { pembuat: actor.userId, ...(instansiId === null ? {} : { instansi: instansiId }) },
      status: "DISUSUN",
      variables: {},
    });
    await deps.store(tx).saveRekap({
      caseId: caseFile.id,
      jenis,
      instansiId,
      dari,
      sampai,
      masuk: null,
      selesai: null,
      baris: null,
    });
    return caseFile.id;
  },
});
