import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { instantColumn } from "../../platform/db/index.js";

/** A task completed here. Its key is unique, so that of two completions at the same moment one fails. */
@Entity("task_completion")
@Index("ix_task_completion_sent", ["sentAt", "userId"]) // what the engine does not know yet
export class TaskCompletionEntity {
  @PrimaryColumn("varchar", { name: "task_key", length: 25 })
  taskKey!: string;
  @Column("varchar", { name: "case_id", length: 36, nullable: true })
  caseId!: string | null;
  @Column("varchar", { name: "user_id", length: 36 })
  userId!: string;
  @Column("varchar", { name: "user_name", length: 255 })
  userName!: string;
  @Column(instantColumn)
  at!: number;
  /** When the engine had it too. */
  @Column({ ...instantColumn, name: "sent_at", nullable: true })
  sentAt!: number | null;
}
