import { z } from "zod";
import { type AnyWorker, defineWorker } from "../../../src/plugin-api/index.js";

/** What the job handlers call; plugin.ts hands the use cases over. */
export interface KonversiJobs {
  readonly periksa: (
    caseId: string,
    signal: AbortSignal,
  ) => Promise<{ readonly sah: number; readonly bermasalah: number }>;
  /** Asks SIASN for the grades of the next people. */
  readonly tarik: (caseId: string, signal: AbortSignal) => Promise<{ readonly sisa: number }>;
  readonly konversikan: (
    input: { readonly caseId: string; readonly persentase?: number },
    signal: AbortSignal,
  ) => Promise<{
    readonly sisa: number;
    readonly ditetapkan: number;
    readonly terlewat: number;
    readonly dihentikan: boolean;
  }>;
  readonly cetak: (
    caseId: string,
    signal: AbortSignal,
  ) => Promise<{ readonly sisa: number; readonly dihentikan: boolean }>;
  readonly nilai: (caseId: string) => Promise<{
    readonly pangkatTerpenuhi: boolean;
    readonly jenjangTerpenuhi: boolean;
    readonly pangkatSudah: boolean;
    readonly jenjangSudah: boolean;
  }>;
  readonly terbitkanPak: (
    caseId: string,
    signal: AbortSignal,
  ) => Promise<{ readonly sisa: number; readonly dihentikan: boolean; readonly pakIds: readonly string[] }>;
  readonly tutup: (caseId: string) => Promise<void>;
  readonly rekap: (caseId: string) => Promise<void>;
}

const Input = z.object({ caseId: z.string().min(1) });
const Sisa = z.object({ sisa: z.int() });
/** What is left, and whether someone stopped the upload meanwhile. */
const SisaAtauHenti = Sisa.extend({ dihentikan: z.boolean() });
const Nothing = z.object({});
const QUICK_MS = 30_000;
/** A table of 20,000 rows on a slow disk. */
const CHECK_MS = 600_000;
/** A slice of people, each asked up to three times with the longest pauses. */
const PULL_MS = 1_800_000;
/** A hundred conversions and as many accumulations, after a cold start of the browser. */
const PRINT_MS = 600_000;

/** Job handlers of the conversion. All may run again for the same job. */
export const konversiWorkers = (jobs: KonversiJobs): readonly AnyWorker[] => [
  defineWorker({
    type: "periksa-unggahan-konversi",
    input: Input,
    output: z.object({ sah: z.int(), bermasalah: z.int() }),
    timeoutMs: CHECK_MS,
    handle: ({ caseId }, { signal }) => jobs.periksa(caseId, signal),
  }),
  defineWorker({
    type: "tarik-predikat-konversi",
    input: Input,
    output: Sisa,
    timeoutMs: PULL_MS,
    handle: ({ caseId }, { signal }) => jobs.tarik(caseId, signal),
  }),
  defineWorker({
    type: "tetapkan-konversi",
    input: Input.extend({ persentase: z.number().optional() }),
    output: SisaAtauHenti.extend({ ditetapkan: z.int(), terlewat: z.int() }),
    timeoutMs: CHECK_MS,
    handle: ({ caseId, persentase }, { signal }) =>
      jobs.konversikan({ caseId, ...(persentase === undefined ? {} : { persentase }) }, signal),
  }),
  defineWorker({
    type: "cetak-konversi",
    input: Input,
    output: SisaAtauHenti,
    timeoutMs: PRINT_MS,
    handle: ({ caseId }, { signal }) => jobs.cetak(caseId, signal),
  }),
  defineWorker({
    type: "nilai-capaian-konversi",
    input: Input,
    output: z.object({
      pangkatTerpenuhi: z.boolean(),
      jenjangTerpenuhi: z.boolean(),
      pangkatSudah: z.boolean(),
      jenjangSudah: z.boolean(),
    }),
    timeoutMs: QUICK_MS,
    handle: ({ caseId }) => jobs.nilai(caseId),
  }),
  defineWorker({
    type: "terbitkan-pak-konversi",
    input: Input,
    output: SisaAtauHenti.extend({ pakIds: z.array(z.string()).readonly() }),
    timeoutMs: PRINT_MS,
    handle: ({ caseId }, { signal }) => jobs.terbitkanPak(caseId, signal),
  }),
  closing("tutup-konversi", jobs.tutup),
  closing("rekap-konversi", jobs.rekap),
];

const closing = (type: string, work: (caseId: string) => Promise<void>): AnyWorker =>
  defineWorker({
    type,
    input: Input,
    output: Nothing,
    timeoutMs: CHECK_MS,
    handle: async ({ caseId }) => {
      await work(caseId);
      return {};
    },
  });
