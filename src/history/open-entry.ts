import type { StoredEntry, StoredPersonal } from "./data/history.repository.js";
import type { RecordedEntry } from "./recorded-entry.js";
import type { SealedBody } from "./sealed-entry.js";

/** Puts an entry and the personal values that are still kept together again; erased ones become null. */
export const openEntry = (entry: StoredEntry, personal: readonly StoredPersonal[]): RecordedEntry => {
  const body = JSON.parse(entry.body) as SealedBody;
  const kept = new Map(
    personal.filter(({ entrySeq }) => entrySeq === entry.seq).map(({ path, value }) => [path, value]),
  );
  const plain = (path: string, value: SealedBody["changes"][number]["from"]): string | null =>
    typeof value === "string" ? value : (kept.get(path) ?? null);

  return {
    seq: entry.seq,
    at: body.at,
    actorId: body.actorId,
    actorName: kept.get("actorName") ?? null,
    role: body.role,
    action: body.action,
    caseId: body.caseId,
    subject: body.subject,
    story: body.story,
    reason: kept.get("reason") ?? null,
    changes: body.changes.map(({ field, label, from, to }, index) => ({
      field,
      label,
      from: plain(`changes.${index}.from`, from),
      to: plain(`changes.${index}.to`, to),
    })),
    versions: body.versions,
    processInstanceKey: body.processInstanceKey,
    elementId: body.elementId,
    hash: entry.hash,
  };
};
