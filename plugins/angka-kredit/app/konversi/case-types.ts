import type { CaseType } from "../../../../src/plugin-api/index.js";
import { printingStart } from "../../../kepegawaian/plugin.js";
import { ACUAN_NOMOR } from "./acuan-nomor.js";
import { barisSheet } from "./baris-sheet.js";
import { batalkanPakStart } from "./batalkan-pak-start.js";
import { konversiFacts, massalFacts, pembatalanFacts, saldoFacts } from "./case-facts.js";
import {
  KONVERSI_STATUSES,
  MASSAL_STATUSES,
  NOMOR_STATUSES,
  PEMBATALAN_STATUSES,
  SALDO_STATUSES,
} from "./case-statuses.js";
import { APP, type KonversiDeps } from "./konversi-deps.js";
import { konversiStart } from "./konversi-start.js";
import { massalStart } from "./massal-start.js";
import { saldoStart } from "./saldo-start.js";

/** Kinds of case files of the conversion of grades. */
export const caseTypes = (deps: KonversiDeps): readonly CaseType[] => [
  {
    app: APP,
    type: "konversi",
    title: { id: "Konversi predikat kinerja", en: "Conversion of a grade" },
    processId: "konversi-predikat",
    statuses: KONVERSI_STATUSES,
    start: konversiStart(deps),
    facts: konversiFacts(deps),
  },
  {
    app: APP,
    type: "konversi-massal",
    title: { id: "Konversi predikat kinerja massal", en: "Conversion of many grades" },
    processId: "konversi-massal",
    statuses: MASSAL_STATUSES,
    start: massalStart(deps),
    sheets: [barisSheet(deps)],
    facts: massalFacts(deps),
  },
  {
    app: APP,
    type: "saldo-awal",
    title: { id: "Saldo awal dan ijazah", en: "Opening balance and degree" },
    processId: "saldo-awal-konversi",
    statuses: SALDO_STATUSES,
    start: saldoStart(deps),
    facts: saldoFacts(deps),
  },
  {
    app: APP,
    type: "pembatalan-pak",
    title: { id: "Batalkan PAK", en: "Cancel a PAK" },
    processId: "batalkan-pak-konversi",
    statuses: PEMBATALAN_STATUSES,
    start: batalkanPakStart(deps),
    facts: (tx, caseFile) => pembatalanFacts(deps, tx, caseFile),
  },
  {
    app: APP,
    type: "acuan-cetak",
    title: { id: "Ubah pola nomor konversi dan PAK", en: "Change the numbers of conversions and PAK" },
    processId: "pola-nomor-konversi",
    statuses: NOMOR_STATUSES,
    start: printingStart(deps, ACUAN_NOMOR),
    facts: () => Promise.resolve([]),
  },
];
