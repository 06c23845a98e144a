import { z } from "zod";
import { type AnyWorker, defineWorker, JobRefusal } from "../../../src/plugin-api/index.js";
import { SiasnGalat } from "../app/siasn-galat.js";

interface Sisa {
  readonly sisa: number;
  readonly ulang: number;
  readonly putaran: number;
}

/** What the job handlers call; plugin.ts hands the use cases over. */
export interface SapkJobs {
  readonly jadwalkan: () => Promise<number>;
  readonly tarik: (caseId: string, signal: AbortSignal) => Promise<Sisa>;
  readonly antreUlang: (caseId: string) => Promise<Sisa>;
  readonly tutup: (caseId: string) => Promise<void>;
  readonly simpanPak: (
    pakId: string,
    signal: AbortSignal,
  ) => Promise<{ readonly siasn: string; readonly siasnId?: string }>;
  readonly hapusPak: (
    input: { readonly pakId: string; readonly caseId: string },
    signal: AbortSignal,
  ) => Promise<{ readonly siasn: string }>;
}

const Input = z.object({ caseId: z.string().min(1) });
const Sisa = z.object({ sisa: z.int(), ulang: z.int(), putaran: z.int() });
const QUICK_MS = 60_000;
/** A slice of people when the service is slow and every question needs three attempts. */
const SLICE_MS = 3_600_000;
const SAVE_MS = 600_000;

/** What does not pass by itself is not tried again: an incident at once, before a wrong password locks an account. */
const lasting = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    throw error instanceof SiasnGalat && !error.sementara ? new JobRefusal(error.message, { cause: error }) : error;
  }
};

/** Job handlers of the synchronisation. All may run again for the same job. */
export const sapkWorkers = (jobs: SapkJobs): readonly AnyWorker[] => [
  defineWorker({
    type: "jadwalkan-sapk",
    input: z.object({}),
    output: z.object({ dibuka: z.int() }),
    timeoutMs: QUICK_MS,
    handle: async () => ({ dibuka: await jobs.jadwalkan() }),
  }),
  defineWorker({
    type: "tarik-sapk",
    input: Input,
    output: Sisa,
    timeoutMs: SLICE_MS,
    parallel: 2, // two instansi side by side; the others wait their turn
    handle: ({ caseId }, { signal }) => lasting(jobs.tarik(caseId, signal)),
  }),
  defineWorker({
    type: "antre-ulang-sapk",
    input: Input,
    output: Sisa,
    timeoutMs: QUICK_MS,
    handle: ({ caseId }) => jobs.antreUlang(caseId),
  }),
  defineWorker({
    type: "tutup-sinkronisasi-sapk",
    input: Input,
    output: z.object({}),
    timeoutMs: QUICK_MS,
    handle: async ({ caseId }) => {
      await jobs.tutup(caseId);
      return {};
    },
  }),
  defineWorker({
    type: "simpan-pak-siasn",
    input: z.object({ pakId: z.string().min(1) }),
    output: z.object({ siasn: z.string(), siasnId: z.string().optional() }),
    timeoutMs: SAVE_MS,
    handle: ({ pakId }, { signal }) => lasting(jobs.simpanPak(pakId, signal)),
  }),
  defineWorker({
    type: "hapus-pak-siasn",
    input: Input.extend({ pakId: z.string() }),
    output: z.object({ siasn: z.string() }),
    timeoutMs: SAVE_MS,
    handle: (input, { signal }) => lasting(jobs.hapusPak(input, signal)),
  }),
];
