import type { Localised } from "../platform/index.js";
import type { UnitOfWork } from "../platform/db/index.js";

/** A message to people: always in the app, and by mail or Telegram to those who have such an address. */
export interface NewNotification {
  /** Receivers: single users, or everyone who holds a role (within a scope). */
  readonly to: readonly (
    | { readonly userId: string }
    | {
        readonly role: string;
        readonly scopeId?: string | null;
        /** One holder who is not told: whoever did what the others are told of. */
        readonly exceptUserId?: string | null;
      }
  )[];
  readonly title: Localised;
  readonly body: Localised;
  readonly caseId?: string | null;
  /** Same key, same receiver: told once. */
  readonly key: string;
}

export interface Notifications {
  /** Written in the caller's transaction; leaves through the outbox. */
  notify(tx: UnitOfWork, notification: NewNotification): Promise<void>;
}
