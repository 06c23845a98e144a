import type { Database } from "../platform/db/index.js";

export interface VerificationOutcome {
  readonly entries: number;
  /** Hash of the newest entry; 64 zeros when there is none. */
  readonly head: string;
  /** The first entry that is not as it was written, and why; null when all is well. */
  readonly broken: { readonly seq: number; readonly why: string } | null;
}

export declare function verifyHistory(db: Database): Promise<VerificationOutcome>;
