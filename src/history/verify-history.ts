import type { Database } from "../platform/db/index.js";
import { holds } from "./commitment.js";
import { HistoryRepository, type Link, type StoredEntry, type StoredPersonal } from "./data/history.repository.js";
import { commitmentsOf, GENESIS, linkHash, type SealedBody } from "./sealed-entry.js";

/** Entries read at a time: memory stays flat however long the chain is. */
const CHUNK = 500;

export interface VerificationOutcome {
  /** Entries that are as they were written. */
  readonly entries: number;
  /** Hash of the newest of them; 64 zeros when there is none. */
  readonly head: string;
  /** The first entry that is not as it was written, and why; null when all is well. */
  readonly broken: { readonly seq: number; readonly why: string } | null;
}

const groupBySeq = (personal: readonly StoredPersonal[]): ReadonlyMap<number, readonly StoredPersonal[]> => {
  const found = new Map<number, StoredPersonal[]>();
  for (const value of personal) {
    const values = found.get(value.entrySeq);
    if (values === undefined) found.set(value.entrySeq, [value]);
    else values.push(value);
  }
  return found;
};

/** Why this entry does not follow `previous` as it was written; undefined when it does. */
const faultOf = (entry: StoredEntry, previous: Link, personal: readonly StoredPersonal[]): string | undefined => {
  if (entry.seq !== previous.seq + 1) return `Expected entry ${previous.seq + 1}, but the next one is ${entry.seq}`;
  if (entry.previousHash !== previous.hash) {
    return `Expected the hash before to be ${previous.hash}, but it is ${entry.previousHash}`;
  }
  const hash = linkHash(entry.seq, entry.previousHash, entry.body);
  if (entry.hash !== hash) return `Expected hash ${hash} of the content, but it is ${entry.hash}`;

  const body = JSON.parse(entry.body) as SealedBody;
  for (const [column, inBody, beside] of [
    ["at", body.at, entry.at],
    ["actor_id", body.actorId, entry.actorId],
    ["action", body.action, entry.action],
    ["case_id", body.caseId, entry.caseId],
  ] as const) {
    if (inBody !== beside) return `Expected column ${column} to be '${inBody}', but it is '${beside}'`;
  }

  const commitments = commitmentsOf(body);
  for (const value of personal) {
    const commitment = commitments.get(value.path);
    if (commitment === undefined || !holds(commitment, value)) {
      return `Expected the value of '${value.path}' that was written, but it is another`;
    }
  }
  return undefined;
};

/** Walks the whole chain in order. Reads only; entries appended meanwhile are walked too. */
export const verifyHistory = async (db: Database): Promise<VerificationOutcome> => {
  let previous: Link = { seq: 0, hash: GENESIS };
  for (;;) {
    const { seq } = previous;
    const { entries, personal, head } = await db.read(async (tx) => {
      const repository = new HistoryRepository(tx);
      // The head first: an append between the two reads must not look like a cut-off end.
      const head = await repository.head();
      const entries = await repository.after(seq, CHUNK);
      return { head, entries, personal: await repository.personalOf(entries.map((entry) => entry.seq)) };
    });
    const bySeq = groupBySeq(personal);
    for (const entry of entries) {
      const why = faultOf(entry, previous, bySeq.get(entry.seq) ?? []);
      if (why !== undefined)
        return { entries: previous.seq, head: previous.hash, broken: { seq: previous.seq + 1, why } };
      previous = { seq: entry.seq, hash: entry.hash };
    }
    if (entries.length < CHUNK) return checkEnd(previous, head);
  }
};

const checkEnd = (last: Link, head: Link): VerificationOutcome => {
  const found = { entries: last.seq, head: last.hash };
  if (last.seq < head.seq || (last.seq === head.seq && last.hash !== head.hash)) {
    return { ...found, broken: { seq: last.seq + 1, why: `Expected ${head.seq} entries, but there are ${last.seq}` } };
  }
  return { ...found, broken: null };
};
