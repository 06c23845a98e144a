import { z } from "zod";
import { type AnyWorker, defineWorker } from "../../../src/plugin-api/index.js";

const Input = z.object({ caseId: z.string().min(1) });
const PRINT_MS = 120_000; // cold browser start plus a few documents; longer means it hangs
const QUICK_MS = 30_000;

/** Work on a case file that leaves nothing in its process. */
export const caseWorker = (type: string, work: (caseId: string) => Promise<void>, timeoutMs = QUICK_MS): AnyWorker =>
  defineWorker({
    type,
    input: Input,
    output: z.object({}),
    timeoutMs,
    handle: async ({ caseId }) => {
      await work(caseId);
      return {};
    },
  });

/** Printing for a case file; what comes back is kept in its process under a name. */
export const printWorker = <T extends string | number>(
  type: string,
  variable: string,
  print: (caseId: string, signal: AbortSignal) => Promise<T>,
): AnyWorker =>
  defineWorker({
    type,
    input: Input,
    output: z.record(z.string(), z.union([z.string(), z.number()])),
    timeoutMs: PRINT_MS,
    handle: async ({ caseId }, { signal }) => ({ [variable]: await print(caseId, signal) }),
  });
