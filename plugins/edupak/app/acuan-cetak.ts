import type { AturanAcuan } from "../../kepegawaian/plugin.js";
import { APP } from "./edupak-deps.js";

/** The team of the JFK; every other scope is the id of an instansi. */
export const LINGKUP_TIM = "TIM_PENILAI_JFK";

/** Who signs for the team; the head of an instansi's unit is `KEPALA_UNIT`, as in every app. Source: domain note 3.5 to 3.7. */
export type PeranTandaTangan = "PENETAP_PAK_JFK" | "KETUA_TIM_JFK" | "SEKRETARIS_TIM_JFK";

/** Documents with an official number: those of an instansi count for each instansi, the others for the team. Source: domain note 1.8.3. */
export const DOKUMEN_INSTANSI = ["jfk-dupak", "jfk-spmk", "jfk-surat-perintah", "jfk-surat-usul"] as const;
export const DOKUMEN_TIM = ["jfk-berita-acara", "jfk-resume", "jfk-hapak", "jfk-pak"] as const;
export type DokumenJfk = (typeof DOKUMEN_INSTANSI)[number] | (typeof DOKUMEN_TIM)[number];

/** Pusbin JFK for the team, an Admin Instansi for the own instansi. */
export const ACUAN_JFK: AturanAcuan = {
  app: APP,
  form: "edupak/acuan-cetak",
  only: { id: "Hanya untuk Pusbin JFK dan Admin Instansi", en: "For the centre and agencies' administrators" },
  isCentral: ({ role }) => role?.role === "super-admin-jfk",
  ownInstansi: ({ role }) => (role?.role === "admin-instansi" ? role.scopeId : null),
  lingkup: [LINGKUP_TIM],
  peran: { PENETAP_PAK_JFK: LINGKUP_TIM, KETUA_TIM_JFK: LINGKUP_TIM, SEKRETARIS_TIM_JFK: LINGKUP_TIM },
  peranInstansi: "KEPALA_UNIT",
  dokumen: [...DOKUMEN_INSTANSI, ...DOKUMEN_TIM],
  centre: "Tim Penilai Jabatan Fungsional Kepegawaian",
};
