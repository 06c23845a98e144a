import { z } from "zod";
import { type AnyWorker, defineWorker } from "../../../src/plugin-api/index.js";
import { caseWorker, printWorker } from "../../penilaian/plugin.js";

/** What the job handlers call; plugin.ts hands the use cases over. */
export interface EdupakJobs {
  readonly printInventarisasi: (caseId: string, signal: AbortSignal) => Promise<string>;
  readonly printSpmk: (caseId: string, signal: AbortSignal) => Promise<number>;
  readonly printUsul: (caseId: string, signal: AbortSignal) => Promise<string>;
  readonly printAgenda: (caseId: string, signal: AbortSignal) => Promise<string>;
  readonly printResume: (caseId: string, signal: AbortSignal) => Promise<string>;
  readonly issuePak: (
    caseId: string,
    signal: AbortSignal,
  ) => Promise<{ readonly penetapan: "PAK" | "HAPAK"; readonly pakId: string }>;
  readonly makeRekap: (caseId: string) => Promise<void>;
}

const Input = z.object({ caseId: z.string().min(1) });
const PRINT_MS = 120_000; // cold browser start plus a few documents; longer means it hangs

/** Job handlers of the app, one for each job type of its diagrams. All may run again for the same job. */
export const edupakWorkers = (jobs: EdupakJobs): readonly AnyWorker[] => [
  printWorker("print-inventarisasi", "inventarisasiDocumentId", jobs.printInventarisasi),
  printWorker("print-daftar-dupak-jfk", "daftarDupakDocumentId", jobs.printAgenda),
  printWorker("print-resume-jfk", "resumeDocumentId", jobs.printResume),
  printWorker("print-usul-jfk", "nomorSuratUsul", jobs.printUsul),
  printWorker("print-spmk-jfk", "jumlahSurat", jobs.printSpmk),
  caseWorker("make-rekap-jfk", jobs.makeRekap, PRINT_MS),
  defineWorker({
    type: "issue-pak-jfk",
    input: Input,
    output: z.object({ penetapan: z.enum(["PAK", "HAPAK"]), pakId: z.string() }),
    timeoutMs: PRINT_MS,
    handle: async ({ caseId }, { signal }) => jobs.issuePak(caseId, signal),
  }),
];
