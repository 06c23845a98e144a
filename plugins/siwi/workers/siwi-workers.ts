import { z } from "zod";
import { type AnyWorker, defineWorker } from "../../../src/plugin-api/index.js";
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
  readonly printMinutes: (caseId: string, signal: AbortSignal) => Promise<string>;
  readonly announceSidang: (caseId: string) => Promise<void>;
  readonly issueNiwn: (
    caseId: string,
    signal: AbortSignal,
  ) => Promise<{ readonly niwn: string; readonly akun: string; readonly akunBaru: boolean }>;
  readonly announcePeriod: (caseId: string) => Promise<void>;
  readonly closePeriod: (caseId: string) => Promise<void>;
  readonly reportCollective: (caseId: string) => Promise<void>;
  readonly remind: (input: { caseId: string; kepada: string; key: string }) => Promise<void>;
}

const Input = z.object({ caseId: z.string().min(1) });
const Nothing = z.object({});
const PRINT_MS = 120_000; // cold browser start plus one document; longer means it hangs
const QUICK_MS = 30_000;

/** Job handlers of the app, one for each job type of its diagrams. All may run again for the same job. */
export const siwiWorkers = (jobs: SiwiJobs): readonly AnyWorker[] => [
  resultWorker(jobs, "issue-hpak", "hpak", "hpakDocumentId"),
  resultWorker(jobs, "issue-tabulasi", "tabulasi", "tabulasiDocumentId"),
  resultWorker(jobs, "issue-penjelasan", "penjelasan", "penjelasanDocumentId"),
  quickWorker("publish-hasil-dupak", jobs.publishResult),
  defineWorker({
    type: "print-daftar-dupak",
    input: Input,
    output: z.object({ daftarDocumentId: z.string() }),
    timeoutMs: PRINT_MS,
    handle: async ({ caseId }, { signal }) => ({ daftarDocumentId: await jobs.printBatch(caseId, signal) }),
  }),
  defineWorker({
    type: "print-berita-acara",
    input: Input,
    output: z.object({ beritaAcaraDocumentId: z.string() }),
    timeoutMs: PRINT_MS,
    handle: async ({ caseId }, { signal }) => ({ beritaAcaraDocumentId: await jobs.printMinutes(caseId, signal) }),
  }),
  quickWorker("announce-sidang", jobs.announceSidang),
  quickWorker("announce-masa-penilaian", jobs.announcePeriod),
  quickWorker("close-masa-penilaian", jobs.closePeriod),
  quickWorker("report-niwn-kolektif", jobs.reportCollective),
  defineWorker({
    type: "issue-niwn",
    input: Input,
    output: z.object({ niwn: z.string(), akun: z.string(), akunBaru: z.boolean() }),
    timeoutMs: PRINT_MS,
    handle: async ({ caseId }, { signal }) => jobs.issueNiwn(caseId, signal),
  }),
  defineWorker({
    type: "remind-siwi",
    input: Input,
    output: Nothing,
    timeoutMs: QUICK_MS,
    handle: async ({ caseId }, { customHeaders, jobKey }) => {
      await jobs.remind({ caseId, kepada: customHeaders["kepada"] ?? "", key: jobKey });
      return {};
    },
  }),
];

const quickWorker = (type: string, work: (caseId: string) => Promise<void>): AnyWorker =>
  defineWorker({
    type,
    input: Input,
    output: Nothing,
    timeoutMs: QUICK_MS,
    handle: async ({ caseId }) => {
      await work(caseId);
      return {};
    },
  });

const resultWorker = (jobs: SiwiJobs, type: string, template: HasilTemplate, variable: string): AnyWorker =>
  defineWorker({
    type,
    input: Input,
    output: z.record(z.string(), z.string()),
    timeoutMs: PRINT_MS,
    handle: async ({ caseId }, { signal }) => ({
      [variable]: await jobs.issueResult({ caseId, template, job: type, signal }),
    }),
  });
