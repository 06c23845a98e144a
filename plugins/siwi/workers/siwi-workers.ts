import { z } from "zod";
import { type AnyWorker, defineWorker } from "../../../src/plugin-api/index.js";
import { caseWorker, printWorker } from "../../penilaian/plugin.js";
import type { HasilTemplate } from "../app/issue-results.js";

/** What the job handlers call; plugin.ts hands the use cases over. */
export interface SiwiJobs {
  readonly issueResult: (input: {
    caseId: string;
    template: HasilTemplate;
    job: string;
    signal: AbortSignal;
  }) => Promise<string>;
  readonly publishResult: (caseId: string) => Promise<void>;
  readonly printBatch: (caseId: string, signal: AbortSignal) => Promise<string>;
  readonly issueNiwn: (
    caseId: string,
    signal: AbortSignal,
  ) => Promise<{ readonly niwn: string; readonly akun: string; readonly akunBaru: boolean }>;
  readonly announcePeriod: (caseId: string) => Promise<void>;
  readonly closePeriod: (caseId: string) => Promise<void>;
  readonly reportCollective: (caseId: string) => Promise<void>;
}

const Input = z.object({ caseId: z.string().min(1) });
const PRINT_MS = 120_000; // cold browser start plus one document; longer means it hangs

/** Job handlers of the app, one for each job type of its diagrams. All may run again for the same job. */
export const siwiWorkers = (jobs: SiwiJobs): readonly AnyWorker[] => [
  resultWorker(jobs, "issue-hpak", "hpak", "hpakDocumentId"),
  resultWorker(jobs, "issue-tabulasi", "tabulasi", "tabulasiDocumentId"),
  resultWorker(jobs, "issue-penjelasan", "penjelasan", "penjelasanDocumentId"),
  caseWorker("publish-hasil-dupak", jobs.publishResult),
  printWorker("print-daftar-dupak", "daftarDocumentId", jobs.printBatch),
  caseWorker("announce-masa-penilaian", jobs.announcePeriod),
  caseWorker("close-masa-penilaian", jobs.closePeriod),
  caseWorker("report-niwn-kolektif", jobs.reportCollective),
  defineWorker({
    type: "issue-niwn",
    input: Input,
    output: z.object({ niwn: z.string(), akun: z.string(), akunBaru: z.boolean() }),
    timeoutMs: PRINT_MS,
    handle: async ({ caseId }, { signal }) => jobs.issueNiwn(caseId, signal),
  }),
];

const resultWorker = (jobs: SiwiJobs, type: string, template: HasilTemplate, variable: string): AnyWorker =>
  printWorker(type, variable, (caseId, signal) => jobs.issueResult({ caseId, template, job: type, signal }));
