import type { z } from "zod";
import type { StoryEntry } from "../../http/contract/cases.js";
import type { Localised } from "../../platform/index.js";
import type { RecordedEntry } from "../recorded-entry.js";

/** What stands where a name was erased. */
const ERASED = "(dihapus)";

/** An entry as pages show it. */
export const storyEntry = (
  entry: RecordedEntry,
  roleLabel: (role: string) => Localised | undefined,
): z.infer<typeof StoryEntry> => {
  const role = entry.role?.split("@")[0];
  return {
    seq: entry.seq,
    at: entry.at,
    actor: entry.actorName ?? ERASED,
    role: role === undefined ? null : (roleLabel(role) ?? { id: role, en: role }),
    sentence: entry.story,
    reason: entry.reason,
    changes: entry.changes.map(({ field, label, from, to }) => ({ field, label, from, to })),
    elementId: entry.elementId,
    caseId: entry.caseId,
    versions: { ...entry.versions },
    hash: entry.hash,
  };
};
