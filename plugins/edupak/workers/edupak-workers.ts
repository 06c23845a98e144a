import { z } from "zod";
import { type AnyWorker, defineWorker } from "../../../src/plugin-api/index.js";

/** What the job handlers call; plugin.ts hands the use cases over. */
export interface EdupakJobs {
  readonly printInventarisasi: (caseId: string, signal: AbortSignal) => Promise<string>;
  readonly printSpmk: (caseId: string, signal: AbortSignal) => Promise<number>;
  readonly printUsul: (caseId: string, signal: AbortSignal) => Promise<string>;
  readonly printMinutes: (caseId: string, signal: AbortSignal) => Promise<string>;
  readonly announceSidang: (caseId: string) => Promise<void>;
  readonly printResume: (caseId: string, signal: AbortSignal) => Promise<string>;
  readonly issuePak: (
    caseId: string,
    signal: AbortSignal,
  ) => Promise<{ readonly penetapan: "PAK" | "HAPAK"; readonly pakId: string }>;
  readonly makeRekap: (caseId: string) => Promise<void>;
  readonly remind: (input: { caseId: string; kepada: string; key: string }) => Promise<void>;
}

const Input = z.object({ caseId: z.string().min(1) });
const Nothing = z.object({});
const PRINT_MS = 120_000; // cold browser start plus a few documents; longer means it hangs
const QUICK_MS = 30_000;

/** Job handlers of the app, one for each job type of its diagrams. All may run again for the same job. */
export const edupakWorkers = (jobs: EdupakJobs): readonly AnyWorker[] => [
  printWorker("print-inventarisasi", "inventarisasiDocumentId", jobs.printInventarisasi),
  printWorker("print-berita-acara-jfk", "beritaAcaraDocumentId", jobs.printMinutes),
  printWorker("print-resume-jfk", "resumeDocumentId", jobs.printResume),
  printWorker("print-usul-jfk", "nomorSuratUsul", jobs.printUsul),
  defineWorker({
    type: "print-spmk-jfk",
    input: Input,
    output: z.object({ jumlahSurat: z.number().int() }),
    timeoutMs: PRINT_MS,
    handle: async ({ caseId }, { signal }) => ({ jumlahSurat: await jobs.printSpmk(caseId, signal) }),
  }),
  defineWorker({
    type: "announce-sidang-jfk",
    input: Input,
    output: Nothing,
    timeoutMs: QUICK_MS,
    handle: async ({ caseId }) => {
      await jobs.announceSidang(caseId);
      return {};
    },
  }),
  defineWorker({
    type: "make-rekap-jfk",
    input: Input,
    output: Nothing,
    timeoutMs: PRINT_MS,
    handle: async ({ caseId }) => {
      await jobs.makeRekap(caseId);
      return {};
    },
  }),
  defineWorker({
    type: "issue-pak-jfk",
    input: Input,
    output: z.object({ penetapan: z.enum(["PAK", "HAPAK"]), pakId: z.string() }),
    timeoutMs: PRINT_MS,
    handle: async ({ caseId }, { signal }) => jobs.issuePak(caseId, signal),
  }),
  defineWorker({
    type: "remind-edupak",
    input: Input,
    output: Nothing,
    timeoutMs: QUICK_MS,
    handle: async ({ caseId }, { customHeaders, jobKey }) => {
      await jobs.remind({ caseId, kepada: customHeaders["kepada"] ?? "", key: jobKey });
      return {};
    },
  }),
];

/** Prints and keeps what the use case gives back under a name. */
const printWorker = (
  type: string,
  variable: string,
  print: (caseId: string, signal: AbortSignal) => Promise<string>,
): AnyWorker =>
  defineWorker({
    type,
    input: Input,
    output: z.record(z.string(), z.string()),
    timeoutMs: PRINT_MS,
    handle: async ({ caseId }, { signal }) => ({ [variable]: await print(caseId, signal) }),
  });
