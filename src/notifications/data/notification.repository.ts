import { In, IsNull } from "typeorm";
import type { Localised } from "../../platform/index.js";
import type { UnitOfWork } from "../../platform/db/index.js";
import { NotificationEntity } from "./notification.entity.js";

export interface StoredNotification {
  readonly id: string;
  readonly userId: string;
  readonly key: string;
  readonly title: Localised;
  readonly body: Localised;
  readonly caseId: string | null;
  /** Epoch ms. */
  readonly at: number;
  readonly readAt: number | null;
}

/** Messages to people. Bound to one unit of work. */
export class NotificationRepository {
  constructor(private readonly tx: UnitOfWork) {}

  get #notifications() {
    return this.tx.manager.getRepository(NotificationEntity);
  }

  /** Those of the users who were told this news before. */
  async toldAlready(key: string, userIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (userIds.length === 0) return new Set();
    const rows = await this.#notifications.find({
      where: { key, userId: In([...userIds]) },
      select: { userId: true },
    });
    return new Set(rows.map(({ userId }) => userId));
  }

  async add(notification: StoredNotification): Promise<void> {
    await this.#notifications.insert({ ...notification });
  }

  async find(id: string): Promise<StoredNotification | undefined> {
    return (await this.#notifications.findOneBy({ id })) ?? undefined;
  }

  /** Newest first, with how many there are and how many are unread. */
  async page(
    userId: string,
    { offset, limit, unreadOnly }: { readonly offset: number; readonly limit: number; readonly unreadOnly: boolean },
  ): Promise<{ readonly items: readonly StoredNotification[]; readonly unread: number; readonly total: number }> {
    const where = unreadOnly ? { userId, readAt: IsNull() } : { userId };
    const [items, total] = await this.#notifications.findAndCount({
      where,
      order: { at: "DESC", id: "DESC" },
      skip: offset,
      take: limit,
    });
    return { items, total, unread: await this.#notifications.countBy({ userId, readAt: IsNull() }) };
  }

  /** Marks those that are unread and belong to the user. */
  async markRead(userId: string, ids: readonly string[] | "all", readAt: number): Promise<void> {
    if (ids !== "all" && ids.length === 0) return;
    const which = ids === "all" ? { userId, readAt: IsNull() } : { userId, readAt: IsNull(), id: In([...ids]) };
    await this.#notifications.update(which, { readAt });
  }
}
