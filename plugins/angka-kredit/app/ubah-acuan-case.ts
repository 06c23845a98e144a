import type { CaseType } from "../../../src/plugin-api/index.js";
import { type AcuanDeps, APP, UBAH_ACUAN } from "./acuan-deps.js";
import { mulaiUbahAcuan } from "./mulai-ubah-acuan.js";
import { factsOf } from "./usulan-berkas.js";

/** The kind of case file of a change. */
export const ubahAcuanCase = (deps: AcuanDeps): CaseType => ({
  app: APP,
  type: UBAH_ACUAN,
  title: { id: "Ubah acuan angka kredit", en: "Change credit rates" },
  processId: UBAH_ACUAN,
  statuses: {
    DIUSULKAN: { tone: "info", label: { id: "Menunggu persetujuan", en: "Waiting for approval" } },
    DIKEMBALIKAN: { tone: "warning", label: { id: "Dikembalikan untuk diperbaiki", en: "Returned" } },
    BERLAKU: { tone: "success", label: { id: "Disetujui", en: "Approved" } },
    DITOLAK: { tone: "danger", label: { id: "Ditolak", en: "Refused" } },
    BATAL: { tone: "neutral", label: { id: "Dibatalkan", en: "Withdrawn" } },
  },
  start: mulaiUbahAcuan(deps),
  facts: (tx, { id }) => factsOf(deps, tx, id),
});
