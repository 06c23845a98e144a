import type { AnyWorker } from "../../../src/plugin-api/index.js";
import { announceSidang } from "../app/announce-sidang.js";
import type { AturanSidang } from "../app/aturan-sidang.js";
import { printMinutes } from "../app/print-minutes.js";
import type { SidangDeps } from "../app/sidang-deps.js";
import { caseWorker, printWorker } from "./case-workers.js";

/** Job handlers of the process of a session: minutes, then each DUPAK its decision. */
export const sidangWorkers = (deps: SidangDeps, aturan: AturanSidang): readonly AnyWorker[] => [
  printWorker(aturan.pencetak, "beritaAcaraDocumentId", (caseId, signal) => printMinutes(deps, aturan, caseId, signal)),
  caseWorker(aturan.pengumum, (caseId) => announceSidang(deps, aturan, caseId)),
];
