import type { Users } from "../identity/index.js";
import type { Clock, IdGenerator, Logger } from "../platform/index.js";
import type { Database, UnitOfWork } from "../platform/db/index.js";
import type { OutboxService } from "../outbox/index.js";
import type { Notifications } from "./notification.js";

/** Where one person can be reached besides in the app. */
export interface Contact {
  readonly mail: string | null;
  readonly telegramChatId: string | null;
  readonly language: "id" | "en";
}

export interface NotificationsDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly logger: Logger;
  readonly outbox: OutboxService;
  readonly users: Pick<Users, "holders">;
  /** Addresses of one user; undefined when the user is gone. */
  readonly contactOf: (tx: UnitOfWork, userId: string) => Promise<Contact | undefined>;
  /** Absent: no mail leaves. `url` as nodemailer takes it, e.g. `smtp://user:secret@mail.example.go.id:587`. */
  readonly mail?: { readonly url: string; readonly from: string };
  /** Absent: no Telegram message leaves. `apiUrl` default https://api.telegram.org. */
  readonly telegram?: { readonly token: string; readonly apiUrl?: string };
  /** Address of the web application, for links in messages. */
  readonly baseUrl: () => string;
}

export interface NotificationsService extends Notifications {
  list(
    tx: UnitOfWork,
    userId: string,
    page: { readonly offset: number; readonly limit: number; readonly unreadOnly: boolean },
  ): Promise<{
    readonly items: readonly {
      readonly id: string;
      readonly title: { readonly id: string; readonly en: string };
      readonly body: { readonly id: string; readonly en: string };
      readonly caseId: string | null;
      readonly at: number;
      readonly readAt: number | null;
    }[];
    readonly unread: number;
    readonly total: number;
  }>;
  markRead(tx: UnitOfWork, userId: string, ids: readonly string[] | "all"): Promise<void>;
  /** Ends connections of the mail channel. */
  close(): void;
}

/** Registers the channels' handlers with the outbox. */
export declare function createNotifications(deps: NotificationsDeps): NotificationsService;
