import type { CaseFact, CaseType, Tone, UnitOfWork } from "../../../src/plugin-api/index.js";
import { tulisTanggal } from "../../kepegawaian/plugin.js";
import type { AturanSidang } from "./aturan-sidang.js";
import { putusanSheet } from "./putusan-sheet.js";
import type { SidangDeps } from "./sidang-deps.js";
import { sidangStart } from "./sidang-start.js";

const status = (tone: Tone, id: string, en: string): CaseType["statuses"][string] => ({ tone, label: { id, en } });
const fact = (id: string, en: string, value: string): CaseFact => ({ label: { id, en }, value });

/** Case files of the sessions of an app. */
export const sidangCase = (deps: SidangDeps, aturan: AturanSidang): CaseType => ({
  app: aturan.app,
  type: aturan.type,
  title: aturan.title,
  processId: aturan.type,
  statuses: {
    DIJADWALKAN: status("info", "Dijadwalkan", "Scheduled"),
    DIPUTUS: status("success", "Diputus", "Decided"),
    BATAL: status("neutral", "Dibatalkan", "Cancelled"),
  },
  start: sidangStart(deps, aturan),
  sheets: [putusanSheet(deps, aturan)],
  facts: (tx, { id }) => sidangFacts(deps, tx, id),
});

const sidangFacts = async (deps: SidangDeps, tx: UnitOfWork, caseId: string): Promise<readonly CaseFact[]> => {
  const sidang = await deps.sidang(tx).sidangByCase(caseId);
  if (sidang === undefined) return [];
  const hadir = sidang.anggota.filter((member) => member.hadir).length;
  return [
    fact("Waktu", "Time", `${tulisTanggal(sidang.tanggal)}, ${sidang.pukul}`),
    fact("Tempat", "Place", sidang.tempat),
    fact("Jumlah DUPAK", "Number of DUPAK", String(sidang.dupakCaseIds.length)),
    ...(hadir === 0 ? [] : [fact("Anggota hadir", "Members present", String(hadir))]),
  ];
};
