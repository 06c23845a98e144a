import { Column, Entity, Index, PrimaryGeneratedColumn } from "typeorm";
import { instantColumn } from "../../platform/db/index.js";

/** A message that has not left yet; gone once it was delivered. */
@Entity("outbox_message")
@Index("ix_outbox_message_order", ["orderKey", "seq"]) // "is there an earlier one of this key?"
@Index("ix_outbox_message_next", ["nextAt"]) // what is due, and when is the next
export class OutboxMessageEntity {
  /** The order in which messages were written. */
  @PrimaryGeneratedColumn({ type: "integer" })
  seq!: number;
  @Column("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { length: 64 })
  kind!: string;
  @Column("varchar", { name: "order_key", length: 191 })
  orderKey!: string;
  @Column("text")
  payload!: string;
  /** Attempts begun; counted before the handler runs, so that a crash in the middle shows. */
  @Column("int")
  attempts!: number;
  @Column({ ...instantColumn, name: "next_at" })
  nextAt!: number;
  @Column("text", { name: "last_error", nullable: true })
  lastError!: string | null;
  /** Set aside for good at this instant. */
  @Column({ ...instantColumn, name: "refused_at", nullable: true })
  refusedAt!: number | null;
}
