import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { instantColumn, jsonColumn } from "../../platform/db/index.js";

interface Text {
  readonly id: string;
  readonly en: string;
}

/** A message in a person's list. Key and receiver are unique together: the same news is told once. */
@Entity("notification")
@Index("ux_notification_key", ["userId", "key"], { unique: true })
@Index("ix_notification_user", ["userId", "at"])
export class NotificationEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { name: "user_id", length: 36 })
  userId!: string;
  @Column("varchar", { name: "news_key", length: 191 })
  key!: string;
  @Column(jsonColumn)
  title!: Text;
  @Column(jsonColumn)
  body!: Text;
  @Column("varchar", { name: "case_id", length: 36, nullable: true })
  caseId!: string | null;
  @Column(instantColumn)
  at!: number;
  @Column({ ...instantColumn, name: "read_at", nullable: true })
  readAt!: number | null;
}
