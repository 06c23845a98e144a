import type { CaseType } from "../../../src/plugin-api/index.js";
import { printingStart } from "../../kepegawaian/plugin.js";
import { sidangCase } from "../../penilaian/plugin.js";
import { ACUAN_JFK } from "./acuan-cetak.js";
import { akunStart } from "./akun-start.js";
import { atasanStart } from "./atasan-start.js";
import { akunFacts, dupakFacts, inventarisasiFacts, rekapFacts } from "./case-facts.js";
import {
  AKUN_STATUSES,
  DUPAK_STATUSES,
  INVENTARISASI_STATUSES,
  PRINTING_STATUSES,
  RECORD_STATUSES,
  REKAP_STATUSES,
} from "./case-statuses.js";
import { aturanSidang } from "./aturan-sidang.js";
import { dupakStart } from "./dupak-start.js";
import { APP, type EdupakDeps } from "./edupak-deps.js";
import { inventarisasiStart } from "./inventarisasi-start.js";
import { kegiatanSheet } from "./kegiatan-sheet.js";
import { pakTerakhirStart } from "./pak-terakhir-start.js";
import { rekapStart } from "./rekap-start.js";
import { rincianSheet } from "./rincian-sheet.js";

/** Kinds of case files of the app. */
export const caseTypes = (deps: EdupakDeps): readonly CaseType[] => [
  {
    app: APP,
    type: "inventarisasi",
    title: { id: "Inventarisasi bulanan", en: "Activities of a month" },
    processId: "inventarisasi-bulanan",
    statuses: INVENTARISASI_STATUSES,
    start: inventarisasiStart(deps),
    sheets: [kegiatanSheet(deps)],
    facts: inventarisasiFacts(deps),
  },
  {
    app: APP,
    type: "dupak",
    title: { id: "Usul DUPAK JFK", en: "Credit proposal of a personnel officer" },
    processId: "dupak-jfk",
    statuses: DUPAK_STATUSES,
    start: dupakStart(deps),
    sheets: [rincianSheet(deps)],
    facts: dupakFacts(deps),
  },
  sidangCase(deps, aturanSidang(deps)),
  {
    app: APP,
    type: "akun",
    title: { id: "Akun e-DUPAK", en: "Account of e-DUPAK" },
    processId: "akun-edupak",
    statuses: AKUN_STATUSES,
    start: akunStart(deps),
    facts: akunFacts(deps),
  },
  {
    app: APP,
    type: "pak-terakhir",
    title: { id: "PAK terakhir", en: "Last PAK" },
    processId: "pak-terakhir",
    statuses: RECORD_STATUSES,
    start: pakTerakhirStart(deps),
    facts: () => Promise.resolve([]),
  },
  {
    app: APP,
    type: "atasan",
    title: { id: "Atur atasan", en: "Superior and authorised official" },
    processId: "atur-atasan",
    statuses: RECORD_STATUSES,
    start: atasanStart(deps),
    facts: () => Promise.resolve([]),
  },
  {
    app: APP,
    type: "rekap",
    title: { id: "Rekap e-DUPAK", en: "Recap of e-DUPAK" },
    processId: "rekap-edupak",
    statuses: REKAP_STATUSES,
    start: rekapStart(deps),
    facts: rekapFacts(deps),
  },
  {
    app: APP,
    type: "acuan-cetak",
    title: { id: "Ubah kop, penandatangan, dan pola nomor e-DUPAK", en: "Change letterheads and patterns of e-DUPAK" },
    processId: "acuan-cetak-edupak",
    statuses: PRINTING_STATUSES,
    start: printingStart(deps, ACUAN_JFK),
    facts: () => Promise.resolve([]),
  },
];
