import { LRUCache } from "lru-cache";
import type { Actor } from "../http/index.js";
import type { Localised } from "../platform/index.js";
import type { Database } from "../platform/db/index.js";
import type { History } from "./history-entry.js";

const HOUR_MS = 3_600_000;
/** Looks remembered; more than are made within an hour. */
const MOST_REMEMBERED = 50_000;

/** Records who looked at someone's personal data. */
export interface ReadLog {
  /** One entry per person and thing within an hour: turning pages or reloading is one look. */
  note(
    actor: Actor,
    look: {
      /** `read.case`, `read.file` …: entries `read.*` stay out of the story of a case file. */
      readonly action: `read.${string}`;
      readonly caseId: string;
      readonly subject: { readonly type: string; readonly id: string };
      readonly story: Localised;
    },
  ): Promise<void>;
}

/** A log of looks over the history. */
export const createReadLog = ({ db, history }: { readonly db: Database; readonly history: History }): ReadLog => {
  const noted = new LRUCache<string, true>({ max: MOST_REMEMBERED, ttl: HOUR_MS });
  return {
    async note(actor, { action, caseId, subject, story }) {
      const look = `${actor.userId} ${action} ${subject.id}`;
      if (noted.has(look)) return;
      noted.set(look, true);
      await db.transaction((tx) =>
        history.append(tx, {
          actorId: actor.userId,
          actorName: actor.displayName,
          role: actor.role?.role ?? null,
          action,
          caseId,
          subject,
          story,
        }),
      );
    },
  };
};
