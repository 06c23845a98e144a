import type { Actor, CaseFile } from "../../../src/plugin-api/index.js";
import type { Dupak } from "../domain/dupak.js";
import type { Tim } from "../domain/penilaian.js";

/** What one reader may do with the rows of a DUPAK now. */
export interface RincianRights {
  /** Change, attach and remove rows of this origin. */
  readonly edit: "ONLINE" | "MANUAL" | null;
  readonly add: boolean;
  readonly score: Tim | null;
  readonly seesTpi: boolean;
  readonly seesTpp: boolean;
}

const REPAIRABLE = new Set(["DRAF", "DIKEMBALIKAN"]);
const TPI_KNOWN = new Set([
  "MENUNGGU_KIRIM_TPP",
  "DITERIMA_TPP",
  "DIKEMBALIKAN_TPP",
  "DINILAI_TPP",
  "SIDANG",
  "SELESAI",
]);

/**
 * Rights by role and status; a score is for its owner to see once the team has finished (TPI) or the result is published (TPP).
 * Source: domain note 1.3.1 (nothing added after Kirim), 1.3.3, 1.3.5 (paper part registered by the Sekretariat).
 */
export const rincianRights = (actor: Actor, caseFile: CaseFile, dupak: Dupak): RincianRights => {
  const { status } = caseFile;
  const adaTpi = dupak.jalur === "TPI";
  if (actor.userId === dupak.pemilikId) {
    const mine = REPAIRABLE.has(status);
    return {
      edit: mine ? "ONLINE" : null,
      add: mine && !dupak.pernahDikirim,
      score: null,
      seesTpi: adaTpi && TPI_KNOWN.has(status),
      seesTpp: status === "SELESAI",
    };
  }
  const inInstansi = actor.role?.scopeId === dupak.perorangan.instansiId;
  const role = actor.role?.role ?? "";
  const registers =
    dupak.bagianManual &&
    ((role === "sekretariat-tpi" && inInstansi && status === "DIKIRIM") ||
      (role === "sekretariat-tpp" &&
        dupak.jalur === "LANGSUNG_TPP" &&
        status === "DITERIMA_TPP" &&
        !dupak.siapDinilaiTpp));
  const scoresTpi = role === "tpi" && inInstansi && status === "DITERUSKAN_TPI";
  const scoresTpp = role === "tpp" && status === "DITERIMA_TPP" && dupak.siapDinilaiTpp;
  return {
    edit: registers ? "MANUAL" : null,
    add: registers,
    score: scoresTpi ? "TPI" : scoresTpp ? "TPP" : null,
    seesTpi: adaTpi,
    seesTpp: !inInstansi || status === "SELESAI",
  };
};
