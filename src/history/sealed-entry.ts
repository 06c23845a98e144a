import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json.js";
import { commit, type Commitment, type PersonalValue } from "./commitment.js";
import type { NewHistoryEntry } from "./history-entry.js";

/** Hash before the first entry. */
export const GENESIS = "0".repeat(64);

interface SealedChange {
  readonly field: string;
  readonly label: string;
  readonly from: string | null | Commitment;
  readonly to: string | null | Commitment;
}

/** What the chain covers. Never changed in meaning once released: old entries must verify for ever (`v` names the shape). */
export interface SealedBody {
  readonly v: 1;
  readonly at: number;
  readonly actorId: string;
  readonly actorName: Commitment;
  readonly role: string | null;
  readonly action: string;
  readonly caseId: string | null;
  readonly subject: { readonly type: string; readonly id: string };
  readonly story: { readonly id: string; readonly en: string };
  readonly changes: readonly SealedChange[];
  readonly reason: Commitment | null;
  readonly versions: Readonly<Record<string, string>>;
  readonly processInstanceKey: string | null;
  readonly elementId: string | null;
}

/** Takes the personal values out of an entry: what remains is chained, they are kept beside. */
export const seal = (
  entry: NewHistoryEntry,
  at: number,
): { readonly body: string; readonly personal: readonly PersonalValue[] } => {
  const personal: PersonalValue[] = [];
  const keep = (path: string, value: string): Commitment => {
    const { commitment, kept } = commit(path, value);
    personal.push(kept);
    return commitment;
  };
  const keepIf = (isPersonal: boolean, path: string, value: string | null): string | null | Commitment =>
    isPersonal && value !== null ? keep(path, value) : value;

  const reason = entry.reason ?? null;
  const body: SealedBody = {
    v: 1,
    at,
    actorId: entry.actorId,
    actorName: keep("actorName", entry.actorName),
    role: entry.role,
    action: entry.action,
    caseId: entry.caseId,
    subject: { type: entry.subject.type, id: entry.subject.id },
    story: { id: entry.story.id, en: entry.story.en },
    changes: (entry.changes ?? []).map(({ field, label, from, to, personal: isPersonal = false }, index) => ({
      field,
      label,
      from: keepIf(isPersonal, `changes.${index}.from`, from),
      to: keepIf(isPersonal, `changes.${index}.to`, to),
    })),
    reason: reason === null ? null : keep("reason", reason),
    versions: entry.versions ?? {},
    processInstanceKey: entry.processInstanceKey ?? null,
    elementId: entry.elementId ?? null,
  };
  return { body: canonicalJson(body), personal };
};

/** Hash of an entry: over its position, the hash before it and its body. */
export const linkHash = (seq: number, previousHash: string, body: string): string =>
  createHash("sha256").update(`${seq}\n${previousHash}\n${body}`, "utf8").digest("hex");

/** Commitments of a body by path, as {@link PersonalValue.path} names them. */
export const commitmentsOf = (body: SealedBody): ReadonlyMap<string, Commitment> => {
  const found = new Map<string, Commitment>();
  const note = (path: string, value: unknown): void => {
    if (typeof value === "object" && value !== null && "sha256" in value) found.set(path, value as Commitment);
  };
  note("actorName", body.actorName);
  note("reason", body.reason);
  for (const [index, change] of body.changes.entries()) {
    note(`changes.${index}.from`, change.from);
    note(`changes.${index}.to`, change.to);
  }
  return found;
};
