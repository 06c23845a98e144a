import type { Actor } from "../../http/index.js";
import type { NewHistoryEntry } from "../history-entry.js";
import type { HistoryFilter } from "../recorded-entry.js";

const STORIES = {
  "read.history": { id: "melihat riwayat", en: "looked at the history" },
  "read.export": { id: "mengunduh riwayat", en: "downloaded the history" },
} as const;

/** The entry that says who looked at what. */
export const readLogEntry = (actor: Actor, action: keyof typeof STORIES, filter: HistoryFilter): NewHistoryEntry => ({
  actorId: actor.userId,
  actorName: actor.displayName,
  role: actor.role === null ? null : actor.role.role,
  action,
  caseId: filter.caseId ?? null,
  subject: { type: "History", id: filter.caseId ?? "all" },
  story: STORIES[action],
  changes: Object.entries(filter).map(([field, value]) => ({
    field,
    label: field,
    from: null,
    to: String(value),
    personal: true,
  })),
});
