import type { AturanAcuan } from "../../kepegawaian/plugin.js";
import { DOKUMEN_BERNOMOR } from "../domain/dokumen-bernomor.js";
import { APP } from "./siwi-deps.js";

/** Scope of the central team. */
export const LINGKUP_TPP = "TPP";
/** Scope of the centre that issues numbers of widyaiswara. Every other scope is the id of an instansi. */
export const LINGKUP_PUSBIN = "PUSBIN";

/** Who signs; `KEPALA_PUSBIN` the notice of a NIWN, `KEPALA_UNIT` the letters of an instansi. */
export type PeranTandaTangan = "KETUA_TPP" | "SEKRETARIS_TPP" | "KEPALA_PUSBIN" | "KEPALA_UNIT";

/** Who may change what documents print: the Admin Pusat for the central bodies, a Sekretariat TPI for its own instansi. */
export const ACUAN_SIWI: AturanAcuan = {
  app: APP,
  form: "siwi/acuan-cetak",
  only: { id: "Hanya untuk Admin Pusat dan Sekretariat TPI", en: "For the central administrator and secretariats" },
  isCentral: ({ role }) => role?.role === "admin-pusat",
  ownInstansi: ({ role }) => (role?.role === "sekretariat-tpi" ? role.scopeId : null),
  lingkup: [LINGKUP_TPP, LINGKUP_PUSBIN],
  peran: { KETUA_TPP: LINGKUP_TPP, SEKRETARIS_TPP: LINGKUP_TPP, KEPALA_PUSBIN: LINGKUP_PUSBIN },
  peranInstansi: "KEPALA_UNIT",
  dokumen: DOKUMEN_BERNOMOR,
  centre: "Tim Penilai Pusat",
};
