import type { AturanAcuan } from "../../../kepegawaian/plugin.js";
import { PENGELOLA } from "../acuan-deps.js";
import { DOKUMEN } from "./dokumen.js";
import { APP } from "./konversi-deps.js";

/**
 * Who may change the numbers of conversion documents: the keepers of the credit rates. The head of an instansi's letters is
 * its own, whatever app prints it; who signs is the one who determines.
 */
export const ACUAN_NOMOR: AturanAcuan = {
  app: APP,
  form: "angka-kredit/pola-nomor",
  only: { id: "Hanya untuk Pengelola Acuan Angka Kredit", en: "For keepers of credit rates only" },
  isCentral: ({ role }) => role?.role === PENGELOLA,
  ownInstansi: () => null,
  lingkup: [],
  peran: {},
  peranInstansi: "",
  dokumen: DOKUMEN,
  centre: "Angka kredit",
};
