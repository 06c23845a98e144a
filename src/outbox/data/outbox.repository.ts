import type { UnitOfWork } from "../../platform/db/index.js";
import { OutboxMessageEntity } from "./outbox-message.entity.js";

/** A message as the dispatcher takes it. */
export interface WaitingMessage {
  readonly seq: number;
  readonly id: string;
  readonly kind: string;
  readonly orderKey: string;
  readonly payload: string;
  readonly attempts: number;
  readonly nextAt: number;
  readonly lastError: string | null;
  readonly refusedAt: number | null;
}

/** The first message of its key that is not set aside: only heads may be sent. */
const HEADS = `FROM outbox_message m
  WHERE m.refused_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM outbox_message p WHERE p.order_key = m.order_key AND p.seq < m.seq AND p.refused_at IS NULL)`;

export class OutboxRepository {
  constructor(private readonly tx: UnitOfWork) {}

  async add(message: Omit<WaitingMessage, "seq" | "attempts" | "lastError" | "refusedAt">): Promise<void> {
    await this.tx.manager.query(
      "INSERT INTO outbox_message (id, kind, order_key, payload, attempts, next_at) VALUES (?, ?, ?, ?, 0, ?)",
      [message.id, message.kind, message.orderKey, message.payload, message.nextAt],
    );
  }

  /** Order keys whose first message is due, oldest first. */
  async dueKeys(now: number, limit: number): Promise<readonly string[]> {
    const rows = await this.tx.manager.query<{ key: string }[]>(
      `SELECT m.order_key AS "key" ${HEADS} AND m.next_at <= ? ORDER BY m.seq LIMIT ?`,
      [now, limit],
    );
    return rows.map(({ key }) => key);
  }

  /** When the next head that is not due yet becomes so. */
  async nextDue(now: number): Promise<number | undefined> {
    const [row] = await this.tx.manager.query<{ at: number | string | null }[]>(
      `SELECT MIN(m.next_at) AS "at" ${HEADS} AND m.next_at > ?`,
      [now],
    );
    return row?.at === null || row?.at === undefined ? undefined : Number(row.at);
  }

  /** The first message of a key, with one attempt more, when it is due. */
  async takeHead(orderKey: string, now: number): Promise<WaitingMessage | undefined> {
    const head = await this.tx.manager
      .createQueryBuilder(OutboxMessageEntity, "m")
      .where("m.orderKey = :orderKey AND m.refusedAt IS NULL", { orderKey })
      .orderBy("m.seq", "ASC")
      .limit(1)
      .getOne();
    if (head === null || head.nextAt > now) return undefined;
    await this.tx.manager.update(OutboxMessageEntity, { seq: head.seq }, { attempts: head.attempts + 1 });
    head.attempts += 1;
    return head;
  }

  async remove(seq: number): Promise<void> {
    await this.tx.manager.delete(OutboxMessageEntity, { seq });
  }

  async postpone(seq: number, nextAt: number, lastError: string): Promise<void> {
    await this.tx.manager.update(OutboxMessageEntity, { seq }, { nextAt, lastError });
  }

  async refuse(seq: number, refusedAt: number, lastError: string): Promise<void> {
    await this.tx.manager.update(OutboxMessageEntity, { seq }, { refusedAt, lastError });
  }

  /** Messages with a failed attempt, oldest first, and how many there are. */
  async failed(
    limit: number,
    offset = 0,
  ): Promise<{ readonly items: readonly WaitingMessage[]; readonly total: number }> {
    const [items, total] = await this.tx.manager
      .createQueryBuilder(OutboxMessageEntity, "m")
      .where("m.lastError IS NOT NULL")
      .orderBy("m.seq", "ASC")
      .skip(offset)
      .take(limit)
      .getManyAndCount();
    return { items, total };
  }

  /** Makes a message with a failed attempt due at `now`, also one that was set aside. @returns it, or undefined when there is none. */
  async renew(id: string, now: number): Promise<WaitingMessage | undefined> {
    const found = await this.tx.manager
      .createQueryBuilder(OutboxMessageEntity, "m")
      .where("m.id = :id AND m.lastError IS NOT NULL", { id })
      .getOne();
    if (found === null) return undefined;
    await this.tx.manager.update(OutboxMessageEntity, { seq: found.seq }, { nextAt: now, refusedAt: null });
    return found;
  }
}
